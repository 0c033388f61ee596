import { type Generated, sql } from 'kysely'
import { z } from 'zod'
import { forSignedIn, isSystem } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type FileHash, needsFiles, readStoredFile } from '#kernel/files'
import { PageRoutes } from '#kernel/http'
import { type Timer, task } from '#kernel/jobs'
import { broughtByMe, forgetUploads, pictureAnswer } from '#kernel/pictures'
import { picture } from '#kernel/textparts'
import { seen } from './seen.ts'

declare module '#kernel/db' {
  interface Tables {
    'commons.picture_use': {
      tenant_id: Generated<string>
      dossier_id: string
      hash: FileHash
    }
  }
}

needsFiles('commons.picture_use', sql`select hash from commons.picture_use`)

const shown = new RegExp(`<${picture.tag} src="${picture.folder}([0-9a-f]{64})"`, 'g')

/** The pictures that a text of ours shows, by their hashes. */
const hashesIn = (text: string): string[] =>
  text.includes(picture.folder) ? [...text.matchAll(shown)].flatMap(([, hash]) => hash ?? []) : []

/**
 * Notes which pictures dossiers show, in whatever column: from here on, who may see one of them may see its pictures.
 * Part of every write; by hand where a text stands elsewhere than in the row of its dossier.
 */
export async function usePictures(some: readonly { id: string; texts: object }[]): Promise<void> {
  const rows = some.flatMap(({ id, texts }) =>
    [...new Set(Object.values(texts).flatMap(hashesOfValue))].map((hash) => ({ id, hash })),
  )
  if (rows.length === 0) return
  // One that is no file of the house is shown as missing, and is not a reason to refuse the text.
  await sql`
    insert into commons.picture_use (dossier_id, hash)
    select p.id, p.hash from jsonb_to_recordset(${asRows(rows)}) as p (id uuid, hash text)
    join kernel.file f on f.hash = p.hash
    on conflict do nothing`.execute(db())
}

const hashesOfValue = (value: unknown) => (typeof value === 'string' ? hashesIn(value) : [])

/** Those of these pictures that the one who acts may see: in a dossier, or because they brought them. */
export async function picturesSeen(hashes: readonly string[]): Promise<Set<string>> {
  if (isSystem()) return new Set(hashes)
  const mine = new Set(await broughtByMe(hashes))
  const others = hashes.filter((hash) => !mine.has(hash))
  if (others.length === 0) return mine
  const { rows } = await sql<{ hash: string }>`
    select distinct u.hash from commons.picture_use u
    join commons.dossier d on d.tenant_id = u.tenant_id and d.id = u.dossier_id
    where u.hash = any(${others}::text[]) and ${seen()}`.execute(db())
  return new Set([...mine, ...rows.map(({ hash }) => hash)])
}

/** Each night, pictures that were brought for texts which did not come are forgotten. */
export const forgetOldUploads: Timer = {
  at: '10 3 * * *',
  task: task('dossiers.forget_pictures', z.object({}), forgetUploads),
}

/** The pictures of texts, for those who may see them. */
export const picturePages = new PageRoutes(picture.folder.slice(0, -1))

picturePages.get('/:hash{[0-9a-f]{64}}', forSignedIn, async (c) => {
  const hash = c.req.param('hash') ?? ''
  if (!(await picturesSeen([hash])).has(hash)) throw new NotFound()
  // It has the form of a hash; what no file has is not seen.
  return pictureAnswer(await readStoredFile(hash as FileHash))
})
