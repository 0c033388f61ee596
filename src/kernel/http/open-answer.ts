import { fileAnswer } from './file-answer.ts'

/** What of a file is asked for (RFC 9110, 14): from one byte to another, both inclusive. Undefined: all of it; null: nothing that is there. */
function rangeOf(
  asked: string | undefined,
  size: number,
): { from: number; to: number } | null | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '') ?? []
  if (!first && !last) return undefined
  const from = first ? Number(first) : Math.max(0, size - Number(last))
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1
  return from > to || from >= size ? null : { from, to }
}

interface Answered {
  bytes: Uint8Array
  hash: string
  name: string
  type: string
}

/** A file that was made for everybody, whole or in part; its bytes never change. */
export function openAnswer(
  { bytes, hash, name, type }: Answered,
  asked: { range?: string | undefined; ifRange?: string | undefined } = {},
): Response {
  const etag = `"${hash}"`
  const size = bytes.byteLength
  const range = asked.ifRange && asked.ifRange !== etag ? undefined : rangeOf(asked.range, size)
  const part = range ? bytes.subarray(range.from, range.to + 1) : bytes
  const answer = fileAnswer(range === null ? new Uint8Array() : part, { name, type, inPlace: true })
  answer.headers.set('etag', etag)
  answer.headers.set('accept-ranges', 'bytes')
  if (range === undefined) return answer
  answer.headers.set(
    'content-range',
    range ? `bytes ${range.from}-${range.to}/${size}` : `bytes */${size}`,
  )
  return new Response(answer.body, { status: range ? 206 : 416, headers: answer.headers })
}
