import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import { actor } from '#kernel/access'
import { breath } from '#kernel/aside'
import { language } from '#kernel/i18n'
import { inParts } from '#kernel/jsx'
import { authorityKey } from '#kernel/tenancy'

/** So many signs are kept at most; what was not asked for longest goes first. */
const most = 8_000_000
const known = new Map<string, { made: object; size: number }>()
let size = 0

/**
 * A large piece of a page that is read, computed and written once for its reader, and taken from then on: as long as they bear
 * the same, in the same language, and as long as `said` is the same, by which all is named that it depends on besides. What
 * is made with it comes back as it was made.
 */
export async function keptFor<Made extends object>(
  said: readonly unknown[],
  make: () => Promise<Made & { piece: JSX.Element }>,
): Promise<Omit<Made, 'piece'> & { piece: Child }> {
  const { id, principals } = actor()
  const key = createHash('sha256')
    .update(JSON.stringify([authorityKey(), id, principals, language(), ...said]))
    .digest('base64')
  const found = known.get(key)
  if (found) {
    known.delete(key)
    known.set(key, found)
    return found.made as Made & { piece: Child } // It was made by what has the same key.
  }
  const { piece, ...rest } = await make()
  // Flat: a text that is put together of pieces keeps all of them.
  const text = Buffer.from(await inParts(piece, breath(authorityKey()))).toString()
  const made = { ...rest, piece: raw(text) }
  // Two may have made it at once.
  size += text.length - (known.get(key)?.size ?? 0)
  known.set(key, { made, size: text.length })
  for (const [oldest, one] of known) {
    if (size <= most || oldest === key) break
    known.delete(oldest)
    size -= one.size
  }
  return made
}
