import { t, timeZone } from '#kernel/i18n'
import { Card, List, SideSection } from '#kernel/ui'
import { spokenDay } from '#commons/clock'
import { type Coming, coming } from './places.ts'

/** How many are shown: the next ones. */
const most = 4

/** What comes next, over all trades. */
export async function whatComes(): Promise<Coming[]> {
  const found = await Promise.all(coming.all().map((next) => next()))
  return found
    .flat()
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .slice(0, most)
}

/** « jeudi 25 juin, 20 h », « lundi 22 juin, 9 h 30 » */
function moment(at: Temporal.Instant): string {
  const zoned = at.toZonedDateTimeISO(timeZone)
  const minute = String(zoned.minute).padStart(2, '0')
  return t('tasks.coming.at', {
    day: spokenDay(zoned.toPlainDate()),
    hour: zoned.hour,
    minute: zoned.minute === 0 ? 'none' : minute,
  })
}

/** At the side of what waits. */
export function ComingSide({ coming: ahead }: { coming: readonly Coming[] }) {
  return (
    <SideSection title={t('tasks.coming')}>
      <ul class="coming">
        {ahead.map(({ title, href, at, facts }) => (
          <li>
            <a href={href}>
              {title} · {moment(at)}
            </a>
            <p>{facts}</p>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}

/** On the page of somebody for whom nothing waits: what they are called to. */
export function ComingCard({ coming: ahead }: { coming: readonly Coming[] }) {
  return (
    <Card title={t('tasks.coming')} flush>
      <List
        label={t('tasks.coming')}
        items={ahead.map(({ title, href, at, facts }) => ({
          title,
          href,
          why: facts,
          due: moment(at),
        }))}
      />
    </Card>
  )
}
