import { formatDateTime, t } from '#kernel/i18n'
import type { Preview } from './importing.ts'
import type { PlannedLabel } from './resolve.ts'
import { gathered, nameHere, numberOf } from './sentences.ts'

/** What an import would do, as plain text for a terminal. */
export function importText({ plan, known, organ }: Preview): string {
  const { meeting } = plan.meeting
  const { items, annexes, findings } = plan.counts
  const when = meeting && formatDateTime(meeting.startsAt.toInstant())
  return [
    [organ?.name, when, meeting?.title].filter(Boolean).join(' · '),
    t('plonemeeting.facts', {
      create: items.create,
      annexes: annexes.create,
      refused: findings.refused,
    }),
    ...plan.items.map((planned) => {
      const { action, item } = planned
      const service = action === 'create' ? nameHere(planned.service, known.services) : ''
      const does = t(`plonemeeting.action.${action}`)
      const of = service && ` (${service})`
      return `  ${numberOf(item.number).padStart(5)}  ${does} · ${item.title ?? item.uid ?? ''}${of}`
    }),
    ...said(t('plonemeeting.refused'), gathered(plan.findings, 'refused')),
    ...said(t('plonemeeting.state.questions'), gathered(plan.findings, 'question')),
    ...toAnswer('--category', plan.categories),
    ...toAnswer('--service', plan.services),
    ...said(t('plonemeeting.notices'), gathered(plan.findings, 'notice')),
    ...(plan.ready && !plan.changes ? ['', t('plonemeeting.nothing')] : []),
  ].join('\n')
}

function said(title: string, findings: ReturnType<typeof gathered>): string[] {
  if (findings.length === 0) return []
  const lines = findings.flatMap(({ sentence, places }) => [
    `  ${sentence}`,
    ...places.map((place) => `      ${place}`),
  ])
  return ['', title, ...lines]
}

/** The options that answer what is asked. */
const toAnswer = (option: string, labels: readonly PlannedLabel[]) =>
  labels
    .filter(({ resolution }) => resolution.kind === 'question')
    .map(({ token, suggestion }) => `      ${option} ${token}=new:${suggestion}`)
