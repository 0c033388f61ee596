import { z } from 'zod'
import { db } from '#kernel/db'
import { readStoredFile } from '#kernel/files'
import { enqueue, type Task, task } from '#kernel/jobs'
import { indexParts } from '#kernel/search'
import { readApart } from './read-apart.ts'
import './tables.ts'

/**
 * Reads the words of one annex for the search, and sends itself again until none waits. An annex that cannot be read
 * is found by its title, and its card says so.
 */
export const readWords: Task = task('annexes.read', z.object({}), async () => {
  const annex = await db()
    .selectFrom('commons.annex')
    .select(['id', 'dossier_id', 'title', 'file_name', 'hash'])
    .where('words', '=', 'waiting')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!annex) return
  const { text, state } = await readApart(await readStoredFile(annex.hash))
  const { id: partId, dossier_id: subjectId, title } = annex
  await indexParts([{ subjectId, partId, title, body: [annex.file_name, text].join('\n') }])
  await db().updateTable('commons.annex').set({ words: state }).where('id', '=', annex.id).execute()
  await askToRead()
})

/** Asks for the words of annexes that wait; those of an authority are read one after the other. */
export const askToRead = (): Promise<void> => enqueue(readWords, {}, 'annexes.read')
