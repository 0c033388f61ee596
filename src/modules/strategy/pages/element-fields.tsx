import { t } from '#kernel/i18n'
import { FormSection } from '#kernel/ui'
import { inputsOf, only } from '#commons/records'
import type { Element } from '../element.ts'
import { allFields, isAsked, sections } from '../element-fields.tsx'
import type { Level } from '../level.ts'
import { needsManagers, type Party, personFields } from '../party.ts'
import { partOfField } from '../party-fields.ts'
import type { Plan } from '../plan.ts'

/** What an element says already, or takes from its parent. */
export type Given = Partial<Element> & { managers: string[]; parties: readonly Party[] }

interface FieldsProps {
  plan: Plan
  level: Level
  given: Given
}

/** The fields of an element, as the plan shows them and as far as they are for the one who writes. */
export async function ElementFields({ plan, level, given }: FieldsProps) {
  const values = { ...given, ...namesIn(given.parties) }
  const shown = sections.map(async ({ title, help, names }) => {
    const asked = names.filter((name) => isAsked(plan, level, name))
    if (asked.length === 0) return null
    const inputs = await inputsOf(
      only(allFields, asked),
      values,
      needsManagers(level) ? ['managers'] : [],
    )
    if (!title) return <>{inputs}</>
    return (
      <FormSection title={t(title)} help={help && t(help)}>
        {inputs}
      </FormSection>
    )
  })
  return <>{await Promise.all(shown)}</>
}

/** Persons as they are typed: their names, one after a semicolon each. */
const namesIn = (parties: readonly Party[]) =>
  Object.fromEntries(
    personFields.map((field) => [
      field,
      parties
        .filter(({ part }) => part === partOfField[field])
        .map(({ name }) => name)
        .join('; '),
    ]),
  )
