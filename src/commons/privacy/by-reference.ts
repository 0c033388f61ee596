import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { type Dossier, read } from '#commons/dossiers'
import { fileOf } from './prepare.ts'
import { type RequestColumns, requests } from './request.ts'

/** The requests of persons, the last received first. */
export const allRequests = () =>
  db()
    .selectFrom('commons.dossier')
    .select(['reference', 'title', 'state', 'due_on'])
    .where('kind', '=', requests.name)
    .orderBy('created_at', 'desc')
    .execute()

/** The request of a person by its reference. Throws `NotFound`. */
export async function requestCalled(reference: string): Promise<Dossier<RequestColumns>> {
  const found = await db()
    .selectFrom('commons.dossier')
    .select('id')
    .where('kind', '=', requests.name)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return read(requests, found.id)
}

/** What is held of whom a request is, as a file in hand. Throws `Conflict` where it is not said of whom. */
export async function gathered(request: Dossier<RequestColumns>): Promise<Uint8Array> {
  const ofSomebody = request.person_id ?? request.citizen_id ?? request.party_ids[0]
  ensure(ofSomebody, Conflict, 'privacy.of_whom')
  await audit('access_request', requests.path(request.id))
  return (await fileOf(request)).bytes
}
