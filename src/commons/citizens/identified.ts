import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { actor, type Assurance } from '#kernel/access'
import { createAccount } from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { slot } from '#kernel/module'
import { blindIndex, seal } from '#kernel/secrets'
import { nationalNumber } from '#commons/parties'
import { addCitizen, citizenOf } from './citizen.ts'
import './tables.ts'

/** Where national numbers of citizens stand, enciphered: they are read by nobody here, and compared by their index. */
export const sealedNumber = { table: 'commons.citizen', column: 'number_sealed' }

/** What a public service says of somebody. */
export interface Identity {
  first_name: string
  last_name: string
  /** As it says it; empty: it does not. Never written but enciphered, never in a message. */
  number: string
  assurance: Assurance
  /** Where they live; empty: it does not say. */
  address: string
  /** For which companies they act, by its word; null: it says nothing of that. */
  companies: readonly { number: string; name: string }[] | null
}

/** Hears for which companies a public service says that somebody acts, each time they come in by it. */
export const companiesClaimed =
  slot<(citizenId: string, companies: NonNullable<Identity['companies']>) => Promise<void>>(
    'companiesClaimed',
  )

/**
 * The citizen of whom a public service speaks: `known`, where it spoke of an account before or somebody has signed in, else
 * whoever has this national number, else somebody new. What it says of them is kept. Throws `Conflict` where the account is
 * that of another number, or where it says one that cannot be.
 */
export async function citizenIdentified(known: string | null, told: Identity): Promise<string> {
  // Two who are one may come at once for the first time.
  await sql`select pg_advisory_xact_lock(hashtextextended('citizens' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const number = nationalNumber(told.number)
  ensure(number !== null || told.number === '', Conflict, 'citizens.number_wrong')
  const index = number === null ? null : await blindIndex(sealedNumber, number)
  const of = index && (await ofIndex(index))
  const id = known ?? of ?? (await somebodyNew(told))
  ensure(!of || of === id, Conflict, 'citizens.another_number')
  if (!(await citizenOf(id))) await addCitizen(id, told)
  const own = await db()
    .selectFrom('commons.citizen')
    .select('number_index')
    .where('id', '=', id)
    .executeTakeFirst()
  const differs = index && own?.number_index && !own.number_index.equals(index)
  ensure(!differs, Conflict, 'citizens.another_number')
  const { first_name, last_name, assurance, address, companies } = told
  await db()
    .updateTable('commons.citizen')
    .set({
      ...{ first_name, last_name, assurance, identified_at: Temporal.Now.instant() },
      ...(address && { address }),
      ...(number !== null && {
        number_index: index,
        number_sealed: await seal(sealedNumber, id, number),
      }),
    })
    .where('id', '=', id)
    .execute()
  if (companies) for (const hear of companiesClaimed.all()) await hear(id, companies)
  return id
}

const ofIndex = async (index: Buffer): Promise<string | null> => {
  const found = await db()
    .selectFrom('commons.citizen')
    .select('id')
    .where('number_index', '=', index)
    .executeTakeFirst()
  return found?.id ?? null
}

/** They come in by the service alone, and have no login that anybody could type. */
async function somebodyNew({ first_name: first, last_name: last }: Identity): Promise<string> {
  const id = randomUUID()
  await createAccount({ id, login: `citizen-${id}`, name: `${first} ${last}`, isOutside: true })
  return id
}

const ranks: readonly (Assurance | undefined)[] = [undefined, 'low', 'substantial', 'high']

/** Throws `Forbidden` where it is not known so surely who acts: they come in anew by the public service. */
export function ensureAssured(least: Assurance): void {
  ensure(
    ranks.indexOf(actor().assurance) >= ranks.indexOf(least),
    Forbidden,
    'citizens.not_assured',
  )
}
