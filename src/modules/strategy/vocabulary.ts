import { sql } from 'kysely'
import { permission } from '#kernel/access'
import { type Vocabulary, usedBy } from '#commons/vocabularies'

const runs = permission('strategy.plan.run')

// Every kind of element has the same table.
const usedWhere = (condition: Parameters<typeof usedBy>[1]) =>
  usedBy('strategy.objective', condition)

/** The lists of words of the trade: what elements are about, and where their money comes from. */
export const ownVocabularies = [
  list(
    'category',
    usedWhere((id) => sql`${id}::uuid = any(t.categories)`),
  ),
  list(
    'transversal',
    usedWhere((id) => sql`${id}::uuid = any(t.plans)`),
  ),
  list(
    'source',
    usedWhere(
      (id) => sql`exists (select from commons.budget_line b
        where b.tenant_id = t.tenant_id and b.dossier_id = t.id and b.source_id = ${id})`,
    ),
  ),
]

function list(name: 'category' | 'transversal' | 'source', uses: Vocabulary['uses']): Vocabulary {
  const label = `strategy.vocabulary.${name}` as const
  return { name: `strategy.${name}`, label, permission: runs, uses }
}
