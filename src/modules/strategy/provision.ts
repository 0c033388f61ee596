import { addTerm } from '#commons/vocabularies'
import vocabularies from './vocabularies.json' with { type: 'json' }

/** What a new authority starts with: where money comes from, what plans and actions are about. */
export async function provision(): Promise<void> {
  for (const [name, terms] of Object.entries(vocabularies))
    for (const term of terms)
      await addTerm(`strategy.${name}`, term.name, 'grouping' in term ? term.grouping : '')
}
