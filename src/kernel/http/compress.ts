import type { MiddlewareHandler } from 'hono'
import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  zstdCompress,
  zstdCompressSync,
} from 'node:zlib'

import { bytesOf } from './page-answer.ts'

interface Encoding {
  name: string
  /** At once: to hand a page to another thread and to take it back costs more than the page. */
  now: (bytes: Buffer) => Buffer
  /** Beside the event loop. */
  beside: (bytes: Buffer) => Promise<Buffer>
}

const brotli = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 },
}
const fast = { level: 1 }

/** The quickest first: a page of 16 kB takes a tenth of a millisecond. */
const encodings: readonly Encoding[] = [
  { name: 'zstd', now: (bytes) => zstdCompressSync(bytes), beside: promisify(zstdCompress) },
  {
    name: 'br',
    now: (bytes) => brotliCompressSync(bytes, brotli),
    beside: (bytes) => promisify(brotliCompress)(bytes, brotli),
  },
  {
    name: 'gzip',
    now: (bytes) => gzipSync(bytes, fast),
    beside: (bytes) => promisify(gzip)(bytes, fast),
  },
]

/** In bytes: what is longer would hold up the others. */
const mostAtOnce = 64 * 1024

/** In bytes: less than this fits into the same packets anyway. */
const least = 1024

const text =
  /^(text\/|image\/svg\+xml|application\/([\w.+-]+\+)?(json|xml)\b|application\/javascript)/

/**
 * Sends texts compressed, to whoever understands that. Not where another site made the browser ask: who can make it
 * ask for words of theirs, and sees how long the answers are, could guess what else stands there (BREACH).
 */
export function compressed(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { headers, status } = c.res
    const type = headers.get('content-type') ?? ''
    // What goes on is not read to its end.
    if (!text.test(type) || type.startsWith('text/event-stream')) return
    if (headers.has('content-encoding') || status === 206 || status === 304) return
    headers.append('vary', 'Accept-Encoding')
    if (/^(cross|same)-site$/.test(c.req.header('sec-fetch-site') ?? '')) return
    const chosen = chosenOf(c.req.header('accept-encoding'))
    if (!chosen || c.req.method === 'HEAD') return
    // To ask an answer for its body makes a stream of it, unless it is one of ours.
    const bytes = bytesOf(c.res) ?? Buffer.from(await c.res.arrayBuffer())
    if (bytes.length === 0) return
    const answer = await answerOf(c.res, bytes, bytes.length < least ? undefined : chosen)
    // Set anew, not over the other, whose headers would be copied and whose body read.
    c.res = undefined
    c.res = answer
  }
}

async function answerOf(
  { status, headers: said }: Response,
  bytes: Buffer,
  chosen: Encoding | undefined,
): Promise<Response> {
  const headers = new Headers(said)
  headers.delete('content-length')
  if (!chosen) return new Response(new Uint8Array(bytes), { status, headers })
  headers.set('content-encoding', chosen.name)
  // The same words under another form: no longer the very bytes.
  const tag = headers.get('etag')
  if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`)
  return new Response(
    new Uint8Array(bytes.length > mostAtOnce ? await chosen.beside(bytes) : chosen.now(bytes)),
    { status, headers },
  )
}

/** The encoding that an `accept-encoding` asks for, of those that we know. */
export function chosenOf(accepted = '') {
  const asked = new Map(
    accepted.split(',').map((one) => {
      const [name = '', quality = ''] = one
        .toLowerCase()
        .split(';')
        .map((part) => part.trim())
      return [name, quality.startsWith('q=') ? Number(quality.slice(2)) : 1]
    }),
  )
  return encodings.find(({ name }) => (asked.get(name) ?? asked.get('*') ?? 0) > 0)
}
