import { formatTime, t } from '#kernel/i18n'
import { outcomeInWords, type PublicAttendance, type PublicMeeting } from '#modules/copies'

const presences = ['present', 'excused', 'absent'] as const

type Line = Pick<PublicMeeting['points'][number], 'outcome' | 'stage' | 'withheld'>

/** What stands beside the title of a point on a public agenda: how it ended, that it is a project, why it is kept back. */
export const lineInWords = ({ outcome, stage, withheld }: Line): string =>
  [
    outcome ? outcomeInWords(outcome) : stage === 'project' && t('publications.stage.project'),
    withheld && t('publications.why_withheld', { why: withheld }),
  ]
    .filter(Boolean)
    .join(' · ')

/** How a meeting stands: to come, held, ended for want of quorum, called off. */
export const stateInWords = ({ state, lifted }: Pick<PublicMeeting, 'state' | 'lifted'>): string =>
  t(`publications.meeting.state.${lifted ? 'lifted' : state}`)

/** When a meeting was opened, suspended and closed, as far as its copy says. */
export function hoursInWords({ opened_at, closed_at, suspensions = [] }: PublicMeeting): string {
  return [
    ...(opened_at ? [t('publications.held.opened', { at: hourOf(opened_at) })] : []),
    ...suspensions.map(({ from, until }) =>
      t('publications.held.suspended', { from: hourOf(from), until: hourOf(until) }),
    ),
    ...(closed_at ? [t('publications.held.closed', { at: hourOf(closed_at) })] : []),
  ].join(' · ')
}

const hourOf = (instant: string) => formatTime(Temporal.Instant.from(instant))

/** Who was at a meeting, by what they did there; nothing of what nobody did. */
export function attendanceInWords({
  chair,
  secretary,
  members,
}: PublicAttendance): { label: string; value: string }[] {
  const all = [
    ['chair', chair ?? ''],
    ['secretary', secretary ?? ''],
    ...presences.map((one) => [one, namesOf(members, one)] as const),
  ] as const
  return all.flatMap(([what, value]) =>
    value === '' ? [] : [{ label: t(`publications.held.${what}`), value }],
  )
}

/** « Anne Lambert, bourgmestre » */
const namesOf = (members: PublicAttendance['members'], presence: (typeof presences)[number]) =>
  members
    .filter((one) => one.presence === presence)
    .map(({ name, title }) => [name, title].filter(Boolean).join(', '))
    .join(' · ')
