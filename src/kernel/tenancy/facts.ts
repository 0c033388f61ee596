import { type Generated, sql } from 'kysely'
import { afterCommit, db } from '#kernel/db'
import { forget } from './gate.ts'
import { type Tenant, tenant } from './tenant.ts'

interface PastNameTable {
  tenant_id: Generated<string>
  id: Generated<string>
  name: string
  short_name: string
  /** The first day of the next name. */
  valid_to: Temporal.PlainDate
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.tenant_past_name': PastNameTable
  }
}

/** Where something lies (WGS 84), in degrees. */
export type LiesAt = readonly [latitude: number, longitude: number]

/** What an authority says of itself; a number only where it has none yet. */
export type OwnFacts = Pick<
  Tenant,
  'name' | 'shortName' | 'address' | 'hue' | 'arms' | 'armsAlt' | 'languages' | 'number'
> & { liesAt: LiesAt | null }

/** The same as it stands in the open transaction, while nobody else changes it. */
export async function lockedFacts(): Promise<OwnFacts> {
  await sql`select pg_advisory_xact_lock(hashtextextended('facts' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  return ownFacts()
}

export async function ownFacts(): Promise<OwnFacts> {
  const { rows } = await sql<OwnFacts>`select name, short_name as "shortName", address, hue, arms,
    arms_alt as "armsAlt", languages, number, lies_at as "liesAt" from kernel.tenant where id = kernel.tenant_id()`.execute(
    db(),
  )
  const [row] = rows
  if (!row) throw new Error('No authority is set')
  return row
}

/** Writes what the authority says of itself; other processes see it within seconds. */
export async function writeFacts(fresh: OwnFacts): Promise<void> {
  const { shortName: short_name, armsAlt: arms_alt, liesAt: lies_at, ...rest } = fresh
  const row = { ...rest, short_name, arms_alt, lies_at }
  await sql`select kernel.change_tenant(${JSON.stringify(row)}::jsonb)`.execute(db())
  const { id } = tenant()
  afterCommit(() => forget(id))
}

/** What it was called before, the last name first. */
export const pastNames = () =>
  db()
    .selectFrom('kernel.tenant_past_name')
    .select(['name', 'short_name', 'valid_to'])
    .orderBy('valid_to', 'desc')
    .execute()

/** Keeps a name for the days until another holds. */
export async function keepPastName(
  { name, shortName }: Pick<OwnFacts, 'name' | 'shortName'>,
  valid_to: Temporal.PlainDate,
): Promise<void> {
  await db()
    .insertInto('kernel.tenant_past_name')
    .values({ name, short_name: shortName, valid_to })
    .execute()
}

/** What the authority was called on a day: what was made in the time of a name bears it. */
export async function nameOn(day: Temporal.PlainDate): Promise<string> {
  const before = await db()
    .selectFrom('kernel.tenant_past_name')
    .select('name')
    .where('valid_to', '>', day)
    .orderBy('valid_to')
    .limit(1)
    .executeTakeFirst()
  return before?.name ?? tenant().name
}

/** The host names of the authority. */
export async function ownHosts(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from kernel.host where tenant_id = kernel.tenant_id() order by name`.execute(db())
  return rows.map(({ name }) => name)
}

/** Gives an authority another number at the Crossroads Bank: PostgreSQL lets only who runs the house do so. */
export async function setNumber(slug: string, number: string): Promise<void> {
  await sql`select kernel.set_number(${slug}, ${number})`.execute(db())
  afterCommit(() => forget(slug))
}
