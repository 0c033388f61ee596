import { t } from '#kernel/i18n'
import { FoldedCheckboxes, FormSection, Select } from '#kernel/ui'
import { type Term, terms, goalKey, goals } from '#commons/vocabularies'
import type { PartProps } from './element-fields.tsx'

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
            <FoldedCheckboxes
              name={field}
              label={t(`strategy.field.${field}`)}
              choices={(await terms(vocabulary)).map(choiceOf)}
              values={given[field] ?? []}
            />
          )),
      )}
      {uses('sdgs') && (
        <FoldedCheckboxes
          name="sdgs"
          label={t('strategy.field.sdgs')}
          choices={goals.map((goal) => ({
            value: String(goal),
            label: t('strategy.sdg.tag', { goal, name: t(goalKey(goal)) }),
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
