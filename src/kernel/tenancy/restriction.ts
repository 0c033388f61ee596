import { sql } from 'kysely'
import { z } from 'zod'
import { type Database, db } from '#kernel/db'
import { forget } from './gate.ts'
import { restrictedColumns } from './restricted.ts'
import type { Tenant } from './tenant.ts'

/**
 * How an operator restricts an authority, from the gentlest: acts are refused and all is read (lecture seule); its people are
 * kept out and what it published stays (suspension); nobody comes in (maintenance).
 */
const restrictionKinds = ['read_only', 'suspended', 'maintenance'] as const

const instant = z.iso.datetime()

export const Restriction = z.object({
  kind: z.enum(restrictionKinds),
  /** Why, in the words of the operator; may be empty. */
  words: z.string().trim().max(500),
  /** Whom to ask; may be empty. */
  contact: z.string().trim().max(200),
  since: instant,
  /** When it is over by itself. */
  until: instant.nullable(),
  /** When the authority is erased, unless that is undone before. */
  eraseAfter: instant.nullable(),
  /** SHA-256 of the export that was made before. */
  exportHash: z.string().nullable(),
})
export type Restriction = z.output<typeof Restriction>

type Restricted = Pick<Tenant, 'restriction' | 'ofHouse'>

/** What holds for an authority now: the strictest of what is said of it and of the whole house. */
export function restrictionOf({ restriction, ofHouse }: Restricted): Restriction | null {
  const now = new Date().toISOString()
  const holding = [restriction, ofHouse]
    .filter((one) => one !== null && one !== undefined)
    .filter(({ until }) => until === null || until > now)
  const strictness = ({ kind }: Restriction) => restrictionKinds.indexOf(kind)
  return holding.toSorted((one, other) => strictness(other) - strictness(one))[0] ?? null
}

/** Restricts an authority, or the whole house; null lifts it. Processes follow within ten seconds. */
export async function restrict(
  { owner }: Database,
  authority: Pick<Tenant, 'id'> | null,
  restriction: Restriction | null,
): Promise<void> {
  const value = restriction && JSON.stringify(Restriction.parse(restriction))
  if (authority)
    await owner.query('update kernel.tenant set restriction = $2 where id = $1', [
      authority.id,
      value,
    ])
  else await owner.query('update kernel.house set restriction = $1', [value])
  forget(authority?.id)
}

/** Whether the authority of the open transaction rests: asked of the database, for a job may be begun in the second after. */
export async function rests(): Promise<boolean> {
  const { rows } = await sql<Restricted>`
    select ${sql.raw(restrictedColumns)} from kernel.tenant where id = kernel.tenant_id()`.execute(
    db(),
  )
  return rows.some((row) => restrictionOf(row) !== null)
}

/** The authorities whose jobs rest now. */
export async function resting({ queue }: Database): Promise<string[]> {
  const { rows } = await queue.query<Restricted & { id: string }>(
    `select id, ${restrictedColumns} from kernel.tenant
     where restriction is not null or (select restriction is not null from kernel.house)`,
  )
  return rows.filter((row) => restrictionOf(row) !== null).map(({ id }) => id)
}
