import type { Database } from '#kernel/db'
import { type LegalAct, laws } from './act.ts'
import { forgetRules } from './load.ts'

/** One lock for all processes that start at once; the number is arbitrary but fixed. */
const lock = 7_310_027

/** One statement, so that a start between two others finds all of the law of the one or of the other. */
const merging = `
  merge into commons.law_rule r
  using jsonb_to_recordset($1) as d
    (key text, article text, organ text, value jsonb, "from" date, "to" date,
     verified boolean, source text, note text)
  on r.key = d.key and r.valid_from = d."from" and coalesce(r.organ_kind, '') = coalesce(d.organ, '')
  when matched and (r.article, r.value, r.valid_to, r.verified, r.source, r.note)
    is distinct from (d.article, d.value, d."to", d.verified, d.source, coalesce(d.note, ''))
  then update set article = d.article, value = d.value, valid_to = d."to", verified = d.verified,
    source = d.source, note = coalesce(d.note, '')
  when not matched then
    insert (key, article, organ_kind, value, valid_from, valid_to, verified, source, note)
    values (d.key, d.article, d.organ, d.value, d."from", d."to", d.verified, d.source,
      coalesce(d.note, ''))
  when not matched by source then delete
  returning merge_action() as action, coalesce(r.key, d.key) as key`

/** What a start changed in the rows of the law. */
export interface Kept {
  readonly action: 'INSERT' | 'UPDATE' | 'DELETE'
  readonly key: string
}

/**
 * Makes the rows of the law what the trades declare: new ones are added, corrected ones rewritten,
 * those that nobody declares any more removed, unless a row refers to one: then the start fails.
 * Nothing is written where they are equal. Returns what changed.
 */
export async function keepLaw(
  database: Database,
  acts: readonly LegalAct[] = laws.every(),
): Promise<Kept[]> {
  const rows = acts.flatMap(({ key, rules }) => rules.map((rule) => ({ key, ...rule })))
  const client = await database.owner.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${lock})`)
    const { rows: changed } = await client.query<Kept>(merging, [JSON.stringify(rows)])
    await client.query('commit')
    return changed
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    forgetRules()
    client.release(broken)
  }
}
