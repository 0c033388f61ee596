import { t } from '#kernel/i18n'
import { FoldedCheckboxes, FormSection, Select } from '#kernel/ui'
import { type Term, allTerms, goalKey, goals } from '#commons/vocabularies'
import { labelLists } from '../writing.ts'
import type { PartProps } from './element-fields.tsx'

/** Priority, categories, transversal plans, goals of sustainable development. */
export async function Labels({ given, uses }: PartProps) {
  if (!(['priority', 'categories', 'plans', 'sdgs'] as const).some(uses)) return null
  return (
    <FormSection title={t('strategy.labels')}>
      {uses('priority') && (
        <Select
          name="priority"
          label={t('strategy.field.priority')}
          value={given.priority?.toString() ?? ''}
          options={(['', 0, 1, 2] as const).map((value) => ({
            value: String(value),
            label: value === '' ? '—' : t(`strategy.priority.${value}`),
          }))}
        />
      )}
      {await Promise.all(
        (['categories', 'plans'] as const).filter(uses).map(async (field) => (
          <FoldedCheckboxes
            name={field}
            label={t(`strategy.field.${field}`)}
            choices={(await allTerms(labelLists[field]))
              // What is proposed no more stays where it is already.
              .filter(({ id, hidden }) => !hidden || (given.id && given[field]?.includes(id)))
              .map(choiceOf)}
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
