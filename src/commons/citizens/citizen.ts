import { sql } from 'kysely'
import { actor, type Actor, type Assurance } from '#kernel/access'
import { audit } from '#kernel/audit'
import { giveHat } from '#kernel/auth'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { t } from '#kernel/i18n'
import './tables.ts'

/** Somebody who has a space of their own here. */
export interface Citizen {
  id: string
  first_name: string
  last_name: string
  /** Confirmed; empty: none is. */
  email: string
  /** As a public service says it; empty: none does. */
  address: string
  /** Whether the national number is kept: it is shown nowhere. */
  has_number: boolean
  /** As a public service said last; `none`: they said themself who they are. */
  assurance: 'none' | Assurance
  identified_at: Temporal.Instant | null
}

/** What readers of a dossier name where a citizen may read it. */
export const citizenPrincipal = (id: string): `citizen:${string}` => `citizen:${id}`

/** The id of the citizen who acts; null for all who act in another capacity. */
export const citizenActing = (who: Actor = actor()): string | null =>
  who.hat?.key === 'citizen' ? who.id : null

const citizens = () =>
  db()
    .selectFrom('commons.citizen')
    .select(['id', 'first_name', 'last_name', 'email', 'address', 'assurance', 'identified_at'])
    .select((e) => e('number_index', 'is not', null).as('has_number'))

/** The citizen of an account, where it has a space. */
export async function citizenOf(id: string): Promise<Citizen | undefined> {
  const found = await citizens().where('id', '=', id).executeTakeFirst()
  return found && { ...found, has_number: Boolean(found.has_number) }
}

/** Whose space has this confirmed address; nobody’s where none or more than one has. */
export async function citizenAt(email: string): Promise<string | null> {
  const found = await citizens()
    .where(sql<boolean>`email <> '' and lower(email) = lower(${email.trim()})`)
    .execute()
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** The one who acts as a citizen. Throws `NotFound`. */
export async function citizenHere(): Promise<Citizen> {
  const found = await citizenOf(citizenActing() ?? '00000000-0000-0000-0000-000000000000')
  if (!found) throw new NotFound()
  return found
}

/** Gives an account a space and the hat that goes with it. `email` is one that was confirmed. */
export async function addCitizen(
  id: string,
  { first_name, last_name, email = '' }: { first_name: string; last_name: string; email?: string },
): Promise<void> {
  await db()
    .insertInto('commons.citizen')
    .values({ id, first_name, last_name, email })
    .onConflict((on) => on.doNothing())
    .execute()
  await giveHat(id, { key: 'citizen', called: '' })
  await audit('space_opened', id)
}

/** Somebody of the authority opens a space of their own: another hat of the same person. */
export async function openOwn(): Promise<void> {
  const id = actor().id ?? ''
  const person = await db()
    .selectFrom('commons.person')
    .select(['first_name', 'last_name'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) throw new NotFound()
  await addCitizen(id, person)
}

/** Citizens who read a dossier, by their names. */
export async function citizenNames(
  principals: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = principals.flatMap((one) => /^citizen:([\da-f-]{36})$/.exec(one)?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await citizens().where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, first_name: first, last_name: last }) => [
      citizenPrincipal(id),
      t('auth.hat.named.citizen', { name: `${first} ${last}`, called: '' }),
    ]),
  )
}
