import { AsyncLocalStorage } from 'node:async_hooks'
import { type Database, type TenantId, transaction } from '#kernel/db'
import { inLanguage, type Language, languageOf, languages, reference } from '#kernel/i18n'

/** An authority: a municipality, its CPAS, a zone… `kind` is its nature, a key of the directory. */
export interface Tenant {
  id: TenantId
  slug: string
  /** « Commune de Beauval » */
  name: string
  /** « Beauval » */
  shortName: string
  kind: string
  address: string[]
  /** The first is that of its acts, the others are offered on its pages; never empty. */
  languages: readonly Language[]
  /** Accent of its pages, a hue in degrees of OKLCH. */
  hue: number
  /** Its arms (armoiries), SVG source; empty when it gave none. */
  arms: string
}

const current = new AsyncLocalStorage<Tenant>()

/** The authority of the current request or job. */
export function tenant(): Tenant {
  const known = current.getStore()
  if (!known) throw new Error('No authority is set')
  return known
}

/** Says which authority a request is for, before any transaction is open. */
export function enterTenant<T>(authority: Tenant, work: () => T): T {
  return current.run(authority, work)
}

/** The languages that pages of the current authority are offered in; all where none is set. */
export const offeredLanguages = (): readonly Language[] =>
  current.getStore()?.languages ?? languages

/** The language of the acts of the current authority and of what it publishes. */
export const itsLanguage = (): Language => languageOf(tenant().languages[0]) ?? reference

/** Runs `work` in the language of the authority, whatever the one who acts speaks. */
export const inItsLanguage = <T>(work: () => T): T => inLanguage(itsLanguage(), work)

/** Runs `work` for one authority, in one transaction. The only way to reach its rows. */
export function inTenant<T>(
  database: Database,
  authority: Tenant,
  work: () => Promise<T>,
): Promise<T> {
  return enterTenant(authority, () => transaction(database, authority.id, work))
}

/** The same for a public page: of the rows of the authority it reaches its publications only. */
export function inPublic<T>(
  database: Database,
  authority: Tenant,
  work: () => Promise<T>,
): Promise<T> {
  const { publicPool } = database
  return enterTenant(authority, () => transaction(database, authority.id, work, publicPool))
}

const columns = 'id, slug, name, short_name as "shortName", kind, address, languages, hue, arms'

/**
 * Finds authorities by host name, by slug or by id, and keeps them for a few seconds: a change of
 * name or colour shows after that time without a word between processes.
 */
export class Gate {
  private readonly known = new Map<string, { tenant: Tenant | null; until: number }>()
  private readonly database: Database
  private readonly lifetime: number

  constructor(database: Database, lifetime = 10_000) {
    this.database = database
    this.lifetime = lifetime
  }

  /** The authority that answers under this host name (port and case do not count). */
  byHost(host: string): Promise<Tenant | null> {
    const name = host.toLowerCase().replace(/:\d+$/, '')
    return this.find(
      `host ${name}`,
      `select ${columns} from kernel.tenant where id = (select tenant_id from kernel.host where name = $1)`,
      name,
    )
  }

  bySlug(slug: string): Promise<Tenant | null> {
    return this.find(`slug ${slug}`, `select ${columns} from kernel.tenant where slug = $1`, slug)
  }

  byId(id: string): Promise<Tenant | null> {
    return this.find(`id ${id}`, `select ${columns} from kernel.tenant where id = $1`, id)
  }

  private async find(key: string, sql: string, value: string): Promise<Tenant | null> {
    const kept = this.known.get(key)
    if (kept && kept.until > Date.now()) return kept.tenant
    const { rows } = await this.database.pool.query<Tenant>(sql, [value])
    const found = rows[0] ?? null
    // Unknown hosts are not kept: anybody can invent them without end.
    if (found) this.known.set(key, { tenant: found, until: Date.now() + this.lifetime })
    return found
  }
}

/** Says in which languages an authority acts (the first) and offers its pages, as the owner. */
export async function offerLanguages(
  database: Database,
  { id }: Pick<Tenant, 'id'>,
  offered: readonly [Language, ...Language[]],
): Promise<void> {
  await database.owner.query('update kernel.tenant set languages = $2 where id = $1', [id, offered])
}

export type NewTenant = Omit<Tenant, 'id' | 'languages'> & {
  hosts: string[]
  /** French and English unless told. */
  languages?: readonly Language[]
}

/** Writes a new authority with its host names, as the owner. Its rows are seeded by the modules. */
export async function createTenant(database: Database, fresh: NewTenant): Promise<Tenant> {
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<Tenant>(
      `insert into kernel.tenant (slug, name, short_name, kind, address, hue, arms, languages)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
      [
        ...[fresh.slug, fresh.name, fresh.shortName, fresh.kind, fresh.address],
        ...[fresh.hue, fresh.arms, fresh.languages ?? ['fr', 'en']],
      ],
    )
    const [created] = rows
    if (!created) throw new Error('The authority was not written')
    await client.query(
      'insert into kernel.host (name, tenant_id) select lower(host), $1 from unnest($2::text[]) host',
      [created.id, fresh.hosts],
    )
    await client.query('commit')
    return created
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
