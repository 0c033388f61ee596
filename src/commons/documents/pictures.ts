import { type FileHash, readStoredFile } from '#kernel/files'
import { pictureSize, pictureTypeOf } from '#kernel/pictures'
import type { PrintedPicture } from './printed.ts'

/** Of all pictures of a document together, in bytes: the press has so much memory. */
const mostTogether = 60_000_000

/** The pictures in the texts of a document, wherever in its data they stand. One whose bytes are lost is left out. */
export async function picturesOfData(data: unknown): Promise<Map<string, PrintedPicture>> {
  const hashes = new Set<string>()
  collect(data, hashes)
  const found = new Map<string, PrintedPicture>()
  let together = 0
  for (const hash of hashes) {
    // It is of a text that was read by our own reader; what no file has is left out.
    const bytes = await readStoredFile(hash as FileHash).catch(() => null)
    const size = bytes && pictureSize(bytes)
    if (!size || together + bytes.length > mostTogether) continue
    together += bytes.length
    found.set(hash, { bytes, ...size, isPhoto: pictureTypeOf(bytes) === 'jpeg' })
  }
  return found
}

function collect(value: unknown, hashes: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && value.type === 'picture' && 'hash' in value)
    return void hashes.add(String(value.hash))
  for (const inner of Object.values(value)) collect(inner, hashes)
}
