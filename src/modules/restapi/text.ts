import { sql } from 'kysely'
import { db } from '#kernel/db'
import { type FileHash, readStoredFile } from '#kernel/files'
import { pictureTypeOf } from '#kernel/pictures'
import { picturesOf, redact, type RichText } from '#kernel/richtext'
import { badRequest } from './failure.ts'

/** In bytes: what pictures of one answer may be together. */
const mostOfPictures = 24_000_000

/** A text as serializers write it. */
export interface TextThere {
  'content-type': 'text/html'
  data: string
  encoding: 'utf-8'
}

export const asText = (data: string): TextThere => ({
  ...{ 'content-type': 'text/html', data, encoding: 'utf-8' },
})

/** Where words stand that their author masked: what it held is not told (G07). */
const masked = /<mark class="masked">[^<]*<\/mark>/g
const picture = /<img src="\/pictures\/([0-9a-f]{64})"/g

/** Texts of one answer: masked words are emptied, pictures come along as data (G06). */
export function texts(): (html: RichText) => Promise<string> {
  const kept = new Map<string, string>()
  let size = 0
  return async (html) => {
    const open = redact(html, 'x').replaceAll(masked, '<span class="pm-anonymize"></span>')
    const hashes = new Set(picturesOf(html).map(({ hash }) => hash))
    const fresh = [...hashes].filter((hash) => !kept.has(hash))
    size += await bytesOf(fresh)
    if (size > mostOfPictures) throw badRequest('restapi.too_much')
    for (const hash of fresh) kept.set(hash, await asData(hash))
    return open.replaceAll(picture, (_, hash: string) => `<img src="${kept.get(hash) ?? ''}"`)
  }
}

async function bytesOf(hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0
  const { rows } = await sql<{ size: number }>`select coalesce(sum(size), 0)::int as size
    from kernel.file where hash = any(${[...hashes]}::text[])`.execute(db())
  return rows[0]?.size ?? 0
}

async function asData(hash: string): Promise<string> {
  const bytes = await readStoredFile(hash as FileHash) // A text of the house names it.
  const type = pictureTypeOf(bytes) === 'jpeg' ? 'image/jpeg' : 'image/png'
  return `data:${type};base64,${bytes.toString('base64')}`
}
