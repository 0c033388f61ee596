import { sql } from 'kysely'
import { z } from 'zod'
import { actAs, actor, system } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { ensureEdition } from '#kernel/pages'
import type { ImportKind, UploadedFile } from '#commons/imports'
import { planKnownAs } from '#modules/strategy'
import { type Imported, commit } from './commit.ts'
import { type Answers, readHere } from './here.ts'
import { readExchange } from './read.ts'
import { type Report, reportOf, reportStanding } from './report.ts'
import { standingOf } from './standing.ts'

/** The import of a plan between its upload and its end. */
export const planImport: ImportKind<Answers> = {
  name: 'ecomptes.plan',
  answers: z.object({
    fields: z.boolean(),
    add: z.boolean(),
    departments: z.record(z.string(), z.string()),
  }),
}

/** Exchanges a whole plan, whatever of it the one who acts may read; it stays theirs in history. */
export const wholly = <T>(work: () => Promise<T>): Promise<T> =>
  actAs({ ...system, id: actor().id, name: actor().name }, work)

/** Says what an import would do, and writes nothing. Throws `Invalid` on a file that is none of eComptes. */
export async function preview(file: UploadedFile, answers: Answers): Promise<Report> {
  return (await prepare(file, answers)).report
}

async function prepare(file: UploadedFile, answers: Answers) {
  const reading = await readExchange(file.bytes)
  if (!reading.ok) throw new Invalid({ file: reading.problems.map(({ sentence }) => sentence) })
  const { exchange } = reading
  const plan = await planKnownAs(exchange.plan.id)
  const here = await readHere()
  return { here, report: reportOf(exchange, plan && (await standingOf(plan)), here, answers) }
}

export type Outcome = { done: 'imported'; imported: Imported } | { done: 'refused'; report: Report }

/**
 * Imports a file if everything is answered, by what stands at this moment; twice changes nothing. Throws `Stale` where
 * somebody else changed the plan since `edition`.
 */
export async function carryOut(
  file: UploadedFile,
  answers: Answers,
  edition?: string,
): Promise<Outcome> {
  // Two imports at once would both find nothing here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ecomptes ${currentTenantId()}`}, 0))`.execute(
    db(),
  )
  const { here, report } = await prepare(file, answers)
  if (edition !== undefined) ensureEdition(reportStanding(report), edition)
  if (report.state !== 'ready') return { done: 'refused', report }
  return { done: 'imported', imported: await commit(report, here, file) }
}
