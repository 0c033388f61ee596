import { sql } from 'kysely'
import { db, type Latest, latest } from '#kernel/db'
import { namesPersons } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { namesParties } from '#commons/parties'
import type { Subject } from './gather.ts'

/** That somebody saw, took out or did something of a person’s data, as the security log has it. */
export interface Reading {
  readonly at: Temporal.Instant
  readonly action: string
  readonly who: string
  /** Who sees the house as the person (« voir comme »). */
  readonly as_them: boolean
  readonly subject: string
}

/** What lines say that tell of somebody who reads. */
const ofReading = [
  ...['read', 'download', 'identifier_read'],
  ...['see_as', 'seen_as', 'access_request'],
] as const

/**
 * Who saw a person’s data: their own page or card, and the dossiers that name them, as far as reading those is written
 * down. The last first.
 */
export async function readingsOf(
  subject: Subject,
  most: number | null = null,
): Promise<Latest<Reading>> {
  const ids = [subject.personId, subject.citizenId, ...subject.partyIds].flatMap((one) => one ?? [])
  const like = [...ids, ...(await dossiersNaming(subject))].map((id) => `%${id}%`)
  return latest(
    db()
      .selectFrom('kernel.audit')
      .select(['at', 'action', 'actor_name as who'])
      .select(sql<boolean>`seen_as_id is not null`.as('as_them'))
      .select(sql<string>`coalesce(subject, '')`.as('subject'))
      .where(sql<boolean>`(subject like any(${like}::text[]) or seen_as_id = any(${ids}::uuid[]))`)
      .where(sql<boolean>`action = any(${[...ofReading]}::text[])`)
      .orderBy('at', 'desc'),
    most,
  )
}

/** The dossiers in which a person stands, whoever may see them. */
async function dossiersNaming({ personId, partyIds }: Subject): Promise<string[]> {
  const found: string[] = []
  const keep = ({ rows }: { rows: { id: string }[] }) => found.push(...rows.map(({ id }) => id))
  for (const { table, column } of partyIds.length > 0 ? namesParties.every() : [])
    keep(
      await sql<{
        id: string
      }>`select o.id from ${sql.table(table)} o join commons.dossier d using (tenant_id, id)
        where ${sql.ref(`o.${column}`)} && ${[...partyIds]}::uuid[]`.execute(db()),
    )
  const ofKinds = new Set(kinds.every().map(({ table }) => table))
  for (const { table, column } of personId ? namesPersons.every() : [])
    if (ofKinds.has(table))
      keep(
        await sql<{ id: string }>`select o.id from ${sql.table(table)} o
          where ${sql.ref(`o.${column}`)} = ${personId}::uuid`.execute(db()),
      )
  return [...new Set(found)]
}
