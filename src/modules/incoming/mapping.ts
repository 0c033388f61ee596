import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import type { MappedKind } from './tables.ts'
import './tables.ts'

/** A token of a source, and what it stands for here. */
export interface Mapped {
  what: MappedKind
  token: string
  /** As it is called there; empty: as its token. */
  label: string
  organ_id: string | null
  term_id: string | null
  person_id: string | null
}

/** What the tokens of a source stand for, those of which nobody has said it yet too. */
export const mappingsOf = (sourceId: string): Promise<Mapped[]> =>
  db()
    .selectFrom('incoming.mapping')
    .select(['what', 'token', 'label', 'organ_id', 'term_id', 'person_id'])
    .where('source_id', '=', sourceId)
    .orderBy('what')
    .orderBy('token')
    .execute()

/** What tokens of a source stand for here, by what they are of. */
export interface Meanings {
  organs: ReadonlyMap<string, string>
  subjects: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
}

/** What the tokens of a source stand for, where somebody said it. */
export async function meaningsOf(sourceId: string): Promise<Meanings> {
  const known = await mappingsOf(sourceId)
  const of = (what: MappedKind, column: 'organ_id' | 'term_id' | 'person_id') =>
    new Map(
      known.flatMap((one) => {
        const id = one[column]
        return one.what === what && id ? [[one.token, id] as const] : []
      }),
    )
  return {
    organs: of('organ', 'organ_id'),
    subjects: of('subject', 'term_id'),
    people: of('in_charge', 'person_id'),
  }
}

/** A token as a source told it. */
export interface NamedToken {
  what: MappedKind
  token: string
  label?: string
}

/** Keeps tokens of a source, for somebody to say what they stand for. What is known stays; a label that is told anew is taken. */
export async function noteTokens(sourceId: string, tokens: readonly NamedToken[]): Promise<void> {
  const rows = new Map(
    tokens.map(({ label = '', ...one }) => [`${one.what} ${one.token}`, { ...one, label }]),
  )
  if (rows.size === 0) return
  await sql`
    insert into incoming.mapping (source_id, what, token, label)
    select ${sourceId}, what, token, label
    from jsonb_to_recordset(${asRows([...rows.values()])}) as t (what text, token text, label text)
    on conflict (tenant_id, source_id, what, token) do update set label = excluded.label
      where excluded.label <> '' and mapping.label <> excluded.label`.execute(db())
}
