import { knownMessage, t } from '#kernel/i18n'
import { SideSection } from '#kernel/ui'
import { isPast, isSoon, type Reckoning, spokenDay } from '#commons/clock'
import {
  applied,
  Citation,
  type Delay,
  type LegalDate,
  type LegalRule,
  LegalTimeline,
  type OrganKind,
  reckon,
} from '#commons/law'
import {
  convocation,
  convocationRule,
  dayOf,
  hasOpened,
  type Meeting,
  organKind,
} from '#modules/deliberations'
import { type LegalFact, convocationFacts, legalFacts } from '../facts.ts'
import { shownStanding } from './shown.ts'

const minutesAvailable = applied('council.minutes_available', 'delay', 'convocations.applies.date')
const minutesAgain = applied(
  'council.minutes_available_reconvocation',
  'delay',
  'convocations.applies.date',
)
const councillorPoint = applied('council.councillor_point', 'delay', 'convocations.applies.date')
const publicDrafts = applied('council.public_drafts', 'delay', 'convocations.applies.date')
const posting = applied('council.agenda_posting', 'delay', 'convocations.applies.date')

interface Deadline {
  key: string
  rule: LegalRule<Delay>
  reckoning: Reckoning
}

/** The dates that the law sets before a meeting; those of a repeated one are shorter (CDLD L1122-13, L1122-16). */
async function deadlines(meeting: Meeting, kind: OrganKind): Promise<Deadline[]> {
  const day = dayOf(meeting)
  const first = meeting.rank === 1
  const asked = [
    [convocation.key, await convocationRule(kind, meeting)],
    [posting.key, await posting.on(kind, day)],
    [
      minutesAvailable.key,
      (first ? undefined : await minutesAgain.on(kind, day)) ??
        (await minutesAvailable.on(kind, day)),
    ],
    [councillorPoint.key, first ? await councillorPoint.on(kind, day) : undefined],
    [publicDrafts.key, await publicDrafts.on(kind, day)],
  ] as const
  return asked.flatMap(([key, rule]) => (rule ? [{ key, rule, reckoning: reckon(rule, day) }] : []))
}

/**
 * The legal line of time of a meeting: each date with its article and how it is reckoned. What is done is what somebody
 * recorded; a past date of something that nobody records is only past.
 */
export async function LegalTime({ meeting }: { meeting: Meeting }) {
  const day = dayOf(meeting)
  const told = legalFacts.all().map((of) => of(meeting))
  const facts = meeting.noted_after
    ? []
    : [...convocationFacts(await shownStanding(meeting)), ...(await Promise.all(told)).flat()]
  const dates = (await deadlines(meeting, await organKind(meeting))).map((deadline) =>
    legalDate(
      deadline,
      facts.find(({ key }) => key === deadline.key),
    ),
  )
  dates.push({
    on: day,
    when: { text: spokenDay(day), datetime: day },
    what: t('convocations.sitting'),
    state: hasOpened(meeting) ? 'done' : isPast(day) ? 'past' : isSoon(day) ? 'next' : 'later',
  })
  return (
    <SideSection title={t('convocations.legal')}>
      <LegalTimeline dates={dates.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))} />
    </SideSection>
  )
}

function legalDate(
  { key, rule, reckoning }: Deadline,
  fact: LegalFact | undefined,
): LegalDate & { on: Temporal.PlainDate } {
  const { date } = reckoning
  const what = knownMessage(`convocations.due.${key.replace('council.', '')}`)
  const state = fact?.state ?? (isPast(date) ? 'past' : isSoon(date) ? 'next' : 'later')
  const said = fact?.said
  return {
    on: date,
    when: { text: spokenDay(date), datetime: date },
    what: [what ? t(what) : key, said && `(${said})`].filter(Boolean).join(' '),
    cite: <Citation rule={rule} reckoning={reckoning} />,
    state,
  }
}
