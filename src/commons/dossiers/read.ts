import { type RawBuilder, sql } from 'kysely'
import { actor, bears, isSystem, may } from '#kernel/access'
import { auditReading } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, Forbidden, NotFound, Stale } from '#kernel/errors'
import type { Call } from '#kernel/http'
import { askWhatIsSeen, tellsOf } from '#kernel/once'
import { isMarked } from '#commons/holdings'
import { lastToChange } from './history.ts'
import type { Dossier, Kind } from './kind.ts'
import { noteSealed } from './sealed.ts'
import { seen } from './seen.ts'
import { withhold } from './withheld.ts'

interface Reading {
  /** Keeps others from changing it until the transaction ends. */
  lock?: boolean
}

/** One dossier by its id, if the one who acts may see it. Throws `NotFound` where it is not or may not be seen. */
export async function read<Own extends object>(
  kind: Kind<Own>,
  id: string,
  { lock = false }: Reading = {},
): Promise<Dossier<Own>> {
  const [found] = await readMany(kind, [id], { lock })
  if (!found) throw new NotFound()
  return found
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Those of these dossiers that the one who acts may see, in the order of their ids; which they are may be asked in the same
 * statement: `array(select …)`.
 */
export async function readMany<Own extends object>(
  kind: Pick<Kind<Own>, 'table' | 'withheld' | 'instead'>,
  ids: readonly string[] | RawBuilder<string[]>,
  { lock = false }: Reading = {},
): Promise<Dossier<Own>[]> {
  if ('filter' in ids && ids.length === 0) return []
  const wanted = 'filter' in ids ? sql`${ids.filter((id) => uuid.test(id))}::uuid[]` : ids
  const { rows } = await sql<Dossier<Own>>`
    select t.*, d.* from commons.dossier d join ${sql.table(kind.table)} t using (tenant_id, id)
    where d.id = any(${wanted}) and ${seen()}
    order by d.id ${lock ? sql`for no key update` : sql``}`.execute(db())
  await noteSealed(rows)
  tellsOf(rows.map(({ id }) => id))
  return withhold(kind, rows)
}

// What was answered before is told again of what is still seen.
askWhatIsSeen(async (ids) => {
  const { rows } = await sql<{ id: string }>`
    select d.id from commons.dossier d where d.id = any(${[...ids]}::uuid[]) and ${seen()}`.execute(
    db(),
  )
  return rows.map(({ id }) => id)
})

/**
 * The dossier that a route is about, by its parameter `id`. Throws `NotFound` where it may not be
 * seen, `Forbidden` where the route's permission is not given on it, `Conflict` with the reason where the
 * kind says that it is closed to everybody.
 */
export async function load<Own extends object>(
  c: Call,
  kind: Kind<Own>,
  { lock = c.req.method !== 'GET' }: Reading = {},
): Promise<Dossier<Own>> {
  const dossier = await read(kind, c.req.param('id') ?? '', { lock })
  if (may(c.get('permission'), dossier)) {
    if (c.req.method === 'GET') await auditOpening(kind, dossier)
    return dossier
  }
  const why = kind.closed?.(dossier)
  throw why ? new Conflict(why) : new Forbidden()
}

/** That somebody else than its service or author opens a dossier whose fields are marked as personal is audited. */
async function auditOpening(kind: Pick<Kind<object>, 'name' | 'path'>, dossier: Dossier) {
  const { id, service_id, created_by } = dossier
  if (!isMarked(kind.name) || isSystem()) return
  const isTheirs = (service_id && bears(`service:${service_id}`)) || created_by === actor().id
  if (!isTheirs) await auditReading(kind.path(id))
}

/**
 * Throws `Stale` where what was sent was made from an older version: nobody overwrites unseen. The
 * route of a form shows it again, where a `VersionField` says so and shows the other's version.
 */
export async function ensureFresh(dossier: Dossier, version: number): Promise<void> {
  if (dossier.version !== version) throw new Stale(await lastToChange(dossier.id))
}
