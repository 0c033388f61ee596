import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import type { Dossier } from '#commons/dossiers'
import type { Advice } from './advice.ts'
import type { Advised, AdvisedText } from './advised.ts'
import './tables.ts'
import type { AdviceValue } from './values.ts'

/** An advice as it was given once, on a text. */
export interface AdviceVersion {
  number: number
  value: AdviceValue
  words: string
  given_on: Temporal.PlainDate
  given_by: string
  at: Temporal.Instant
  snapshot: AdvisedText
}

/** Keeps what advices say now as their next versions, each with the text of its dossier (D09). */
export async function keepVersions(
  all: readonly Advice[],
  subjects: ReadonlyMap<string, Dossier>,
  of: Advised,
): Promise<void> {
  const rows = all.flatMap(({ id, subject_id, value, words, given_on, given_by }) => {
    const subject = subjects.get(subject_id)
    if (!subject || !value || !given_on) return []
    return { id, value, words, given_on: String(given_on), given_by, snapshot: of.text(subject) }
  })
  await sql`
    insert into commons.advice_version
      (advice_id, number, value, words, given_on, given_by, snapshot)
    select id, 1 + coalesce((select max(number) from commons.advice_version v
      where v.advice_id = w.id), 0), value, words, given_on, given_by, snapshot
    from jsonb_to_recordset(${asRows(rows)}) as w
      (id uuid, value text, words text, given_on date, given_by text, snapshot jsonb)`.execute(db())
}

/** The versions of an advice that the one who acts sees, the last first. */
export const versionsOf = ({ id }: Pick<Advice, 'id'>): Promise<AdviceVersion[]> =>
  db()
    .selectFrom('commons.advice_version')
    .select(['number', 'value', 'words', 'given_on', 'given_by', 'at', 'snapshot'])
    .where('advice_id', '=', id)
    .orderBy('number', 'desc')
    .execute()

/** The parts of a text that say something else than when an advice was given. */
export function changedSince(then: AdvisedText, now: AdvisedText): AdvisedText['parts'] {
  const after = new Map(now.parts.map((part) => [part.name, part.html]))
  return then.parts.filter(({ name, html }) => after.get(name) !== html)
}
