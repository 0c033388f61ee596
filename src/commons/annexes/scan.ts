import { z } from 'zod'
import { isExamining, scanBytes } from '#kernel/antivirus'
import { db } from '#kernel/db'
import { Unavailable } from '#kernel/errors'
import { type FileHash, readStoredFile } from '#kernel/files'
import { enqueue, type Task, task, type Timer } from '#kernel/jobs'
import { slot } from '#kernel/module'
import { forgetPart } from '#kernel/search'
import './tables.ts'

/** An annex in which the scanner found something. */
export interface Infected {
  dossierId: string
  title: string
  /** SHA-256 of its bytes. */
  hash: FileHash
  /** What the scanner calls it. */
  found: string
  /** Who wrote the dossier. */
  author: string | null
}

/** Who is told of it; filled by a folder that knows people. */
export const whenInfected = slot<(one: Infected) => Promise<void>>('whenInfected')

/**
 * Examines one annex that was not examined yet, and sends itself again until none waits. One in which something is
 * found stays where it is, is given out to nobody, and its author and the administrators are told.
 */
const examine: Task = task('annexes.scan', z.object({}), async () => {
  if (!isExamining()) return
  const annex = await db()
    .selectFrom('commons.annex as a')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.dossier_id'),
    )
    .select(['a.id', 'a.dossier_id', 'a.title', 'a.hash', 'd.created_by'])
    .where('a.scan', '=', 'waiting')
    .where('a.removed_at', 'is', null)
    .orderBy('a.id')
    .limit(1)
    .forUpdate('a')
    .skipLocked()
    .executeTakeFirst()
  if (!annex) return
  const finding = await scanBytes(await readStoredFile(annex.hash))
  // Once more, until it is back.
  if (finding.is === 'away') throw new Unavailable('annexes.not_examined')
  await db()
    .updateTable('commons.annex')
    .set({ scan: finding.is })
    .where('id', '=', annex.id)
    .execute()
  if (finding.is === 'infected') {
    const { dossier_id: dossierId, title, hash, created_by: author } = annex
    await forgetPart({ subjectId: dossierId, partId: annex.id })
    for (const tell of whenInfected.all())
      await tell({ dossierId, title, hash, found: finding.found, author })
  }
  await askToScan()
})

/** Why bytes are given to nobody: something was found in them, or nobody examined them though there is who does; null: they are. */
export const heldBack = (scan: 'waiting' | 'clean' | 'infected'): 'infected' | 'waiting' | null =>
  scan === 'infected' || (scan === 'waiting' && isExamining()) ? scan : null

/** The same of an annex, as it is now; with `lock`, until the end of the transaction. Null of one that is not there. */
export async function annexHeldBack(
  id: string,
  { lock = false } = {},
): Promise<'infected' | 'waiting' | null> {
  const annex = await db()
    .selectFrom('commons.annex')
    .select('scan')
    .where('id', '=', id)
    .$if(lock, (query) => query.forShare())
    .executeTakeFirst()
  return annex ? heldBack(annex.scan) : null
}

/** Each night, for what came while the scanner was away, or before there was one. */
export const examineAll: Timer = { at: '40 1 * * *', task: examine }

/** Asks for what was not examined yet, where there is who examines. */
export async function askToScan(): Promise<void> {
  if (isExamining()) await enqueue(examine, {}, 'annexes.scan')
}
