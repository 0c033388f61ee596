import { formatTime, t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { PublicSection } from '#kernel/ui'
import type { PublicAttendance, PublicMeeting } from '#modules/copies'

const presences = ['present', 'excused', 'absent'] as const

/** How a meeting was held, as far as its copy says: when, when it was suspended, and who was there. */
export function HowItWasHeld({ of }: { of: PublicMeeting }) {
  const { opened_at, closed_at, suspensions = [], attendance } = of
  const hours = [
    ...(opened_at ? [t('publications.held.opened', { at: hourOf(opened_at) })] : []),
    ...suspensions.map(({ from, until }) =>
      t('publications.held.suspended', { from: hourOf(from), until: hourOf(until) }),
    ),
    ...(closed_at ? [t('publications.held.closed', { at: hourOf(closed_at) })] : []),
  ]
  if (hours.length === 0 && !attendance) return null
  return (
    <PublicSection title={t('publications.held.title')} aside>
      {hours.length > 0 && <p>{hours.join(' · ')}</p>}
      {attendance && <Attendance of={attendance} />}
    </PublicSection>
  )
}

function Attendance({ of: { chair, secretary, members } }: { of: PublicAttendance }) {
  return (
    <dl>
      {(
        [
          ['chair', chair ? [chair] : []],
          ['secretary', secretary ? [secretary] : []],
          ...presences.map((one) => [one, namesOf(members, one)] as const),
        ] as const
      ).flatMap(([what, names]) =>
        names.length === 0
          ? []
          : [
              <dt>{t(`publications.held.${what}`)}</dt>,
              <dd lang={itsLanguage()}>{names.join(' · ')}</dd>,
            ],
      )}
    </dl>
  )
}

/** « Anne Lambert, bourgmestre » */
const namesOf = (members: PublicAttendance['members'], presence: (typeof presences)[number]) =>
  members
    .filter((one) => one.presence === presence)
    .map(({ name, title }) => [name, title].filter(Boolean).join(', '))

const hourOf = (instant: string) => formatTime(Temporal.Instant.from(instant))
