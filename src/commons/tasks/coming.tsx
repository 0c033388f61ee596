import { formatTime, t, timeZone } from '#kernel/i18n'
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
    .slice(0, most + 1)
}

/** « jeudi 25 juin, 20 h », « lundi 22 juin, 9 h 30 » */
function moment(at: Temporal.Instant): string {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate()
  return `${spokenDay(day)}, ${formatTime(at)}`
}

/** At the side of what waits. */
export function ComingSide({ coming: ahead }: { coming: readonly Coming[] }) {
  return (
    <SideSection title={t('tasks.coming')}>
      <ul class="coming">
        {ahead.slice(0, most).map(({ title, href, at, facts }) => (
          <li>
            <a href={href}>
              {title} · {moment(at)}
            </a>
            <p>{facts}</p>
          </li>
        ))}
      </ul>
      <Others of={ahead} />
    </SideSection>
  )
}

/** On the page of somebody for whom nothing waits: what they are called to. */
export function ComingCard({ coming: ahead }: { coming: readonly Coming[] }) {
  return (
    <Card title={t('tasks.coming')} flush>
      <List
        label={t('tasks.coming')}
        items={ahead.slice(0, most).map(({ title, href, at, facts }) => ({
          title,
          href,
          why: facts,
          due: moment(at),
        }))}
      />
      <Others of={ahead} />
    </Card>
  )
}

/** Says that there are more than are shown. */
const Others = ({ of }: { of: readonly Coming[] }) =>
  of.length > most && <p class="small muted">{t('tasks.coming.more', { count: most })}</p>
