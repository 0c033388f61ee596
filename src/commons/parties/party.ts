import { type RawBuilder, sql } from 'kysely'
import { permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { slot } from '#kernel/module'
import { blindIndex, seal, unseal } from '#kernel/secrets'
import { agent } from '#commons/directory'
import { type Dossier, kind, read, write } from '#commons/dossiers'
import { ensureUnrestricted, type Erased } from '#commons/holdings'
import { type Given, type RecordKind, wordsOf } from '#commons/records'
import { plainVerbNames, plainVerbs } from '#commons/registers'
import { enforce } from '#commons/workflow'
import { noNumber, type PartyColumns, partyFields, partyParts } from './fields.tsx'
import { byEnterprise, byNational, inWords, partyPath, sealedNumber, similarTo } from './known.tsx'
import { isPostalCode } from './postal-code.ts'
import { weighParties } from './weighing.ts'
import { partyWorkflow } from './workflow.ts'

export type Party = Dossier<PartyColumns>
type GivenParty = Given<typeof partyFields>

export const parties = kind<PartyColumns, (typeof plainVerbNames)[number] | 'take_in'>({
  name: 'parties.party',
  verbs: [...plainVerbNames, 'take_in'],
  table: 'commons.party',
  path: partyPath,
  readers: () => [agent.principal],
  awaits: () => [],
  body: wordsOf(partyFields),
})

/** Reading the national number of a party. */
export const readsNumbers = permission('parties.identifiers')

const plain = plainVerbs(parties, partyFields, partyWorkflow)

/** Writes a new party. Throws `Invalid` where its number is that of another, or where it looks like another. */
async function writeParty(given: GivenParty, told: EventData = {}): Promise<Party> {
  const number = given.national_number === noNumber ? null : given.national_number
  await ensureSingle({ ...given, national_number: number }, undefined)
  const party = await plain.write({ ...given, national_number: number }, told)
  await keepNumber(party, number)
  return party
}

/** Rewrites one; a national number that is left out stays. */
async function rewriteParty(before: Party, given: Partial<GivenParty>): Promise<Party> {
  await ensureUnrestricted(before.id)
  const standing = {
    ...{ nature: before.nature, title: before.title, first_name: before.first_name },
    ...{ postal_code: before.postal_code, country: before.country },
    is_another: before.is_another,
  }
  await ensureSingle({ ...standing, ...definedIn(given) }, before)
  const party = await plain.rewrite(before, given)
  // Of what is no person any more, the record took away since when there is one.
  if (party.national_number === null) await keepNumber(party, null)
  else if (given.national_number) await keepNumber(party, given.national_number)
  return party
}

const definedIn = (given: Partial<GivenParty>): Partial<GivenParty> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

/** What a form, a list and the API ask of parties, and the verbs that they call. */
export const partyRecord: RecordKind<typeof partyFields, PartyColumns> = {
  ...{ kind: parties, fields: partyFields, parts: partyParts, mayEdit: plain.mayEdit },
  write: writeParty,
  // A list can say no national number, and what else holds of one alone is weighed of all at once.
  many: {
    like: writeParty,
    weigh: weighParties,
    another: (given) => ({ ...given, is_another: true }),
    write: async (all) =>
      plain.many?.write(all.map((given) => ({ ...given, national_number: null }))),
  },
  rewrite: rewriteParty,
}

type Single = Partial<GivenParty> &
  Pick<GivenParty, 'title' | 'first_name' | 'postal_code' | 'is_another' | 'country' | 'nature'>

/** Two who write the same number at once go one after the other; the second is told. */
async function ensureSingle(given: Single, of: Party | undefined): Promise<void> {
  const { national_number: national, enterprise_number: enterprise, nature } = given
  if (!isPostalCode(given)) throw Invalid.field('postal_code', 'parties.not_a_postal_code')
  if (nature === 'person' && national && national !== noNumber) {
    await oneAtATime((await blindIndex(sealedNumber, national)).toString('hex'))
    const twin = await byNational(national)
    if (twin && twin.id !== of?.id)
      throw Invalid.field('national_number', 'parties.number_taken', { name: inWords(twin) })
  }
  if (nature === 'organisation' && enterprise) {
    await oneAtATime(enterprise)
    const twin = await byEnterprise(enterprise)
    if (twin && twin.id !== of?.id)
      throw Invalid.field('enterprise_number', 'parties.number_taken', { name: inWords(twin) })
  }
  const renamed = !of || of.title !== given.title || of.first_name !== given.first_name
  if (given.is_another || !(renamed || of.postal_code !== given.postal_code)) return
  const first_name = nature === 'person' ? given.first_name : ''
  const [alike] = await similarTo({ ...given, first_name, id: of?.id })
  if (alike) throw Invalid.field('is_another', 'parties.like_another', { name: inWords(alike) })
}

const oneAtATime = (what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(kernel.tenant_id()::text || ${what}, 0))`.execute(
    db(),
  )

/** Keeps the number of a party, enciphered, or takes it away. */
async function keepNumber({ id }: { id: string }, digits: string | null): Promise<void> {
  const sealed = digits && (await seal(sealedNumber, id, digits))
  const index = digits && (await blindIndex(sealedNumber, digits))
  await sql`update commons.party set number_sealed = ${sealed}, number_index = ${index}
    where id = ${id}`.execute(db())
}

/** The national number of a party, in eleven digits; that it was read stands in the audit. Throws `NotFound`. */
export async function readNumber({ id, number_sealed }: Party): Promise<string> {
  if (!number_sealed) throw new NotFound()
  await audit('identifier_read', partyPath(id))
  return unseal(sealedNumber, id, number_sealed)
}

/** Where dossiers name parties: a column of ids (`uuid[]`) of the table of a kind. */
export interface NamesParties {
  readonly table: string
  readonly column: string
  /** Which of its dossiers are why a party stays; the others let go of one that is destroyed. All, unless said. */
  readonly keeps?: RawBuilder<boolean>
}

/** Filled by the trades whose dossiers name parties: there they are looked for, and moved when two are one. */
export const namesParties = slot<NamesParties>('namesParties')

/**
 * Finds that two parties are one: what names the first names the second from now on, which takes what it lacks of it. The
 * first stays, to be seen. Throws `Conflict` where they cannot be one.
 */
export async function merge(one: Party, intoId: string): Promise<Party> {
  // In the order of their ids: two who merge crosswise do not wait for each other.
  await sql`select from commons.dossier where id = any(${[one.id, intoId]}::uuid[])
    order by id for update`.execute(db())
  const [from, into] = [await read(parties, one.id), await read(parties, intoId)]
  ensure(from.id !== into.id, Conflict, 'parties.same')
  await ensureUnrestricted(from.id, into.id)
  ensure(into.state === 'known', Conflict, 'parties.not_into', { name: into.title })
  ensure(from.nature === into.nature, Conflict, 'parties.other_nature')
  const [number, other] = [await numberOf(from), await numberOf(into)]
  ensure(!number || !other || number === other, Conflict, 'parties.two_numbers')
  const { enterprise_number: own } = from
  ensure(!own || !into.enterprise_number, Conflict, 'parties.two_numbers')
  let named = 0
  for (const { table, column } of namesParties.every())
    named += await move(table, column, from.id, into.id)
  await sql`update commons.party set merged_into = ${into.id} where merged_into = ${from.id}`.execute(
    db(),
  )
  await keepNumber(from, null)
  const merged = await enforce(parties, partyWorkflow, from, 'merge', {
    patch: { merged_into: into.id, national_number: null, enterprise_number: null },
  })
  if (number && !other) await keepNumber(into, number)
  await takeIn(into, from, { named })
  return merged
}

const numberOf = async ({ id, number_sealed: sealed }: Party) =>
  sealed && unseal(sealedNumber, id, sealed)

/** Names the one that stays where the other was named, once each. */
async function move(table: string, column: string, from: string, into: string): Promise<number> {
  const [where, name] = [sql.table(table), sql.ref(column)]
  const { numAffectedRows } = await sql`
    update ${where} set ${name} = case when ${into}::uuid = any(${name})
      then array_remove(${name}, ${from}::uuid) else array_replace(${name}, ${from}::uuid, ${into}::uuid) end
    where ${from}::uuid = any(${name})`.execute(db())
  return Number(numAffectedRows ?? 0)
}

/** Takes from the other what it lacks. */
async function takeIn(into: Party, from: Party, told: EventData): Promise<void> {
  const lacking = (
    ['email', 'phone', 'language', 'enterprise_number', 'national_number'] as const
  ).filter((name) => !into[name] && from[name])
  const address = [
    'street',
    'house_number',
    'box',
    'postal_code',
    'municipality',
    'country',
  ] as const
  const moved = address.some((name) => into[name]) ? [] : address
  const patch = Object.fromEntries([...lacking, ...moved].map((name) => [name, from[name]]))
  await write(parties, into, patch, 'take_in', { ...told, from: from.id })
}

/** Whom a card is of, before it goes. */
export async function whoGoes(id: string): Promise<Erased | null> {
  const { rows } = await sql<{ first: string; last: string; email: string | null }>`
    select p.first_name as first, d.title as last, p.email
    from commons.party p join commons.dossier d using (tenant_id, id) where id = ${id}`.execute(
    db(),
  )
  const [found] = rows
  return found
    ? {
        ...{ id, firstName: found.first, lastName: found.last, login: '' },
        addresses: found.email ? [found.email] : [],
        ...{ nameStays: false, accountGoes: false },
      }
    : null
}
