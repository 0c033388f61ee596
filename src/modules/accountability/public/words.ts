import { formatDate, formatNumber, t } from '#kernel/i18n'
import type { Tone } from '#kernel/ui'
import type { PublicElement } from '../publish.ts'

type State = NonNullable<PublicElement['state']>

export const tones: Record<State, Tone> = {
  to_be_scheduled: 'neutral',
  ongoing: 'info',
  achieved: 'good',
  terminated: 'good',
  stopped: 'bad',
  abandoned: 'bad',
}

/** The money of these amounts in cents, in one year where one is told. */
export const sumIn = (budget: PublicElement['budget'], year?: number): number =>
  budget
    .filter((amount) => year === undefined || amount.year === year)
    .reduce((sum, { cents }) => sum + cents, 0)

export const isAction = ({ level }: PublicElement): boolean =>
  level === 'action' || level === 'sub_action'

/** « En cours », « Abandonnée » of an action */
export const stateName = (state: State, kind: 'action' | 'objective'): string =>
  t(`accountability.public.state.${state}`, { kind })

/** The same of an element; empty for a volet, which has no state. */
export const stateOf = (one: PublicElement): string =>
  one.state === null ? '' : stateName(one.state, isAction(one) ? 'action' : 'objective')

export const dateOf = (day: string): string => formatDate(Temporal.PlainDate.from(day), 'short')

/** « Attente au guichet : 17 minutes, à atteindre : 12 » */
export function measured({ label, unit, value, target }: PublicElement['indicators'][number]) {
  const figures = { value: value === null ? '—' : formatNumber(value), unit, label }
  return target === null
    ? t('accountability.public.indicator', figures)
    : t('accountability.public.indicator_to', { ...figures, target: formatNumber(target) })
}
