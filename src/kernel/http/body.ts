import { parse } from 'node:querystring'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { ReadableStream } from 'node:stream/web'
import { prototypeNamed } from '#kernel/characters'
import { Invalid, Problem, TooLarge } from '#kernel/errors'
import { formatFileSize } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { type Bounds, takenBy, type Takes } from './bounds.ts'
import { parsedJson } from './json.ts'
import { multipart } from './multipart.ts'
import { Pace } from './pace.ts'
import { type Call, type Route, takesKey } from './routes.ts'
import { nothingSent, type Sent } from './sent.ts'

/**
 * What the browser or the program sent: query, form or JSON. Work grows with the size of the body and no faster, and
 * files go to disk as they come. Throws `TooLarge` or `Invalid` where it is more than the route takes.
 */
export async function received(route: Route, c: Call): Promise<Sent> {
  if (route.method === 'get') return harmless({ values: queryOf(c), errors: {} })
  if (!route.input && !takesKey(route)) return nothingSent
  try {
    return harmless(await parsed(c, takenBy(route)))
  } catch (failure) {
    // A body that breaks off, or that is not what it says.
    throw failure instanceof Problem ? failure : Invalid.field('body', 'http.field.wrong')
  }
}

/** No name in it reaches what all objects have in common. Throws `Invalid`. */
function harmless(sent: Sent): Sent {
  const name = prototypeNamed(sent.values)
  if (name === undefined) return sent
  throw Invalid.field('body', 'http.field.forbidden', { name: name.slice(0, 100) })
}

async function parsed(c: Call, takes: Takes): Promise<Sent> {
  const type = c.req.header('content-type') ?? ''
  const body = bounded(c, takes.bounds)
  if (/^multipart\/form-data\b/i.test(type)) return multipart(body, type, takes)
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return asJson(await whole(body), c, takes)
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return { values: formOf(await whole(body), takes.bounds), errors: {} }
  return nothingSent
}

/** What is deleted is named by its address: some say the type of a body that they do not send. */
const asJson = (bytes: Buffer, { req }: Call, { bounds }: Takes): Sent =>
  bytes.length === 0 && req.method === 'DELETE'
    ? nothingSent
    : { values: parsedJson(bytes, bounds), errors: {} }

function queryOf(c: Call): Record<string, unknown> {
  const many = Object.entries(c.req.queries())
  return Object.fromEntries(
    many.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
}

/** Of all that one authority sends: 20 MB in a second, the first 10 of them at once. */
const pace = new Pace(20_000_000, 0.5)

/** A browser hears the answer once it has sent all: up to so many times the bound is read, and thrown away. */
const patience = 4

/** The bytes as they come; more than the route takes is an error. */
function bounded(c: Call, bounds: Bounds): Readable {
  const { body } = c.req.raw
  if (!body) return Readable.from([])
  const tooLarge = () => new TooLarge('http.too_large', { size: formatFileSize(bounds.bytes) })
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced > bounds.bytes * patience) throw tooLarge()
  let size = 0
  const authority = tenant().id
  // The stream of a request is the one of Node, under the type of the browsers.
  const from = Readable.fromWeb(body as ReadableStream)
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of from) {
      size += chunk.length
      if (size > bounds.bytes * patience) throw tooLarge()
      if (Math.max(size, announced) > bounds.bytes) continue
      await pace.take(authority, chunk.length)
      yield chunk
    }
    if (size > bounds.bytes) throw tooLarge()
  }
  return Readable.from(pieces(), { objectMode: false })
}

/** In bytes: to read so many holds others up for some milliseconds. */
const heavy = 250_000
let last = Promise.resolve()

/** All of it. Heavy ones that are there at once are read one at a time, others are answered in between. */
async function whole(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  if (bytes.length > heavy) await (last = last.then(() => setImmediate()))
  return bytes
}

/** The fields of an urlencoded form. Not by `URLSearchParams`, whose time grows with the square of small fields. */
export function formOf(bytes: Buffer, bounds: Bounds): Record<string, unknown> {
  if (countOf(bytes, '&') >= bounds.fields)
    throw new TooLarge('http.too_many', { most: bounds.fields })
  return { ...parse(bytes.toString(), '&', '=', { maxKeys: 0 }) }
}

function countOf(bytes: Buffer, sign: string): number {
  let count = 0
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1)) count += 1
  return count
}
