import { sql } from 'kysely'
import { db, type Latest, latest } from '#kernel/db'
import type { AnySetting, Decision } from './setting.ts'
import { changeInWords } from './words.ts'

/** Who decided what of a setting, when, from what to what. */
export interface Change {
  readonly one: AnySetting
  readonly by: string
  readonly at: Temporal.Instant
  readonly words: string
}

/** Everything that was ever decided of these settings, the last first. */
export async function changesOf(
  of: readonly AnySetting[],
  most: number | null,
): Promise<Latest<Change>> {
  if (of.length === 0) return { rows: [], all: 0 }
  const named = new Map(of.map((one) => [one.name, one]))
  const { rows, all } = await latest(
    db()
      .selectFrom('commons.setting')
      .select(['id', 'name', 'given', 'is_default', 'decided_by', 'decided_at'])
      .select(sql<unknown>`lag(given) over (partition by name order by id)`.as('given_before'))
      .select(
        sql<boolean | null>`lag(is_default) over (partition by name order by id)`.as('was_default'),
      )
      .where('name', 'in', [...named.keys()])
      .orderBy('id', 'desc'),
    most,
  )
  return { rows: (await Promise.all(rows.map(told))).flat(), all }

  async function told({ given_before, was_default, ...decision }: Row): Promise<Change[]> {
    const one = named.get(decision.name)
    if (!one) return []
    const before =
      was_default === null
        ? undefined
        : { ...decision, given: given_before, is_default: was_default }
    const words = await changeInWords(one, decision, before)
    return [{ one, by: decision.decided_by, at: decision.decided_at, words }]
  }
}

interface Row extends Decision {
  given_before: unknown
  was_default: boolean | null
}
