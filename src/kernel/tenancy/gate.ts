import type { Database } from '#kernel/db'
import { asksMost, restrictedColumns } from './restricted.ts'
import type { Restriction } from './restriction.ts'
import type { Tenant } from './tenant.ts'

const columns = `id, slug, name, short_name as "shortName", kind, address, languages, hue, arms, arms_alt as "armsAlt", number, operates,
  array(select module from kernel.trade where tenant_id = id) as trades, ${restrictedColumns}, ${asksMost}`

type Row = Omit<Tenant, 'trades'> & { trades: string[] }

/** Every gate of this process, for what changes an authority here to show at once. */
const gates = new Set<WeakRef<Gate>>()

/** Makes the gates of this process read an authority again, by its id or its slug; all of them without. */
export function forget(id?: string): void {
  for (const one of gates) {
    const gate = one.deref()
    if (gate) gate.forget(id)
    else gates.delete(one)
  }
}

/** A host name as it is kept: port and case do not count. */
export const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '')

/**
 * Finds authorities by host name, by slug or by id, and keeps them for a few seconds: a change of
 * name, colour or trades by another process shows after that time, without a word between them.
 */
export class Gate {
  private readonly known = new Map<string, { tenant: Tenant; until: number }>()
  private readonly database: Database
  private readonly lifetime: number
  private house: { restriction: Restriction | null; until: number } | undefined
  /** How often something was forgotten: what was read before that is not kept. */
  private forgotten = 0

  constructor(database: Database, lifetime = 10_000) {
    this.database = database
    this.lifetime = lifetime
    gates.add(new WeakRef(this))
  }

  /** The authority that answers under this host name (port and case do not count). */
  byHost(host: string): Promise<Tenant | null> {
    const name = nameOf(host)
    const where = 'id = (select tenant_id from kernel.host where name = $1)'
    return this.find(`host ${name}`, where, name)
  }

  bySlug(slug: string): Promise<Tenant | null> {
    return this.find(`slug ${slug}`, 'slug = $1', slug)
  }

  byId(id: string): Promise<Tenant | null> {
    return this.find(`id ${id}`, 'id = $1', id)
  }

  /** How the operator restricts the whole house. */
  async ofHouse(): Promise<Restriction | null> {
    if (this.house && this.house.until > performance.now()) return this.house.restriction
    const { rows } = await this.database.front.query<{ restriction: Restriction | null }>(
      'select restriction from kernel.house',
    )
    const restriction = rows[0]?.restriction ?? null
    this.house = { restriction, until: performance.now() + this.lifetime }
    return restriction
  }

  /** Reads an authority, or all, again when it is asked for next. */
  forget(id?: string): void {
    this.forgotten += 1
    if (id === undefined) this.house = undefined
    for (const [key, { tenant }] of this.known)
      if (id === undefined || tenant.id === id || tenant.slug === id) this.known.delete(key)
  }

  private async find(key: string, where: string, value: string): Promise<Tenant | null> {
    const kept = this.known.get(key)
    if (kept && kept.until > performance.now()) return kept.tenant
    const { forgotten } = this
    const { rows } = await this.database.front.query<Row>(
      `select ${columns} from kernel.tenant where ${where}`,
      [value],
    )
    const [row] = rows
    // Unknown hosts are not kept: anybody can invent them without end.
    if (!row) return null
    const found = { ...row, trades: new Set(row.trades) }
    if (forgotten === this.forgotten)
      this.known.set(key, { tenant: found, until: performance.now() + this.lifetime })
    return found
  }
}
