import { t } from '#kernel/i18n'
import { CheckboxGroup, FormSection, Select } from '#kernel/ui'
import { type Term, terms } from '#commons/vocabularies'
import type { PartProps } from './element-fields.tsx'
import { sdgKey } from './marks.tsx'

const goals = Array.from({ length: 17 }, (_, index) => index + 1)

/** Priority, categories, transversal plans, goals of sustainable development. */
export async function Labels({ given, uses }: PartProps) {
  if (!(['priority', 'categories', 'plans', 'sdgs'] as const).some(uses)) return null
  const vocabularies = [
    ['categories', 'strategy.category'],
    ['plans', 'strategy.transversal'],
  ] as const
  return (
    <FormSection title={t('strategy.labels')}>
      {uses('priority') && (
        <Select
          name="priority"
          label={t('strategy.field.priority')}
          value={given.priority?.toString() ?? ''}
          options={[
            { value: '', label: '—' },
            ...([0, 1, 2] as const).map((value) => ({
              value: String(value),
              label: t(`strategy.priority.${value}`),
            })),
          ]}
        />
      )}
      {await Promise.all(
        vocabularies
          .filter(([field]) => uses(field))
          .map(async ([field, vocabulary]) => (
            <Ticks
              name={field}
              choices={(await terms(vocabulary)).map(choiceOf)}
              values={given[field] ?? []}
            />
          )),
      )}
      {uses('sdgs') && (
        <Ticks
          name="sdgs"
          choices={goals.map((goal) => ({
            value: String(goal),
            label: t('strategy.sdg.tag', { goal, name: t(sdgKey(goal)) }),
          }))}
          values={(given.sdgs ?? []).map(String)}
        />
      )}
    </FormSection>
  )
}

const choiceOf = ({ id, name, grouping }: Term) => ({
  value: id,
  label: grouping ? `${name} (${grouping})` : name,
})

interface TicksProps {
  name: 'categories' | 'plans' | 'sdgs'
  choices: readonly { value: string; label: string }[]
  values: readonly string[]
}

/** A long list of boxes, folded, with what is ticked in sight. */
function Ticks({ name, choices, values }: TicksProps) {
  const chosen = choices.filter(({ value }) => values.includes(value)).map(({ label }) => label)
  const label = t(`strategy.field.${name}`)
  return (
    <details>
      <summary>{t('strategy.labelled', { label, value: chosen.join(', ') || '—' })}</summary>
      <input type="hidden" name={name} value="" />
      <CheckboxGroup name={name} label={label} choices={choices} values={values} />
    </details>
  )
}
