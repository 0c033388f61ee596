import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { ensureProven } from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { ensureEdition } from '#kernel/pages'
import { allServices } from '#commons/directory'
import type { SaidOfProgram } from './schema.ts'
import { rolesForPrograms, wholeScopes } from './scopes.ts'
import './tables.ts'

const made = event('programs.program.make', { toDossier: false })
const rewritten = event('programs.program.rewrite', { toDossier: false })
const suspended = event('programs.program.suspend', { toDossier: false })
const resumed = event('programs.program.resume', { toDossier: false })

/** A program of the authority (compte de service). */
export interface Program extends SaidOfProgram {
  id: string
  suspended_at: Temporal.Instant | null
  made_at: Temporal.Instant
  made_by_name: string
  /** Its keys that let in, and the first day on which one of them does no more. */
  keys: number
  ends_at: Temporal.Instant | null
  used_at: Temporal.Instant | null
}

const programs = () =>
  db()
    .selectFrom('commons.program as p')
    .select([
      'p.id',
      'p.name',
      'p.purpose',
      'p.contact',
      'p.service_id',
      'p.scopes',
      'p.roles',
      'p.services',
      'p.function',
      'p.per_minute',
      'p.suspended_at',
      'p.made_at',
      'p.made_by_name',
    ])
    .select([
      sql<number>`(select count(*) from commons.program_key k
        where k.program_id = p.id and k.revoked_at is null and k.expires_at > now())::int`.as(
        'keys',
      ),
      sql<Temporal.Instant | null>`(select max(k.expires_at) from commons.program_key k
        where k.program_id = p.id and k.revoked_at is null and k.expires_at > now())`.as('ends_at'),
      sql<Temporal.Instant | null>`(select max(k.used_at) from commons.program_key k
        where k.program_id = p.id)`.as('used_at'),
    ])

/** The programs of the authority, by name. */
export const allPrograms = (): Promise<Program[]> =>
  programs()
    .orderBy(sql`p.name collate kernel.french_order`)
    .orderBy('p.id')
    .execute()

/** One program. Throws `NotFound`. */
export async function programNamed(
  id: string | undefined,
  { lock = false } = {},
): Promise<Program> {
  if (!id || !isId(id)) throw new NotFound()
  const found = await programs()
    .where('p.id', '=', id)
    .$if(lock, (query) => query.forUpdate('p'))
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** What the form of a program is made from. */
export const standing = (one: SaidOfProgram) => [
  ...[one.name, one.purpose, one.contact, one.service_id, one.function, String(one.per_minute)],
  ...[one.scopes, one.roles, one.services].map((all) => all.join(' ')),
]

/** Throws `Invalid` where what is given to a program is not there, or not for programs. */
async function given(said: SaidOfProgram): Promise<SaidOfProgram> {
  const known = new Set((await allServices()).map(({ id }) => id))
  const unknown = [said.service_id, ...said.services].find((id) => !known.has(id))
  if (unknown !== undefined) throw Invalid.field('service_id', 'programs.service_unknown')
  const held = rolesForPrograms().map(({ name }) => name)
  const role = said.roles.find((name) => !held.includes(name))
  if (role !== undefined) throw Invalid.field('roles', 'programs.role_personal', { role })
  if (said.scopes.length === 0) throw Invalid.field('scopes', 'programs.scopes_needed')
  const { rows } = await sql<{ id: string }>`select id from commons.program
    where kernel.name_key(name) = kernel.name_key(${said.name})`.execute(db())
  const [same] = rows
  if (same && Reflect.get(said, 'id') !== same.id)
    throw Invalid.field('name', 'programs.name_taken', { name: said.name })
  return { ...said, scopes: wholeScopes(said.scopes) }
}

/** Makes a program; it lets nobody in before it has a key. Throws `Invalid`, `ProofNeeded`. */
export async function makeProgram(said: SaidOfProgram): Promise<string> {
  ensureProven()
  const { id } = await db()
    .insertInto('commons.program')
    .values({ ...(await given(said)), suspended_at: null, made_by_name: actor().name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emit(made, id, { name: said.name })
  return id
}

/** Rewrites what is said of a program; what is taken from it, it may not do from its next request on. */
export async function rewriteProgram(
  id: string,
  said: SaidOfProgram,
  edition?: string,
): Promise<void> {
  ensureProven()
  const before = await programNamed(id, { lock: true })
  if (edition !== undefined) ensureEdition(standing(before), edition)
  const { id: _, ...fresh } = { ...(await given({ ...said, ...{ id } })), id }
  await db().updateTable('commons.program').set(fresh).where('id', '=', id).execute()
  const names = ['name', 'purpose', 'contact', 'service_id', 'function', 'per_minute'] as const
  const lists = ['scopes', 'roles', 'services'] as const
  const changed = [
    ...names.filter((name) => before[name] !== fresh[name]),
    ...lists.filter((name) => before[name].join() !== fresh[name].join()),
  ]
  await emit(rewritten, id, { name: fresh.name, changed })
}

/** Lets a program in no more until told. Throws `Conflict` where that is so already. */
export async function suspendProgram(id: string): Promise<void> {
  const program = await programNamed(id, { lock: true })
  ensure(!program.suspended_at, Conflict, 'programs.suspended_already', { name: program.name })
  const now = Temporal.Now.instant()
  await db()
    .updateTable('commons.program')
    .set({ suspended_at: now })
    .where('id', '=', id)
    .execute()
  await emit(suspended, id, { name: program.name })
}

/** Lets a program in again. Throws `Conflict`, `ProofNeeded`. */
export async function resumeProgram(id: string): Promise<void> {
  ensureProven()
  const program = await programNamed(id, { lock: true })
  ensure(program.suspended_at, Conflict, 'programs.not_suspended', { name: program.name })
  await db()
    .updateTable('commons.program')
    .set({ suspended_at: null })
    .where('id', '=', id)
    .execute()
  await emit(resumed, id, { name: program.name })
}
