import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Forbidden, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import {
  type FailedJob,
  failedJobs,
  hasten,
  letBe,
  sendAgain,
  type WaitingJob,
  waitingJobs,
} from '#kernel/jobs'
import { administrator } from '#commons/directory'
import { type Root, seen } from '#commons/dossiers'

/** Whether the one who acts looks after the work of all; others see their own. */
export const looksAfterAll = (): boolean => {
  const { principals } = actor()
  return principals.includes(administrator.principal) || principals.includes('system')
}

/** Whose work the one who acts sees. */
const whose = () => (looksAfterAll() ? undefined : { sentBy: actor().id })

/** What failed for good, as far as it is for the one who acts. */
export const failures = (): Promise<FailedJob[]> => failedJobs(whose())

/** What waits or is put off, as far as it is for the one who acts. */
export const waitingWork = (): Promise<WaitingJob[]> => waitingJobs(whose())

/** Has a job that failed done again. Throws `NotFound` where it is not there for the one who acts. */
export async function again(id: string): Promise<void> {
  await ensureMine(id)
  await sendAgain(id)
}

/** Says that a job that failed is no longer wanted. */
export async function leave(id: string): Promise<void> {
  await ensureMine(id)
  await letBe(id)
}

/** Has what is put off tried now. Throws `Forbidden` for who does not look after the work of all. */
export async function now(): Promise<number> {
  if (!looksAfterAll()) throw new Forbidden()
  return hasten()
}

async function ensureMine(id: string): Promise<void> {
  if (!isId(id) || !(await failures()).some((one) => one.id === id)) throw new NotFound()
}

export type HeadOfDossier = Pick<Root, 'kind' | 'reference' | 'title'> & { id: string }

/** What dossiers are called, of those that the one who acts may see. */
export async function headsOf(ids: readonly string[]): Promise<ReadonlyMap<string, HeadOfDossier>> {
  if (ids.length === 0) return new Map()
  const found = await db()
    .selectFrom('commons.dossier as d')
    .select(['d.id', 'd.kind', 'd.reference', 'd.title'])
    .where('d.id', 'in', [...ids])
    .where(seen())
    .execute()
  return new Map(found.map((one) => [one.id, one]))
}
