import { sql } from 'kysely'
import { db } from '#kernel/db'
import { blindIndex } from '#kernel/secrets'
import { seen } from '#commons/dossiers'
import { enterpriseInWords } from '#kernel/identifiers'

/** Where national numbers stand, enciphered. */
export const sealedNumber = { table: 'commons.party', column: 'number_sealed' }

/** A party as it is told apart from others. */
export interface KnownParty {
  id: string
  title: string
  first_name: string
  postal_code: string
  municipality: string
  enterprise_number: string | null
  state: string
}

const known = sql`d.id, d.title, d.state, p.first_name, p.postal_code, p.municipality, p.enterprise_number`
const from = sql`commons.party p join commons.dossier d using (tenant_id, id)`

/** « Dupont Jeanne · 5000 Namur », as it is proposed and found. */
export const inWords = (one: KnownParty): string =>
  [
    nameOf(one),
    one.enterprise_number && enterpriseInWords(one.enterprise_number),
    [one.postal_code, one.municipality].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(' · ')

export const partyPath = (id: string) => `/parties/contacts/${id}`

/** « Dupont Jeanne »: all that is told of one whom the one who reads may not see, and on paper. */
export const nameOf = (of: KnownParty): string =>
  [of.title, of.first_name].filter(Boolean).join(' ')

/** One that a dossier names; who may not see parties reads its name, no address and no number. */
export const NameOf = ({ of }: { of: NamedParty }) =>
  of.isSeen ? <PartyLink of={of} /> : <>{nameOf(of)}</>

export const PartyLink = ({ of }: { of: KnownParty }) => (
  <a href={partyPath(of.id)}>{inWords(of)}</a>
)

/** The one of this national number, which must hold; none where it is empty. */
export async function byNational(digits: string): Promise<KnownParty | undefined> {
  if (digits === '') return undefined
  const index = await blindIndex(sealedNumber, digits)
  const { rows } = await sql<KnownParty>`
    select ${known} from ${from} where p.number_index = ${index} and ${seen()}`.execute(db())
  return rows[0]
}

/** The one of this number of the Crossroads Bank, in ten digits. */
export async function byEnterprise(digits: string): Promise<KnownParty | undefined> {
  const { rows } = await sql<KnownParty>`
    select ${known} from ${from} where p.enterprise_number = ${digits} and ${seen()}`.execute(db())
  return rows[0]
}

/** So many that look alike are shown. */
const mostAlike = 5

/** Those at the same postal code whose names are alike as people read them; merged ones are others already. */
export async function similarTo({
  title,
  first_name,
  postal_code,
  id,
}: Pick<KnownParty, 'title' | 'first_name' | 'postal_code'> & {
  id: string | undefined
}): Promise<KnownParty[]> {
  if (title === '') return []
  const name = sql`kernel.name_key(${`${title} ${first_name}`.trim()})`
  const theirs = sql`kernel.name_key(trim(d.title || ' ' || p.first_name))`
  const { rows } = await sql<KnownParty>`
    select ${known} from ${from}
    where p.postal_code = ${postal_code} and d.state <> 'merged' and ${seen()}
      and d.id is distinct from ${id ?? null}::uuid
      and (${theirs} = ${name} or kernel.similarity(${theirs}, ${name}) >= 0.6)
    order by kernel.similarity(${theirs}, ${name}) desc, d.id limit ${mostAlike}`.execute(db())
  return rows
}

/** A party as it is named: by which id, and whether the one who acts may see it itself. */
export interface NamedParty extends KnownParty {
  asked: string
  isSeen: boolean
}

/**
 * Parties by ids by which they are named, in that order: who was merged is the one that it is now. Whoever may read a
 * dossier reads whom it names.
 */
export async function partiesNow(ids: readonly string[]): Promise<NamedParty[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NamedParty>`
    select a.id as asked, ${seen()} as "isSeen", ${known}
    from commons.party a join commons.party p
      on p.tenant_id = a.tenant_id and p.id = coalesce(a.merged_into, a.id)
    join commons.dossier d on d.tenant_id = p.tenant_id and d.id = p.id
    where a.id = any(${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], a.id)`.execute(db())
  return rows
}

/** Parties by their ids, in any order. */
export async function partiesBy(ids: readonly string[]): Promise<KnownParty[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownParty>`
    select ${known} from ${from} where d.id = any(${[...ids]}::uuid[]) and ${seen()}`.execute(db())
  return rows
}

/** How many are proposed to whoever types; the others are found by what they are called. */
const mostProposed = 50

/** Those that may be named, the last changed first. */
export async function proposed(): Promise<KnownParty[]> {
  const { rows } = await sql<KnownParty>`
    select ${known} from ${from} where d.state = 'known' and ${seen()}
    order by d.changed_at desc, d.id limit ${mostProposed}`.execute(db())
  return rows
}

/** Those that are called so, by name, by name and address, or by the number of an organisation. */
export async function called(words: string): Promise<KnownParty[]> {
  const [name = ''] = words.split(' · ')
  const { rows } = await sql<KnownParty>`
    select ${known} from ${from}
    where d.state = 'known' and ${seen()}
      and kernel.name_key(trim(d.title || ' ' || p.first_name)) = kernel.name_key(${name})
    order by d.id limit 20`.execute(db())
  const exactly = rows.filter((one) => inWords(one) === words)
  return exactly.length === 1 ? exactly : rows
}
