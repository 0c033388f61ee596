import { isMessage, t } from '#kernel/i18n'
import { LegalTimeline, SideSection, Facts, type LegalDate } from '#kernel/ui'
import { explain, isDelay, legalRule, type OrganKind, reckon, spokenDay } from '#commons/clock'
import { type Meeting, dayOf } from '../meeting.ts'

/** The dates that the law sets before a meeting, by rule. */
const before = [
  'council.convocation',
  'council.minutes_available',
  'council.councillor_point',
  'council.public_drafts',
] as const

/** The legal line of time of a meeting: each date with its article and its reasoning. */
export async function LegalTime({ meeting, kind }: { meeting: Meeting; kind: OrganKind }) {
  const day = dayOf(meeting)
  const today = Temporal.Now.plainDateISO()
  const state = (date: Temporal.PlainDate) => {
    if (meeting.state === 'closed' || Temporal.PlainDate.compare(date, today) < 0) return 'done'
    return Temporal.PlainDate.compare(date, today.add({ days: 7 })) <= 0 ? 'next' : 'later'
  }
  const dates: (LegalDate & { on: Temporal.PlainDate })[] = []
  for (const key of before) {
    const rule = await legalRule(key, kind, day)
    if (!rule || !isDelay(rule)) continue
    const reckoning = reckon(rule, day)
    const what = `deliberations.meeting.due.${key.replace('council.', '')}`
    const { article } = rule
    dates.push({
      on: reckoning.date,
      when: { text: spokenDay(reckoning.date), datetime: reckoning.date.toString() },
      what: isMessage(what) ? t(what) : key,
      cite: (
        <>
          {explain(reckoning)}{' '}
          {rule.verified ? article : t('deliberations.meeting.unverified', { article })}
        </>
      ),
      state: state(reckoning.date),
    })
  }
  dates.push({
    on: day,
    when: { text: spokenDay(day), datetime: day.toString() },
    what: t('deliberations.meeting.sitting'),
    state: state(day),
  })
  const ordered = dates.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
  return (
    <SideSection title={t('deliberations.meeting.legal')}>
      <LegalTimeline dates={ordered} />
    </SideSection>
  )
}

/** Who sees the points of this agenda, now and later. */
export function WhoSees({ meeting }: { meeting: Meeting }) {
  const open = meeting.state === 'created'
  return (
    <SideSection title={t('deliberations.meeting.who_sees')}>
      <Facts
        facts={[
          {
            label: t('deliberations.meeting.who_now'),
            value: t('deliberations.meeting.sees.open'),
          },
          ...(open
            ? [
                {
                  label: t('deliberations.meeting.who_frozen'),
                  value: t('deliberations.meeting.sees.frozen'),
                },
              ]
            : [{ label: '', value: t('deliberations.meeting.sees.frozen') }]),
          {
            label: t('deliberations.meeting.who_decided'),
            value: t('deliberations.meeting.sees.decided'),
          },
        ]}
      />
    </SideSection>
  )
}
