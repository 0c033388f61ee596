import { z } from 'zod'
import { t } from '#kernel/i18n'
import {
  daysAfter,
  explain,
  type Reckoning,
  type WorkingCalendar,
  workingDaysAfter,
} from '#commons/clock'
import { officeDays } from '#commons/calendar'
import type { Dossier } from '#commons/dossiers'
import { type Advised, legalWhich } from './advised.ts'
import type { AdviceType } from './type.ts'

type PlainDate = Temporal.PlainDate

/** Until when an advice may be given, and how that was reckoned. */
export interface Limit {
  due_on: PlainDate
  why: string
  alert_on: PlainDate
}

/** A delay that may be taken of a kind of advice: `normal`, and others by their place or, of a law, their name. */
export interface Delay {
  readonly name: string
  readonly label: string
  readonly days: number | null
}

const Rows = z.array(z.object({ label: z.string(), days: z.int() }))

/** The delays of a kind of advice, the usual one first. */
export function delaysOf(type: AdviceType): Delay[] {
  if (type.law)
    return legalWhich.map((name) => ({ name, label: t(`advices.delay.${name}`), days: null }))
  return [
    { name: 'normal', label: t('advices.delay.normal'), days: type.days },
    ...Rows.parse(type.delays).map(({ label, days }, at) => ({ name: String(at), label, days })),
  ]
}

type Counted = Pick<AdviceType, 'unit' | 'week' | 'not_on'>

/**
 * The last of so many days from a day, which does not count. Working days are those of the offices of the authority,
 * Saturday too where its week has six; days of the calendar know no holiday. None ends on a weekday of `not_on`.
 */
export function lastDay(
  from: PlainDate,
  days: number,
  { unit, week, not_on }: Counted,
  office: WorkingCalendar,
): Reckoning {
  const neverEndsOn = not_on.map(Number)
  if (unit === 'calendar')
    return daysAfter(from, days, { weekdays: everyDay, holidays: () => null, neverEndsOn })
  const weekdays = week === 'six' ? [...office.weekdays, 6] : office.weekdays
  return workingDaysAfter(from, days, { ...office, weekdays, neverEndsOn })
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** The last day of a delay that begins on a day, by the law of the kind of advice or by what the authority set. */
export async function limitOf(
  of: Advised,
  subject: Dossier,
  type: AdviceType,
  { from, delay }: { from: PlainDate; delay: string },
): Promise<Limit> {
  const law = of.laws.find(({ name }) => name === type.law)
  const which = legalWhich.find((one) => one === delay) ?? 'normal'
  const legal = await law?.ends(subject, from, which)
  if (legal) return limit(legal.reckoning, type, `${legal.cite}. ${explain(legal.reckoning)}`)
  const days = delaysOf(type).find(({ name }) => name === delay)?.days ?? type.days
  const reckoning = lastDay(from, days, type, await officeDays())
  return limit(reckoning, type, explain(reckoning))
}

const limit = ({ date }: Reckoning, { alert }: AdviceType, why: string): Limit => ({
  ...{ due_on: date, why },
  alert_on: date.subtract({ days: alert }),
})
