import { type RawBuilder, sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'
import { db } from '#kernel/db'
import { type Vocabulary } from '#commons/vocabularies'
import { elementPath } from './element.ts'

const conditions: Readonly<Record<string, (termId: string) => RawBuilder<unknown>>> = {
  category: (termId) => sql`${termId}::uuid = any(e.categories)`,
  transversal: (termId) => sql`${termId}::uuid = any(e.plans)`,
  source: (termId) => sql`exists (select from strategy.budget_line b
    where b.tenant_id = e.tenant_id and b.element_id = e.id and b.source_id = ${termId})`,
}

/** Which element uses a category, a transversal plan or a source of money. */
export function usesOf(name: 'category' | 'transversal' | 'source'): Vocabulary['uses'] {
  return async (termId) => {
    const { rows } = await sql<{ id: string; title: string; seen: boolean }>`
      select e.id, d.title, (${isSystem()} or d.readers && ${[...actor().principals]}::text[]) as seen
      from strategy.element e join commons.dossier d using (tenant_id, id)
      where ${conditions[name]?.(termId)} order by seen desc, e.id limit 1`.execute(db())
    const [one] = rows
    if (!one) return null
    return one.seen ? { title: one.title, href: elementPath(one) } : 'unseen'
  }
}
