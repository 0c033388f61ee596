import { type RawBuilder, sql } from 'kysely'
import type { Permission } from '#kernel/access'
import { db } from '#kernel/db'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { kinds, pathOf, seen } from '#commons/dossiers'

/** What uses a term: a dossier to name, or one that the one who acts may not see. */
export type Use = { title: string; href: string } | 'unseen'

/** A list of words that each authority keeps for itself (vocabulaire). */
export interface Vocabulary {
  /** `deliberations.category`: as terms name it, and its page's address. */
  readonly name: string
  readonly label: MessageKey
  /** What the list and its order are for. */
  readonly help?: MessageKey
  /** Who may change it. */
  readonly permission: Permission
  /** Something that uses a term, if anything does: it cannot be removed then. */
  readonly uses: (termId: string) => Promise<Use | null>
}

/** The lists of the house, filled by the modules. */
export const vocabularies = slot<Vocabulary>('vocabularies')

/**
 * `uses` of a vocabulary whose terms stand in the table of a kind of dossiers: in a column, or where
 * `where` holds for its row, which is `t`.
 */
export function usedBy(
  kind: string,
  where: string | ((termId: string) => RawBuilder<unknown>),
): Vocabulary['uses'] {
  return async (termId) => {
    const known = kinds.all().find(({ name }) => name === kind)
    if (!known) throw new Error(`No module has dossiers of the kind ${kind}`)
    const condition =
      typeof where === 'string' ? sql`t.${sql.ref(where)} = ${termId}` : where(termId)
    const { rows } = await sql<{ id: string; title: string; seen: boolean }>`
      select d.id, d.title, ${seen()} as seen
      from commons.dossier d join ${sql.table(known.table)} t using (tenant_id, id)
      where ${condition}
      order by seen desc, d.id desc limit 1`.execute(db())
    const [one] = rows
    if (!one) return null
    return one.seen ? { title: one.title, href: pathOf(kind, one.id) } : 'unseen'
  }
}
