import { sql } from 'kysely'
import { db } from '#kernel/db'
import { formatDateTime } from '#kernel/i18n'
import { kinds } from '#commons/dossiers'
import type { Restriction } from '#commons/holdings'
import { namesParties } from '#commons/parties'
import { requests } from './request.ts'

/** Which of these dossiers of a kind name a party that is restricted; the requests of persons go on. */
export async function restrictedDossiersAmong(
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Restriction>> {
  const found = new Map<string, Restriction>()
  const table = kinds.every().find(({ name }) => name === kind)?.table
  if (!table || ids.length === 0 || kind === requests.name) return found
  for (const { column } of namesParties.every().filter((one) => one.table === table)) {
    const { rows } = await sql<{
      id: string
      subject_id: string
      reference: string
      begun_at: Temporal.Instant
    }>`
      select o.id, r.subject_id, d.reference, r.begun_at
      from ${sql.table(table)} o
      join commons.restriction r on r.tenant_id = o.tenant_id and r.lifted_at is null
        and r.subject_id = any(${sql.ref(`o.${column}`)})
      join commons.dossier d on (d.tenant_id, d.id) = (r.tenant_id, r.request_id)
      where o.id = any(${[...ids]}::uuid[])`.execute(db())
    for (const { id, subject_id, reference, begun_at } of rows)
      found.set(id, {
        ...{ subjectId: subject_id, reference, since: formatDateTime(begun_at, 'short') },
      })
  }
  return found
}
