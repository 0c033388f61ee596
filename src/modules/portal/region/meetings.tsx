import { form, type Call } from '#kernel/http'
import { formatDate, formatDateTime, t, timeZone } from '#kernel/i18n'
import { regionPage, regionPath } from '#kernel/pages'
import {
  DayList,
  EmptyState,
  filterAddress,
  Head,
  PickList,
  PublicSection,
  Stack,
} from '#kernel/ui'
import { outcomeInWords } from '#modules/copies'
import {
  type KnownAuthority,
  knownAuthorities,
  type KnownMeeting,
  knownMeetings,
  MeetingSearch,
  meetingsPage,
  type PickedPoint,
  pointCopies,
} from '#modules/publications'
import { atAuthority } from './address.ts'
import { ofAll } from './routes.ts'

/** The meetings of all authorities: those to come, then those that are past, the latest first. */
ofAll.get('/meetings', form(MeetingSearch), async (c, { after }) => {
  const all = await knownAuthorities()
  const coming = after ? [] : await knownMeetings('to_come')
  const { held, next } = await meetingsPage(after)
  const title = t('portal.meetings')
  return regionPage(
    c,
    { title, description: t('portal.meetings.lead') },
    <Stack>
      <Head title={title} facts={t('portal.meetings.lead')} />
      {coming.length > 0 && (
        <PublicSection title={t('portal.to_come')}>
          <Meetings c={c} some={coming} all={all} />
        </PublicSection>
      )}
      <PublicSection title={t('portal.meetings.past')}>
        {held.length === 0 ? (
          <EmptyState sentence={t('portal.none')} />
        ) : (
          <Meetings c={c} some={held} all={all} />
        )}
      </PublicSection>
      {next && (
        <p>
          <a href={regionPath(c, filterAddress('/meetings', { after: next }))} rel="next">
            {t('portal.search.next')}
          </a>
        </p>
      )}
    </Stack>,
  )
})

interface MeetingsProps {
  c: Call
  some: readonly KnownMeeting[]
  all: readonly KnownAuthority[]
  /** Some of what each of them decided. */
  picked?: readonly PickedPoint[]
}

/** Meetings, each with its organ and authority; they lead to the agenda at that authority. */
export function Meetings({ c, some, all, picked = [] }: MeetingsProps) {
  const known = new Map(all.map((one) => [one.slug, one]))
  return (
    <DayList
      days={some.flatMap((meeting) => {
        const { slug, authority, organ, starts_at, points, place, state } = meeting
        const where = known.get(authority)
        if (!where) return []
        const own = picked.filter((one) => one.authority === authority && one.meeting === slug)
        const day = starts_at.toZonedDateTimeISO(timeZone).toPlainDate()
        const facts = [
          ...(state === 'planned' ? [formatDateTime(starts_at)] : []),
          ...(state === 'cancelled' ? [t('portal.meetings.cancelled')] : []),
          own.length > 0
            ? t('portal.meetings.among', { count: points })
            : t('portal.meetings.points', { count: points }),
          ...(own.length > 0 ? [] : [place]),
        ]
        return {
          title: <span lang={where.language}>{`${where.short_name}, ${organ}`}</span>,
          href: atAuthority(c, where, `/decisions/meetings/${slug}`),
          about: facts.filter(Boolean).join(' · '),
          below: own.length > 0 && (
            <PickList
              picks={own.map((one) => ({
                title: <span lang={where.language}>{one.title}</span>,
                href: atAuthority(c, where, pointCopies.path(one.slug)),
                result: resultOf(one),
              }))}
            />
          ),
          when: { text: formatDate(day), datetime: day },
        }
      })}
    />
  )
}

/** « Adopté, 17 pour, 6 contre »; « Rejeté, 0 pour, 9 contre ». */
const resultOf = ({ outcome, yes, no }: PickedPoint): string =>
  [
    outcomeInWords(outcome),
    yes !== null && no !== null && yes + no > 0 && t('portal.meetings.votes', { yes, no }),
  ]
    .filter(Boolean)
    .join(', ')
