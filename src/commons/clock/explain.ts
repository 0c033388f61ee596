import { formatDate, t } from '#kernel/i18n'
import type { DayOff, Reckoning, Step } from './days.ts'
import { spokenDay, spokenSpan } from './spoken-dates.ts'

/**
 * Why a date is what it is, in the current language, from a figure to a full stop, so that it may
 * follow « Le Conseil se réunit le jeudi 25 juin ; »: « 7 jours francs l’en séparent (18 au 24
 * juin) ; ni le jour de l’envoi ni celui de la séance ne comptent. »
 */
export function explain(reckoning: Reckoning): string {
  const sentences = reckoning.steps.flatMap((step) => sentencesFor(step, reckoning))
  return sentences.map((text, i) => `${i === 0 ? text : capitalised(text)}.`).join(' ')
}

function sentencesFor(step: Step, reckoning: Reckoning): string[] {
  switch (step.kind) {
    case 'from':
      return []
    case 'counted':
      return [counted(step, reckoning)]
    case 'months':
      return months(step, reckoning)
    case 'term':
      return [term(step)]
    case 'skipped':
      return skipped(step.days)
    case 'moved':
      return [
        t('clock.reckoning.moved', {
          from: spokenDay(step.from),
          to: spokenDay(step.to),
          list: listed(step.over),
        }),
      ]
  }
}

function counted(step: Extract<Step, { kind: 'counted' }>, reckoning: Reckoning): string {
  return t(`clock.reckoning.${step.unit}`, {
    days: step.days,
    span: spokenSpan(step.first, step.last),
    from: spokenDay(startOf(reckoning)),
    act: actOf(reckoning),
  })
}

function startOf({ steps, date }: Reckoning): Temporal.PlainDate {
  return steps.find((step) => step.kind === 'from')?.date ?? date
}

function months(
  { months: count, missing }: Extract<Step, { kind: 'months' }>,
  reckoning: Reckoning,
): string[] {
  const from = formatDate(startOf(reckoning))
  const counted = t('clock.reckoning.months', { months: count, from, act: actOf(reckoning) })
  return missing === null
    ? [counted]
    : [counted, t('clock.reckoning.shorter_month', { day: missing })]
}

function term({ share, first, last }: Extract<Step, { kind: 'term' }>): string {
  const { numerator, denominator } = share
  const name =
    numerator === denominator ? 'whole' : numerator * 2 === denominator ? 'half' : 'other'
  return t('clock.reckoning.term', {
    share: name,
    numerator,
    denominator,
    span: spokenSpan(first, last),
  })
}

/** The act that the delay is for: sending, filing, publication. */
const actOf = ({ deed = 'clock.act.other' }: Reckoning): string => t(deed)

function skipped(days: readonly DayOff[]): string[] {
  const holidays = days.filter(({ why }) => why !== 'weekday_off' && why !== 'closing_day')
  const closed = days.filter(({ why }) => why === 'closing_day')
  const sentences: string[] = []
  if (holidays.length + closed.length < days.length)
    sentences.push(t('clock.reckoning.skipped_weekdays'))
  if (holidays.length > 0) {
    const params = { count: holidays.length, list: listed(holidays) }
    sentences.push(t('clock.reckoning.skipped_holidays', params))
  }
  if (closed.length > 0) {
    const params = { count: closed.length, list: listed(closed) }
    sentences.push(t('clock.reckoning.skipped_closings', params))
  }
  return sentences
}

function listed(days: readonly DayOff[]): string {
  return days.map(named).join(t('clock.date.separator'))
}

function named({ date, why, label }: DayOff): string {
  const day = spokenDay(date)
  if (why === 'weekday_off') return day
  return t('clock.date.holiday', { day, holiday: label || t(`clock.holiday.${why}`) })
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1)
}
