import { sql } from 'kysely'
import { db } from '#kernel/db'
import { knownMessage, t } from '#kernel/i18n'
import { tracesOfErased, whoIsErased } from '#commons/holdings'

/** What else went with something of somebody, by what it is called. */
export interface Trace {
  readonly says: string
  readonly count: number
}

/** Takes away what other folders hold of whom this is of; it is still there when one asks. Of what is of nobody, nothing. */
export async function forgetTraces(kind: string, id: string): Promise<Trace[]> {
  const found: Trace[] = []
  for (const who of whoIsErased.every()) {
    const erased = who.kind === kind ? await who.of(id) : null
    if (!erased) continue
    for (const { says, forget } of tracesOfErased.every()) {
      const count = await forget(erased)
      if (count > 0) found.push({ says, count })
    }
  }
  return found
}

/** What would go with it: tried, and left as it was. */
export async function tracesOf(kind: string, id: string): Promise<Trace[]> {
  await sql`savepoint traces`.execute(db())
  try {
    return await forgetTraces(kind, id)
  } finally {
    await sql`rollback to savepoint traces`.execute(db())
    await sql`release savepoint traces`.execute(db())
  }
}

/** « 3 lettres, 2 vues »; empty: nothing. */
export const tracesInWords = (traces: readonly Trace[]): string =>
  traces
    .flatMap(({ says, count }) => {
      const key = knownMessage(says)
      return key ? t(key, { count }) : []
    })
    .join(', ')
