import type { Generated } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { type Module, tradeOf } from '#kernel/module'
import { tenant } from '#kernel/tenancy'

interface ProvidedTable {
  tenant_id: Generated<string>
  module: string
  at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.provided': ProvidedTable
  }
}

/** The modules that are there for an authority with these trades on, in the order of their needs. */
export const thereWith = (on: ReadonlySet<string>, modules: readonly Module[]): Module[] =>
  modules.filter((one) => {
    const trade = tradeOf(one)
    return trade === null || on.has(trade)
  })

/** By module: what is written in the place of what it starts with. */
export type Instead = Readonly<Record<string, () => Promise<void>>>

/**
 * Gives the current authority what these modules start with, unless they gave it before. Of two who
 * do so at once the second waits for the first, by the key of the row. Returns who gave something.
 */
export async function provide(
  modules: readonly Module[],
  instead: Instead = {},
): Promise<string[]> {
  const given: string[] = []
  for (const { name, provision } of modules) {
    const give = instead[name] ?? provision
    if (!give) continue
    const row = await db()
      .insertInto('kernel.provided')
      .values({ module: name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('module')
      .executeTakeFirst()
    if (!row) continue
    await actAs(system, () => give(tenant().kind))
    given.push(name)
  }
  return given
}
