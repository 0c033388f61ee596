import { sql } from 'kysely'
import { actAs, ensureInPerson, system } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { readMany, writeMany } from '#commons/dossiers'
import { everyone, fullName } from '#commons/directory'
import { organs, seatedAmong } from '#commons/organs'
import { publicationsOfMany } from '#commons/publication'
import { allTerms } from '#commons/vocabularies'
import { categories } from '#modules/deliberations'
import { mappingsOf } from './mapping.ts'
import { incomingMeetings } from './meeting.ts'
import type { Source } from './source.ts'
import type { MappedKind } from './tables.ts'

/** What a token may stand for. */
interface Choice {
  id: string
  name: string
}

/** What tokens may stand for: organs, categories, and whoever has or had a seat. */
export async function choicesFor(): Promise<Readonly<Record<MappedKind, Choice[]>>> {
  const people = await everyone.get()
  const seated = await seatedAmong(people.map(({ id }) => id))
  return {
    organ: await organs(),
    subject: await allTerms(categories.name),
    in_charge: people
      .filter(({ id }) => seated.has(id))
      .map((one) => ({ id: one.id, name: fullName(one) })),
  }
}

const columns = { organ: 'organ_id', subject: 'term_id', in_charge: 'person_id' } as const

/** What somebody says of a token: what it stands for; null: nothing. */
export interface Meaning {
  what: MappedKind
  token: string
  id: string | null
}

/**
 * Says what tokens of a source stand for here: for what is published from now on. Throws `Invalid` where one stands for nothing that is
 * there, `Conflict` where a meeting of which something is public would be of another organ.
 */
export async function mapTokens(source: Source, meanings: readonly Meaning[]): Promise<void> {
  ensureInPerson()
  const offered = await choicesFor()
  const known = new Map(
    (await mappingsOf(source.id)).map((one) => [`${one.what}.${one.token}`, one]),
  )
  const fresh = meanings.filter(({ what, token, id }) => {
    const name = `${what}.${token}`
    const before = known.get(name)
    if (!before || (id !== null && !offered[what].some((one) => one.id === id)))
      throw Invalid.field(`to.${name}`, 'http.field.choose')
    return before[columns[what]] !== id
  })
  if (fresh.length === 0) return
  const rows = fresh.map(({ what, token, id }) => ({ what, token, [columns[what]]: id }))
  await sql`
    update incoming.mapping m set organ_id = r.organ_id, term_id = r.term_id, person_id = r.person_id
    from jsonb_to_recordset(${asRows(rows)})
      as r (what text, token text, organ_id uuid, term_id uuid, person_id uuid)
    where m.source_id = ${source.id} and (m.what, m.token) = (r.what, r.token)`.execute(db())
  await moveMeetings(
    source,
    new Map(fresh.flatMap(({ what, token, id }) => (what === 'organ' ? [[token, id]] : []))),
  )
}

/** Meetings of organs that somebody said are of these from now on. */
async function moveMeetings(
  { id: sourceId }: Source,
  organOf: ReadonlyMap<string, string | null>,
): Promise<void> {
  if (organOf.size === 0) return
  const ids = sql<string[]>`array(select id from incoming.meeting
    where source_id = ${sourceId} and organ_token = any(${[...organOf.keys()]}::text[]))`
  const moved = await actAs(system, () => readMany(incomingMeetings, ids, { lock: true }))
  const copies = await publicationsOfMany(moved.map(({ id }) => id))
  const isPublic = [...copies.values()].flat().some((one) => one.withdrawn_at === null)
  ensure(!isPublic, Conflict, 'incoming.mapping.public')
  await writeMany(
    incomingMeetings,
    'map',
    moved.map((dossier) => {
      return { dossier, patch: { organ_id: organOf.get(dossier.organ_token) ?? null } }
    }),
  )
}
