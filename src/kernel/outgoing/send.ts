import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'

/** What was asked takes longer, or is more, than it may. */
export class Slow extends Error {}
export class TooBig extends Error {}
/** What came is no answer that can be read. */
export class Unreadable extends Error {}

/** How long each step may take, in milliseconds, and how large an answer may be, in bytes. */
export interface Bounds {
  /** Until the connection stands. */
  connect: number
  /** Until the head of the answer is there. */
  head: number
  /** Until all of it is there, with those that it led to. */
  whole: number
  bytes: number
}

/** One question, once its place is known. */
export interface Question {
  url: URL
  method: string
  headers: Headers
  body: Uint8Array | null
  signal: AbortSignal
  bounds: Bounds
  /** By which the connection finds its address; none where a proxy does that. */
  lookup: LookupFunction | undefined
  proxy: string | null
}

export interface Answer {
  status: number
  headers: Headers
  bytes: Buffer<ArrayBuffer>
}

/** Asks once, over a connection of its own, and reads the answer within the bounds. Redirects are answers here. */
export async function sendOnce(question: Question): Promise<Answer> {
  const { url, method, headers, body, signal, bounds, lookup, proxy } = question
  const { Agent, request } = url.protocol === 'https:' ? https : http
  const around = proxy ? { proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } } : {}
  const sent = request(url, {
    ...{ method, lookup, signal, maxHeaderSize: 32_768 },
    agent: new Agent({ keepAlive: false, ...around }),
    headers: Object.fromEntries(headers),
  })
  const within = (limit: number) => setTimeout(() => sent.destroy(new Slow()), limit)
  const heading = within(bounds.head)
  sent.once('socket', (socket) => {
    if (!socket.connecting) return
    const connecting = within(bounds.connect)
    const connected = () => clearTimeout(connecting)
    socket.once('connect', connected).once('close', connected)
  })
  try {
    const answer = await new Promise<http.IncomingMessage>((come, fail) => {
      sent.once('response', come).on('error', fail)
      sent.end(body ?? undefined)
    })
    clearTimeout(heading)
    return await read(answer, bounds.bytes)
  } finally {
    clearTimeout(heading)
    sent.destroy()
  }
}

async function read(answer: http.IncomingMessage, most: number): Promise<Answer> {
  const { statusCode: status = 0 } = answer
  if (status < 200 || status > 599) throw new Unreadable()
  // None was offered: what is packed nevertheless could be more than it seems.
  if ((answer.headers['content-encoding'] ?? 'identity') !== 'identity') throw new Unreadable()
  if (Number(answer.headers['content-length'] ?? 0) > most) throw new TooBig()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Uint8Array>) {
    size += piece.byteLength
    if (size > most) throw new TooBig()
    pieces.push(piece)
  }
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(answer.headersDistinct))
    for (const value of values) headers.append(name, value)
  return { status, headers, bytes: Buffer.concat(pieces) }
}
