import type { Generated } from 'kysely'
import { db } from '#kernel/db'

/** What is mapped: their categories and their services. */
export type Mapped = 'category' | 'service'

declare module '#kernel/db' {
  interface Tables {
    'plonemeeting.mapping': {
      tenant_id: Generated<string>
      what: Mapped
      token: string
      local_id: string
    }
  }
}

/** What a token of theirs stands for. */
export interface Meant {
  what: Mapped
  token: string
  id: string
}

/** Remembers which of ours tokens of theirs stand for from now on. */
export async function remember(meant: readonly Meant[]): Promise<void> {
  if (meant.length === 0) return
  await db()
    .insertInto('plonemeeting.mapping')
    .values(meant.map(({ id, ...one }) => ({ ...one, local_id: id })))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'what', 'token'])
        .doUpdateSet({ local_id: (e) => e.ref('excluded.local_id') }),
    )
    .execute()
}

/** The tokens of theirs that each of ours stands for, by the id of ours: categories, and services. */
export async function remembered(): Promise<Record<Mapped, Map<string, string[]>>> {
  const rows = await db()
    .selectFrom('plonemeeting.mapping')
    .select(['what', 'token', 'local_id'])
    .execute()
  const of = (wanted: Mapped) => {
    const alike = Map.groupBy(
      rows.filter(({ what }) => what === wanted),
      ({ local_id }) => local_id,
    )
    return new Map([...alike].map(([id, mapped]) => [id, mapped.map(({ token }) => token)]))
  }
  return { category: of('category'), service: of('service') }
}

/** How many tokens of theirs are remembered. */
export async function countRemembered(): Promise<number> {
  const { count } = await db()
    .selectFrom('plonemeeting.mapping')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
