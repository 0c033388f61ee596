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

/** Remembers which of ours a token of theirs stands for from now on. */
export async function remember(what: Mapped, token: string, id: string): Promise<void> {
  await db()
    .insertInto('plonemeeting.mapping')
    .values({ what, token, local_id: id })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'what', 'token']).doUpdateSet({ local_id: id }),
    )
    .execute()
}

/** The tokens of theirs that each of ours stands for, by the id of ours. */
export async function remembered(what: Mapped): Promise<Map<string, string[]>> {
  const rows = await db()
    .selectFrom('plonemeeting.mapping')
    .select(['token', 'local_id'])
    .where('what', '=', what)
    .execute()
  const alike = Map.groupBy(rows, ({ local_id }) => local_id)
  return new Map([...alike].map(([id, mapped]) => [id, mapped.map(({ token }) => token)]))
}

/** How many tokens of theirs are remembered. */
export async function countRemembered(): Promise<number> {
  const { count } = await db()
    .selectFrom('plonemeeting.mapping')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
