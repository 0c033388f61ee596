import { Invalid, TooLarge } from '#kernel/errors'
import type { Bounds } from './bounds.ts'

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const opening = new Set([0x5b, 0x7b])
const closing = new Set([0x5d, 0x7d])

/**
 * The fields of a JSON object; those of anything else are none. Counted before it is parsed: nothing deeper, and no
 * more values, than `bounds` says is built. Throws `Invalid` or `TooLarge`.
 */
export function parsedJson(bytes: Buffer, bounds: Bounds): Record<string, unknown> {
  ensureBounded(bytes, bounds)
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw Invalid.field('body', 'http.field.json')
  }
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? { ...parsed }
    : {}
}

function ensureBounded(bytes: Buffer, { fields, depth }: Bounds): void {
  let values = 1
  let deep = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = bytes[at] ?? 0
    if (sign === quote) at = endOfText(bytes, at)
    else if (sign === comma) values += 1
    else if (opening.has(sign)) {
      deep += 1
      values += 1
      if (deep > depth) throw Invalid.field('body', 'http.field.too_deep', { most: depth })
    } else if (closing.has(sign)) deep -= 1
    if (values > fields) throw new TooLarge('http.too_many', { most: fields })
  }
}

/** Where the text that begins at `from` ends: long texts are passed over, not read sign by sign. */
function endOfText(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(quote, from + 1)
  while (at !== -1 && isEscaped(bytes, at, from)) at = bytes.indexOf(quote, at + 1)
  return at === -1 ? bytes.length : at
}

function isEscaped(bytes: Buffer, at: number, from: number): boolean {
  let before = at - 1
  while (before > from && bytes[before] === backslash) before -= 1
  return (at - before) % 2 === 0
}
