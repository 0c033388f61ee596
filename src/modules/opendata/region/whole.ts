import type { Call } from '#kernel/http'
import { lastChanged } from '#modules/publications'
import { countAsked } from '../brake.ts'
import { inParts, type Part } from '../stream.ts'
import { linesAfter } from '../whole.ts'
import { type Placed, placed, reading } from './authorities.ts'

/** Everything that is public now of all authorities, one after the other, a copy a line (NDJSON). */
export async function dumpOfAll(c: Call): Promise<Response> {
  countAsked('region')
  const all = await placed(c)
  const changed = await lastChanged()
  const headers = {
    'content-type': 'application/gzip',
    'content-disposition': 'attachment; filename="dump.ndjson.gz"',
    etag: `W/"dump-${changed?.epochMilliseconds ?? 0}"`,
  }
  return inParts((after) => partAfter(all, after), headers, { gzip: true })
}

/** The key of a part is the place of its authority, and where one is in that. */
async function partAfter(all: readonly Placed[], after: string): Promise<Part> {
  const [place = '0', ...within] = after.split(' ')
  const index = Number(place)
  const one = all[index]
  if (!one) return { text: '', next: null }
  const part = await reading(one, () => linesAfter(one.site, within.join(' ')))
  const { text = '', next = null } = part ?? {}
  if (next !== null) return { text, next: `${index} ${next}` }
  return { text, next: index + 1 < all.length ? `${index + 1} ` : null }
}
