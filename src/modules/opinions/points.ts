import { directorGeneral } from '#commons/directory'
import { advisedKind } from '#commons/advices'
import { decidedStates, items, itemWorkflow, secretariat } from '#modules/deliberations'
import { aboveThreshold, financeDelay } from './finance.ts'

export const conditions = { aboveThreshold: 'deliberations.above_threshold' } as const
export const laws = { finance: 'deliberations.finance_advice' } as const

/** Advice is asked on points of deliberations from their proposal to their decision. */
export const advisedPoints = advisedKind(items, {
  flow: itemWorkflow,
  label: 'opinions.points',
  givenIn: ['proposed', 'validated', 'presented', 'frozen'],
  overIn: [...decidedStates, 'cancelled'],
  askers: ({ service_id, created_by }) => [
    ...(service_id ? [`service:${service_id}:editor`, `service:${service_id}:head`] : []),
    ...(created_by ? [`user:${created_by}`] : []),
    ...[directorGeneral.principal, secretariat.principal],
  ],
  text: ({ title, motivation, decision }) => ({
    title,
    parts: [
      { name: 'motivation', label: 'deliberations.item.motivation', html: motivation },
      { name: 'decision', label: 'deliberations.item.decision', html: decision },
    ],
  }),
  conditions: [
    { name: conditions.aboveThreshold, label: 'opinions.above_threshold', holds: aboveThreshold },
  ],
  laws: [{ name: laws.finance, label: 'opinions.finance_delay', ends: financeDelay }],
  follows: ({ follows }) => (typeof follows === 'string' ? follows : null),
})
