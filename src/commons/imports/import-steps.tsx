import { t } from '#kernel/i18n'
import { Steps } from '#kernel/ui'

const steps = ['files', 'check', 'done'] as const

/** The three steps of an import, and where one stands. */
export function ImportSteps({ at }: { at: (typeof steps)[number] }) {
  const current = steps.indexOf(at)
  return (
    <Steps
      label={t('imports.steps')}
      steps={steps.map((step, index) => ({
        label: t(`imports.step.${step}`),
        state: index < current ? 'done' : index === current ? 'current' : 'todo',
      }))}
    />
  )
}
