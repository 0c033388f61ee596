import { sql } from 'kysely'
import { ensureInPerson } from '#kernel/access'
import { audit } from '#kernel/audit'
import {
  createAccount,
  disableAccount,
  enableAccount,
  ensureProven,
  lockAccount,
  renameAccount,
} from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { ensureEdition } from '#kernel/pages'
import {
  addPerson,
  administered,
  keepEmail,
  refreshPrincipals,
  goneBy,
  todayHere,
} from '#commons/directory'
import { ensureUnrestricted } from '#commons/holdings'

const added = event('people.person.add', { toDossier: false })
const rewritten = event('people.person.rewrite', { toDossier: false })
const suspended = event('people.person.suspend', { toDossier: false })
const resumed = event('people.person.resume', { toDossier: false })

/** What is said of a person, besides what they hold. */
export interface Identity {
  civility: '' | 'mr' | 'mrs'
  first_name: string
  last_name: string
  email: string
  external_id: string
  /** Under which they sign in; empty: they do not. */
  login: string
}

/** How somebody stands in the directory. */
export const states = ['active', 'leaving', 'suspended', 'none', 'left'] as const
export type PersonState = (typeof states)[number]

/** Somebody of the directory, as those know them who keep it. */
export interface KnownPerson extends Identity {
  id: string
  state: PersonState
  leaves_on: Temporal.PlainDate | null
  heir_id: string | null
}

/** How somebody stands today, of `d` and their account `a`. */
export const stateNow = () => sql<PersonState>`case
  when ${goneBy(todayHere(), 'd')} then 'left' when a.id is null then 'none'
  when a.disabled_at is not null then 'suspended' when d.leaves_on is not null then 'leaving' else 'active' end`

const columns = [
  'd.id',
  'd.civility',
  'd.first_name',
  'd.last_name',
  'd.email',
  'd.external_id',
  'd.leaves_on',
  'd.heir_id',
] as const

/** The persons, each with their account. */
export const known = () =>
  db()
    .selectFrom('commons.person as d')
    .leftJoin('kernel.account as a', (join) =>
      join.onRef('a.tenant_id', '=', 'd.tenant_id').onRef('a.id', '=', 'd.id'),
    )
    .where('d.merged_into', 'is', null)
    .select(columns)
    .select([sql<string>`coalesce(a.login, '')`.as('login'), stateNow().as('state')])

/** One person. Throws `NotFound`. */
export async function knownPerson(
  id: string | undefined,
  { lock = false } = {},
): Promise<KnownPerson> {
  if (!id || !isId(id)) throw new NotFound()
  const found = await known()
    .where('d.id', '=', id)
    .$if(lock, (query) => query.forUpdate('d'))
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Locks persons, in one order: nobody else changes them until the transaction ends. */
export async function lockPersons(ids: readonly string[]): Promise<void> {
  if (!ids.every(isId)) throw new NotFound()
  await sql`select id from commons.person where id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    db(),
  )
}

export const nameOf = ({ first_name, last_name }: Pick<Identity, 'first_name' | 'last_name'>) =>
  `${first_name} ${last_name}`

/** What the form of a person is made from. */
export const standing = (one: Identity) => [
  one.civility,
  one.first_name,
  one.last_name,
  one.email,
  one.external_id,
  one.login,
]

/** Those who may be the same person: of nearly the same name, or of the same address. */
export async function similarTo(
  fresh: Pick<Identity, 'first_name' | 'last_name' | 'email'>,
): Promise<KnownPerson[]> {
  // Of a first name alone many are: that says nothing.
  if (!fresh.last_name && !fresh.email) return []
  const plain = (text: unknown) => sql`kernel.unaccent(lower(${text}))`
  const name = plain(nameOf(fresh))
  return known()
    .where(
      sql<boolean>`(kernel.similarity(${plain(sql`d.first_name || ' ' || d.last_name`)}, ${name}) > 0.6
        or (d.email <> '' and lower(d.email) = lower(${fresh.email})))`,
    )
    .orderBy('d.last_name')
    .orderBy('d.id')
    .execute()
}

/**
 * Enters somebody; with a login they have an account, without a password as yet. Throws `Invalid` on `other` where
 * somebody is there who may be the same, unless told that it is another, and where login or number are taken.
 */
export async function enterPerson(
  fresh: Identity,
  { other = false }: { other?: boolean } = {},
): Promise<string> {
  const { civility, first_name: firstName, last_name: lastName, email, login } = fresh
  const similar = other ? [] : await similarTo(fresh)
  if (similar.length > 0)
    throw Invalid.field('other', 'people.similar', { names: similar.map(nameOf).join(', ') })
  const id = await addPerson({ civility, firstName, lastName, email, roles: [] })
  await keepNumber(id, fresh)
  if (login) await openAccount(id, fresh)
  await emit(added, id, { name: nameOf(fresh) })
  return id
}

async function openAccount(id: string, fresh: Identity): Promise<void> {
  await createAccount({ id, login: fresh.login, name: nameOf(fresh) })
  await refreshPrincipals(id)
}

async function keepNumber(id: string, { external_id }: Identity): Promise<void> {
  const taken =
    external_id &&
    (await db()
      .selectFrom('commons.person')
      .select('id')
      .where('external_id', '=', external_id)
      .where('id', '<>', id)
      .executeTakeFirst())
  if (taken) throw Invalid.field('external_id', 'people.external_taken', { external_id })
  await db().updateTable('commons.person').set({ external_id }).where('id', '=', id).execute()
}

/**
 * Rewrites what is said of somebody. A login may be given, and not changed once it is. Throws `Stale` where somebody
 * else rewrote it since `edition`, `ProofNeeded` where the address changes.
 */
export async function rewritePerson(id: string, fresh: Identity, edition?: string): Promise<void> {
  const before = await knownPerson(id, { lock: true })
  if (edition !== undefined) ensureEdition(standing(before), edition)
  await ensureUnrestricted(id)
  const { civility, first_name, last_name, email, login } = fresh
  if (before.login && login && before.login !== login.toLowerCase())
    throw Invalid.field('login', 'people.login_stays')
  await db()
    .updateTable('commons.person')
    .set({ civility, first_name, last_name })
    .where('id', '=', id)
    .execute()
  await keepNumber(id, fresh)
  await keepEmail(id, email)
  if (login && !before.login) await openAccount(id, fresh)
  else await renameAccount(id, nameOf(fresh))
  const changed = (['civility', 'first_name', 'last_name', 'email', 'external_id'] as const).filter(
    (name) => before[name] !== fresh[name],
  )
  await emit(rewritten, id, { changed })
}

/** Lets somebody in no more until told: their sessions end at once. Throws `Conflict` where nobody would administer. */
export async function suspendPerson(id: string): Promise<void> {
  const person = await knownPerson(id)
  await administered(async () => {
    await lockAccount(id)
    ensure(await disableAccount(id), Conflict, 'people.not_in', { name: nameOf(person) })
    await emit(suspended, id)
    await audit('person_suspended', id)
  })
}

/** Lets somebody in again who was suspended. Throws `ProofNeeded`; no program undoes what an administrator did. */
export async function resumePerson(id: string): Promise<void> {
  ensureInPerson()
  ensureProven()
  const person = await knownPerson(id, { lock: true })
  ensure(person.state === 'suspended', Conflict, 'people.not_suspended', { name: nameOf(person) })
  await enableAccount(id)
  await refreshPrincipals(id)
  await emit(resumed, id)
  await audit('person_resumed', id)
}
