import { sql } from 'kysely'
import { currentTenantId, db } from '#kernel/db'
import type { UploadedFile } from '#commons/imports'
import { type Imported, commit } from './commit.ts'
import { type Here, readHere } from './known.ts'
import { type Choices, type Plan, plan } from './plan.ts'
import { read } from './read.ts'

/** What is imported: the files, the organ chosen (else the one they hint at), and what was answered. */
export interface Import {
  files: UploadedFile[]
  organId: string | null
  choices: Choices
}

/** What an import would do, and where. */
export interface Preview extends Here {
  plan: Plan
}

/** Shows what an import would do. Writes nothing. */
export async function preview({ files, organId, choices }: Import): Promise<Preview> {
  const upload = read(files)
  const here = await readHere(upload.meeting, organId)
  return { ...here, plan: plan(upload, here.known, choices) }
}

export type Outcome =
  | { done: 'imported'; imported: Imported }
  /** Everything was there already: nothing was written. */
  | { done: 'nothing'; meetingId: string }
  /** It is not ready: nothing was written. */
  | { done: 'refused'; preview: Preview }

/** Imports a meeting with its points, if everything is answered; twice the same changes nothing. */
export async function carryOut(given: Import): Promise<Outcome> {
  // Two imports at once would both find nothing here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${currentTenantId()}`}, 0))`.execute(
    db(),
  )
  const seen = await preview(given)
  if (!seen.plan.ready) return { done: 'refused', preview: seen }
  if (!seen.plan.changes) return { done: 'nothing', meetingId: seen.meetingId ?? '' }
  return { done: 'imported', imported: await commit(seen.plan, seen) }
}
