import { sql } from 'kysely'
import { aLot, TooMuch } from '#kernel/aside'
import { currentTenantId, db } from '#kernel/db'
import { bench } from '#commons/exports'
import type { UploadedFile } from '#commons/imports'
import { arrived, type Crossing } from './aside.ts'
import { type Imported, commit } from './commit.ts'
import { type Here, readHere } from './known.ts'
import { type Choices, type Plan, plan } from './plan.ts'
import { read, tooMuch } from './read.ts'
import type { Upload } from './types.ts'

/** What is asked of an import: the organ chosen (else the one the files hint at), and what was answered. */
export interface Answers {
  organId: string | null
  choices: Choices
}

/** What is imported, and how. */
export interface Import extends Answers {
  upload: Upload
}

const readAside = bench<UploadedFile[], Crossing>(
  'modules/plonemeeting/aside.ts',
  'crossing',
  30_000,
)

/** What files say, much of it read beside the server: before any transaction. What takes too much is a finding. */
export async function uploadOf(files: UploadedFile[]): Promise<Upload> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  if (bytes < aLot) return read(files)
  try {
    return arrived(await readAside(files))
  } catch (failure) {
    if (failure instanceof TooMuch) return tooMuch(files)
    throw failure
  }
}

/** What an import would do, and where. */
export interface Preview extends Here {
  plan: Plan
}

/** Shows what an import would do. Writes nothing. */
export async function preview({ upload, organId, choices }: Import): Promise<Preview> {
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
