import { isUtf8 } from 'node:buffer'
import { prototypeNamed } from '#kernel/characters'
import { answerLimits as limits } from './limits.ts'

export interface Unreadable {
  reason: 'too_large' | 'not_utf8' | 'too_deep' | 'not_json' | 'forbidden_key'
  line?: number
  column?: number
}
export type Decoded = { value: unknown } | { wrong: Unreadable }

/** True when the first sign of the file is one that opens a JSON object or list. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const first = bytes.subarray(start, start + 4096).find((byte) => !whiteSpace.has(byte))
  return first === 0x7b || first === 0x5b
}

/** Bytes of an answer -> JSON value (RFC 8259: UTF-8; a byte order mark is tolerated), bounded. */
export function decodeJson(bytes: Uint8Array): Decoded {
  if (bytes.length > limits.jsonBytes) return { wrong: { reason: 'too_large' } }
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!isUtf8(bytes))
    return { wrong: { reason: 'not_utf8', ...position(text, text.indexOf('\uFFFD')) } }
  if (nesting(text) > limits.depth) return { wrong: { reason: 'too_deep' } }
  const parsed = parseJson(text)
  if ('wrong' in parsed) return parsed
  return prototypeNamed(parsed.value) !== undefined
    ? { wrong: { reason: 'forbidden_key' } }
    : parsed
}

const whiteSpace = new Set([0x20, 0x09, 0x0a, 0x0d])

function parseJson(text: string): Decoded {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { wrong: { reason: 'not_json', ...placeSaidBy(String(error), text) } }
  }
}

/** V8 tells where a text stops short or what it lacks there; of a strange sign it tells no place. */
function placeSaidBy(message: string, text: string): { line?: number; column?: number } {
  const at = /at position (\d+)/.exec(message)?.[1]
  if (at !== undefined) return position(text, Number(at))
  return message.includes('end of JSON') ? position(text, text.length) : {}
}

/** Deepest level of brackets outside strings; counted before parsing, so nothing can recurse. */
function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth--
  }
  return deepest
}

function position(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(at, 0))
  const line = before.split('\n').length
  return { line, column: before.length - before.lastIndexOf('\n') }
}
