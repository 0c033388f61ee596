import { sql } from 'kysely'
import type pg from 'pg'
import { type Database, db, elsewhere, foundingTransaction, type TenantId } from '#kernel/db'
import type { Language } from '#kernel/i18n'
import type { LiesAt } from './facts.ts'
import { enterTenant, type Tenant } from './tenant.ts'
import { putOn } from './trades.ts'

export type NewTenant = Omit<
  Tenant,
  | 'id'
  | 'armsAlt'
  | 'languages'
  | 'trades'
  | 'number'
  | 'operates'
  | 'restriction'
  | 'ofHouse'
  | 'asksMost'
> & {
  hosts: readonly string[]
  trades: readonly string[]
  /** French and English unless told. */
  languages?: readonly Language[] | undefined
  /** None unless told. */
  number?: string | undefined
  operates?: boolean | undefined
  /** It does not say unless told. */
  liesAt?: LiesAt | undefined
}

/** What the owner does first, in the same transaction; it throws where nothing is to be opened. */
export type Before = (client: pg.PoolClient) => Promise<void>

/**
 * Opens an authority: its row, its host names, the trades that it has on, and what `work` writes
 * in it, in one transaction. Where any of it fails, or the process dies, nothing of it is there.
 */
export async function foundTenant(
  database: Database,
  fresh: NewTenant,
  work: () => Promise<void>,
  before?: Before,
): Promise<Tenant> {
  return foundingTransaction(
    database,
    async (client) => {
      await before?.(client)
      const { rows } = await client.query<{ id: TenantId }>(
        'select kernel.write_tenant($1, $2) as id',
        written(fresh),
      )
      return idIn(rows)
    },
    (id) => filled(fresh, id, work),
  )
}

/**
 * The same in the open transaction of the authority that runs the house: it writes there and here together. PostgreSQL
 * refuses it to all others.
 */
export async function foundFromHere(fresh: NewTenant, work: () => Promise<void>): Promise<Tenant> {
  const [row, hosts] = written(fresh)
  const { rows } = await sql<{ id: TenantId }>`
    select kernel.found_tenant(${row}::jsonb, ${hosts}::text[]) as id`.execute(db())
  const id = idIn(rows)
  return elsewhere(id, () => filled(fresh, id, work))
}

async function filled(fresh: NewTenant, id: TenantId, work: () => Promise<void>): Promise<Tenant> {
  const { hosts: _, trades, languages = usual, number = '', operates = false, ...rest } = fresh
  const founded = { ...rest, armsAlt: '', id, languages, number, operates, trades: new Set(trades) }
  await enterTenant(founded, async () => {
    await putOn(trades)
    await work()
  })
  return founded
}

const usual: readonly Language[] = ['fr', 'en']

const written = (fresh: NewTenant): [row: string, hosts: readonly string[]] => {
  const { hosts, trades: _, shortName, liesAt, languages = usual, ...rest } = fresh
  const row = { ...rest, short_name: shortName, languages, lies_at: liesAt ?? null }
  return [JSON.stringify(row), hosts]
}

function idIn([row]: readonly { id: TenantId }[]): TenantId {
  if (!row) throw new Error('The authority was not written')
  return row.id
}

const writeHosts =
  'insert into kernel.host (name, tenant_id) select lower(host), $1 from unnest($2::text[]) host'

/** Gives an authority the host names that it has not yet, as the owner. Returns which. */
export async function addHosts(
  { owner }: Database,
  { id }: Pick<Tenant, 'id'>,
  hosts: readonly string[],
): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `${writeHosts} on conflict do nothing returning name`,
    [id, hosts],
  )
  return rows.map(({ name }) => name)
}

/** Says in which languages an authority acts (the first) and offers its pages, as the owner. */
export async function offerLanguages(
  database: Database,
  { id }: Pick<Tenant, 'id'>,
  offered: readonly [Language, ...Language[]],
): Promise<void> {
  await database.owner.query('update kernel.tenant set languages = $2 where id = $1', [id, offered])
}
