import { knownMessage, t } from '#kernel/i18n'
import { Facts, Note, SideSection } from '#kernel/ui'
import { explain, isPast, isSoon, type Reckoning, spokenDay } from '#commons/clock'
import {
  applied,
  Citation,
  cite,
  type LegalRule,
  type OrganKind,
  reckon,
  type LegalDate,
  LegalTimeline,
} from '#commons/law'
import { convocation, dayOf, type Meeting } from '../meeting.ts'
import type { SittingRule } from '../sitting-rule.ts'

const minutesAvailable = applied('council.minutes_available', 'delay', 'deliberations.applies.date')
const councillorPoint = applied('council.councillor_point', 'delay', 'deliberations.applies.date')
const publicDrafts = applied('council.public_drafts', 'delay', 'deliberations.applies.date')

/** The dates that the law sets before a meeting. */
const before = [convocation, minutesAvailable, councillorPoint, publicDrafts]

interface Deadline {
  key: string
  rule: LegalRule
  reckoning: Reckoning
}

async function deadlines(meeting: Meeting, kind: OrganKind): Promise<Deadline[]> {
  const day = dayOf(meeting)
  const found: Deadline[] = []
  for (const law of before) {
    const rule = await law.on(kind, day)
    if (rule) found.push({ key: law.key, rule, reckoning: reckon(rule, day) })
  }
  return found
}

/** What is known to be done; a past date of something that nobody records is only past. */
function stateOf(key: string, date: Temporal.PlainDate, meeting: Meeting): LegalDate['state'] {
  const fixed = meeting.state !== 'created'
  if (key === convocation.key && fixed) return 'done'
  if (key === convocation.key && isPast(date)) return 'late'
  return isPast(date) ? 'past' : isSoon(date) ? 'next' : 'later'
}

/** The legal line of time of a meeting: each date with its article and how it is reckoned. */
export async function LegalTime({ meeting, kind }: { meeting: Meeting; kind: OrganKind }) {
  const day = dayOf(meeting)
  const held = meeting.state === 'decided' || meeting.state === 'closed'
  const dates = (await deadlines(meeting, kind)).map((deadline) => ({
    on: deadline.reckoning.date,
    ...legalDate(deadline, meeting),
  }))
  dates.push({
    on: day,
    when: { text: spokenDay(day), datetime: day },
    what: t('deliberations.meeting.sitting'),
    state: held ? 'done' : isSoon(day) ? 'next' : 'later',
  })
  return (
    <SideSection title={t('deliberations.meeting.legal')}>
      <LegalTimeline dates={dates.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))} />
    </SideSection>
  )
}

function legalDate({ key, rule, reckoning }: Deadline, meeting: Meeting): LegalDate {
  const { date } = reckoning
  const what = knownMessage(`deliberations.meeting.due.${key.replace('council.', '')}`)
  const state = stateOf(key, date, meeting)
  const past = state === 'past' ? ` (${t('deliberations.meeting.passed')})` : ''
  return {
    when: { text: spokenDay(date), datetime: date },
    what: `${what ? t(what) : key}${past}`,
    cite: <Citation rule={rule} reckoning={reckoning} />,
    state,
  }
}

/** Until when the organ must be convoked, while its agenda is open, and why. */
export async function ConvocationNote({ meeting, kind }: { meeting: Meeting; kind: OrganKind }) {
  if (meeting.state !== 'created') return null
  const found = (await deadlines(meeting, kind)).find(({ key }) => key === convocation.key)
  if (!found) return null
  const { rule, reckoning } = found
  const late = isPast(reckoning.date)
  const date = spokenDay(reckoning.date)
  const reasoning = explain(reckoning)
  return (
    <Note
      tone={late ? 'bad' : isSoon(reckoning.date) ? 'warn' : 'info'}
      title={t(late ? 'deliberations.meeting.convoke_late' : 'deliberations.meeting.convoke_by', {
        date,
      })}
    >
      {t('deliberations.meeting.reasoning', { date: spokenDay(dayOf(meeting)), reasoning })}{' '}
      {cite(rule)}
    </Note>
  )
}

/** Who sees the points of this agenda, now and later. */
export function WhoSees({ meeting, sitting }: { meeting: Meeting; sitting: SittingRule }) {
  const open = meeting.state === 'created'
  return (
    <SideSection title={t('deliberations.meeting.who_sees')}>
      <Facts
        facts={[
          {
            label: t('deliberations.meeting.who_now'),
            value: [
              t('deliberations.meeting.sees.open'),
              ...(open ? [] : [t('deliberations.meeting.sees.frozen')]),
            ].join(', '),
          },
          ...(open
            ? [
                {
                  label: t('deliberations.meeting.who_frozen'),
                  value: t('deliberations.meeting.sees.frozen'),
                },
              ]
            : []),
          {
            label: t('deliberations.meeting.who_decided'),
            value: sitting.closedBy
              ? t('deliberations.meeting.sees.closed', { article: sitting.closedBy })
              : t('deliberations.meeting.sees.decided'),
          },
        ]}
      />
    </SideSection>
  )
}
