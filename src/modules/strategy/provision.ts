import { giveTerms } from '#commons/vocabularies'
import vocabularies from './vocabularies.json' with { type: 'json' }

/** What an authority starts with: where money comes from, what plans and actions are about. */
export async function provision(): Promise<void> {
  for (const [name, terms] of Object.entries(vocabularies))
    await giveTerms(`strategy.${name}`, terms)
}
