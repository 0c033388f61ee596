import type pg from 'pg'
import { type Database, foundingTransaction, type TenantId } from '#kernel/db'
import type { Language } from '#kernel/i18n'
import { enterTenant, type Tenant } from './tenant.ts'
import { putOn } from './trades.ts'

export type NewTenant = Omit<Tenant, 'id' | 'languages' | 'trades'> & {
  hosts: readonly string[]
  trades: readonly string[]
  /** French and English unless told. */
  languages?: readonly Language[]
}

/**
 * Opens an authority: its row, its host names, the trades that it has on, and what `work` writes
 * in it, in one transaction. Where any of it fails, or the process dies, nothing of it is there.
 */
export async function foundTenant(
  database: Database,
  fresh: NewTenant,
  work: () => Promise<void>,
): Promise<Tenant> {
  const { hosts: _, trades, languages = ['fr', 'en'], ...rest } = fresh
  return foundingTransaction(
    database,
    (client) => write(client, { ...fresh, languages }),
    async (id) => {
      const founded: Tenant = { ...rest, id, languages, trades: new Set(trades) }
      await enterTenant(founded, async () => {
        await putOn(trades)
        await work()
      })
      return founded
    },
  )
}

async function write(client: pg.PoolClient, fresh: NewTenant): Promise<TenantId> {
  const { rows } = await client.query<{ id: TenantId }>(
    `insert into kernel.tenant (slug, name, short_name, kind, address, hue, arms, languages)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ...[fresh.slug, fresh.name, fresh.shortName, fresh.kind, fresh.address],
      ...[fresh.hue, fresh.arms, fresh.languages],
    ],
  )
  const [created] = rows
  if (!created) throw new Error('The authority was not written')
  await client.query(writeHosts, [created.id, fresh.hosts])
  return created.id
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
