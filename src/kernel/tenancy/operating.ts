import { sql } from 'kysely'
import { afterCommit, db } from '#kernel/db'
import { forget } from './gate.ts'
import { Restriction } from './restriction.ts'

/** An authority as those know it who run the house: what stands at the gate, and nothing of its rows, nor its id. */
export interface Known {
  slug: string
  name: string
  kind: string
  number: string
  operates: boolean
  languages: string[]
  hosts: string[]
  trades: string[]
  created_at: Temporal.Instant
}

/** The authorities of this house by their names; PostgreSQL tells only the authority that runs it. */
export async function knownAuthorities(): Promise<Known[]> {
  const { rows } = await sql<Known>`select * from kernel.known_authorities()`.execute(db())
  return rows
}

/** How many can sign in, by authority. */
export async function accountsOf(slugs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ slug: string; accounts: number }>`
    select slug, accounts::int from kernel.accounts_of(${[...slugs]}::text[])`.execute(db())
  return new Map(rows.map(({ slug, accounts }) => [slug, accounts]))
}

/** What restricts an authority, and whether anybody has come in yet. */
export interface StandingOfOne {
  restriction: Restriction | null
  entered: boolean
}

/** How authorities stand. */
export async function standingOf(
  slugs: readonly string[],
): Promise<ReadonlyMap<string, StandingOfOne>> {
  const { rows } = await sql<{ slug: string; restriction: unknown; entered: boolean }>`
    select slug, restriction, entered from kernel.standing_of(${[...slugs]}::text[])`.execute(db())
  return new Map(
    rows.map(({ slug, restriction, entered }) => [
      slug,
      { entered, restriction: restriction === null ? null : Restriction.parse(restriction) },
    ]),
  )
}

/** Gives an authority these host names and no others. The names are in lower case and nobody else’s. */
export async function setHosts(slug: string, hosts: readonly string[]): Promise<void> {
  await sql`select kernel.set_hosts(${slug}, ${[...hosts]}::text[])`.execute(db())
  afterCommit(() => forget(slug))
}
