import { sql } from 'kysely'
import { z } from 'zod'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { languages } from '#kernel/i18n'
import { kinds } from '#commons/trades'
import { ensureFree, type Opened, openWith } from './opening.ts'
import type { Identity, Profile } from './schema.ts'
import './tables.ts'

/** What was said of an authority, as its row keeps it. */
const Kept = z.object({
  ...{ first_name: z.string(), last_name: z.string(), login: z.string(), email: z.string() },
  ...{ name: z.string(), short_name: z.string(), number: z.string() },
  ...{ hosts: z.array(z.string()), address: z.array(z.string()), hue: z.number() },
  kind: z.enum(kinds),
  language: z.enum(languages),
  offered: z.array(z.enum(languages)).optional(),
})

/** An authority that is about to be opened: its profile is adapted next. */
export interface Begun {
  id: string
  said: Identity
  arms: string
}

/** Keeps what was said of an authority that is about to be opened. Throws `Invalid`. */
export async function beginOpening(
  said: Identity,
  { arms, others }: { arms: string; others: boolean },
): Promise<string> {
  const hosts = await ensureFree(said, others)
  const { id } = await db()
    .insertInto('commons.opening')
    .values({
      ...{ name: said.name, kind: said.kind, arms, opened_as: null, begun_by: actor().name },
      identity: sql`${JSON.stringify({ ...said, hosts })}::jsonb`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** One that was begun. Throws `NotFound`, and `Conflict` once it is open. */
export async function openingNamed(id: string | undefined, { lock = false } = {}): Promise<Begun> {
  if (!id || !isId(id)) throw new NotFound()
  const row = await db()
    .selectFrom('commons.opening')
    .select(['id', 'name', 'identity', 'arms', 'opened_as'])
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new NotFound()
  ensure(!row.opened_as, Conflict, 'authorities.opened_already', { name: row.name })
  return { id: row.id, said: Kept.parse(row.identity), arms: row.arms }
}

/** Those that were begun and are not open, the last first. */
export const openingsBegun = () =>
  db()
    .selectFrom('commons.opening')
    .select(['id', 'name', 'kind', 'begun_by', 'begun_at'])
    .where('opened_as', 'is', null)
    .orderBy('begun_at', 'desc')
    .execute()

/** Opens one that was begun, with its profile; of two who do so one. What was said of people is forgotten here. */
export async function carryOut(id: string | undefined, profile: Profile): Promise<Opened> {
  const begun = await openingNamed(id, { lock: true })
  // That its host names are vouched for was asked where it was begun.
  const made = await openWith(begun.said, { arms: begun.arms, profile, others: true })
  await db()
    .updateTable('commons.opening')
    .set({ opened_as: made.authority.slug, identity: sql`'{}'::jsonb`, arms: '' })
    .where('id', '=', begun.id)
    .execute()
  return made
}

/** Forgets one that was begun. */
export async function dropOpening(id: string | undefined): Promise<string> {
  const { said, id: known } = await openingNamed(id, { lock: true })
  await db().deleteFrom('commons.opening').where('id', '=', known).execute()
  return said.name
}
