import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { formatDateTime } from '#kernel/i18n'
import { type Dossier, read } from '#commons/dossiers'
import type { Restriction } from '#commons/holdings'
import { type RequestColumns, requests } from './request.ts'

declare module '#kernel/db' {
  interface Tables {
    'commons.restriction': {
      tenant_id: Generated<string>
      id: Generated<string>
      subject_id: string
      request_id: string
      begun_by: string
      begun_at: Generated<Temporal.Instant>
      lifted_by: string | null
      lifted_at: Temporal.Instant | null
      lifted_because: string | null
    }
  }
}

type Request = Dossier<RequestColumns>

/** Of whom a request is: a person of the directory, parties of the address book. */
export const subjectsOf = ({ person_id, party_ids }: Pick<Request, 'person_id' | 'party_ids'>) => [
  ...(person_id ? [person_id] : []),
  ...party_ids,
]

/** The subjects of a request that are restricted by it now. */
export const restrictedBy = ({ id }: Pick<Request, 'id'>) =>
  db()
    .selectFrom('commons.restriction')
    .select(['id', 'subject_id', 'begun_by', 'begun_at'])
    .where('request_id', '=', id)
    .where('lifted_at', 'is', null)
    .orderBy('id')
    .execute()

/** Which of these are restricted, by any request. */
export async function restrictedAmong(ids: readonly string[]): Promise<Restriction[]> {
  if (ids.length === 0) return []
  const found = await db()
    .selectFrom('commons.restriction as r')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'r.tenant_id').onRef('d.id', '=', 'r.request_id'),
    )
    .select(['r.subject_id', 'd.reference', 'r.begun_at'])
    .where(sql<boolean>`r.subject_id = any(${[...new Set(ids)]}::uuid[])`)
    .where('r.lifted_at', 'is', null)
    .orderBy('r.id')
    .execute()
  return found.map(({ subject_id, reference, begun_at }) => ({
    ...{ subjectId: subject_id, reference, since: formatDateTime(begun_at, 'short') },
  }))
}

/**
 * Restricts what is held of whom a request is: it is kept, shown as such, and neither changed, named anew nor destroyed.
 * GDPR art. 18 § 1 and 2. Throws `Conflict` where it is not said of whom, or where it is restricted already.
 */
export async function restrict({ id }: Pick<Request, 'id'>): Promise<void> {
  const request = await read(requests, id, { lock: true })
  const subjects = subjectsOf(request)
  ensure(subjects.length > 0, Conflict, 'privacy.of_whom')
  const there = new Set((await restrictedBy(request)).map(({ subject_id }) => subject_id))
  const fresh = subjects.filter((one) => !there.has(one))
  ensure(fresh.length > 0, Conflict, 'privacy.restricted_already')
  await db()
    .insertInto('commons.restriction')
    .values(fresh.map((subject_id) => ({ subject_id, request_id: id, begun_by: actor().name })))
    .execute()
  await audit('processing_restricted', requests.path(id))
}

/** Lifts it again, for a reason that the person was told before. GDPR art. 18 § 3. Throws `Conflict` where nothing is. */
export async function lift({ id }: Pick<Request, 'id'>, because: string): Promise<void> {
  await read(requests, id, { lock: true })
  const lifted = await db()
    .updateTable('commons.restriction')
    .set({
      ...{ lifted_by: actor().name, lifted_at: Temporal.Now.instant(), lifted_because: because },
    })
    .where('request_id', '=', id)
    .where('lifted_at', 'is', null)
    .returning('id')
    .execute()
  ensure(lifted.length > 0, Conflict, 'privacy.not_restricted')
  await audit('processing_freed', requests.path(id))
}
