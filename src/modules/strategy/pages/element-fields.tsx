import type { Attempt } from '#kernel/http'
import { FormParts } from '#commons/records'
import type { Element } from '../element.ts'
import { allFields, isAsked, sections } from '../element-fields.tsx'
import type { Level } from '../level.ts'
import { namesIn, needsManagers, type Party } from '../party.ts'
import type { Plan } from '../plan.ts'

/** What an element says already, or takes from its parent. */
export type Given = Partial<Element> & { managers: string[]; parties: readonly Party[] }

interface FieldsProps {
  plan: Plan
  level: Level
  given: Given
  attempt: Attempt | undefined
}

/** The fields of an element, as the plan shows them and as far as they are for the one who writes. */
export function ElementFields({ plan, level, given, attempt }: FieldsProps) {
  const parts = sections.flatMap((part) => {
    const names = part.names.filter((name) => isAsked(plan, level, name))
    return names.length > 0 ? [{ ...part, names }] : []
  })
  return (
    <FormParts
      fields={allFields}
      parts={parts}
      values={{ ...given, ...namesIn(given.parties) }}
      required={needsManagers(level) ? ['managers'] : []}
      asking={{ of: given.id ? { id: given.id } : undefined, typed: attempt?.values }}
    />
  )
}
