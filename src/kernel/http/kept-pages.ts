import type { MiddlewareHandler } from 'hono'
import { parse } from 'hono/utils/cookie'
import type { Database } from '#kernel/db'
import { note } from '#kernel/log'
import { countAsked } from '#kernel/quotas'
import { type Gate, nameOf, restrictionOf, type Tenant } from '#kernel/tenancy'
import { answerWith, type Asking, type Forms } from './kept-forms.ts'
import type { Incoming, Outgoing } from './listen.ts'
import { answeredAs, cameTo, requestName } from './logged.ts'
import { answerAgain, madePage, type MadePage } from './page-answer.ts'
import { everybody, PublicState } from './public-state.ts'
import type { Call, House } from './routes.ts'

/** A page as it was answered. */
interface Kept extends Forms {
  /** The route, the authority, and the state of its public copies from before the page was made. */
  route: string
  authority: Tenant | null
  state: string
  until: number
  size: number
}

/** What the one who serves a page says of it, for it to be kept. */
export interface Keepable {
  route: string
  state: string
  bytes: Buffer
}

/** In bytes, of all pages of a process as they are before they are compressed. */
const most = 32 * 1024 * 1024
/** In milliseconds: words like « today » follow from the clock. */
const lifetime = 60_000
/** In milliseconds, between looking for a kept page and making one. */
const moment = 1000
/** In characters, of an address and of what a reader asks for with it. */
const longest = 1000

/** By what is asked for at the address of a page that is no page. */
const anotherForm = /json|turtle|pdf/i

/** What one reader chose, of which a page may look otherwise. */
const chosen = ['language', 'theme', 'density', 'keys']

/** What belongs to one answer alone. */
const own = new Set(['content-encoding', 'content-length', 'etag', 'x-request-id', 'date'])

/**
 * Pages that follow from public copies and from nothing else, kept in memory as they were answered, by address, language and looks,
 * each compressed once. Before one is answered it is asked whether anything was published or withdrawn since: what is withdrawn is
 * gone at once, on each server.
 */
export class KeptPages {
  private readonly pages = new Map<string, Kept>()
  /** Those that are being made, by what is asked and the state of the public copies. */
  private readonly making = new Map<string, Promise<MadePage | undefined>>()
  private readonly gate: Gate
  private readonly region: string | null
  readonly state: PublicState
  private size = 0

  constructor(database: Database, gate: Gate, region: string | null) {
    this.gate = gate
    this.region = region
    this.state = new PublicState(database)
  }

  /** Answers with what is kept, or keeps what is answered. */
  middleware(): MiddlewareHandler<House> {
    return async (c, next) => {
      const asked = askingOf(c)
      const found = await this.standing(asked)
      if (found) {
        cameTo(found.route)
        note({ authority: slugOf(found) })
        const { status, headers, body } = await answerWith(found, asked)
        return new Response(body, { status, headers })
      }
      await next()
      const keepable = c.get('keepable')
      const key = keyOf(asked)
      if (keepable && key && c.res.status === 200) await this.keep(key, keepable, c)
    }
  }

  /**
   * Answers with what is kept, past all that a request goes through otherwise: that takes most of the time of an answer that is
   * there. False where nothing is kept, or no longer stands: nothing is sent then.
   */
  async answers(incoming: Incoming, outgoing: Outgoing): Promise<boolean> {
    const begun = performance.now()
    const asked = askingBy(incoming)
    const found = await this.standing(asked)
    if (!found) return false
    const { status, headers, body } = await answerWith(found, asked)
    const request = requestName(asked.header('x-request-id'))
    const length = body && { 'content-length': body.length }
    outgoing.writeHead(status, { ...headers, ...length, 'x-request-id': request })
    outgoing.end(body)
    const of = { request, method: asked.method, route: found.route, authority: slugOf(found) }
    answeredAs(of, status, performance.now() - begun)
    return true
  }

  /** Makes a page once for all who ask for it while it is made, of the same public copies: the evening of a council is a crowd. */
  async together(c: Call, state: string, make: () => Promise<Response>): Promise<Response> {
    const key = keyOf(askingOf(c))
    if (key === undefined) return make()
    const whole = `${state}\n${key}`
    const others = await this.making.get(whole)
    if (others) return answerAgain(others)
    const mine = make()
    const made = mine.then(madePage, () => undefined)
    this.making.set(whole, made)
    // Those who looked for a kept one before it was kept are given it too.
    await made
    setTimeout(() => this.making.delete(whole), moment).unref()
    return mine
  }

  /** The page that is kept for what is asked, where it would be answered so now. */
  private async standing(asked: Asking): Promise<Kept | undefined> {
    const key = keyOf(asked)
    const known = key === undefined ? undefined : this.pages.get(key)
    if (!key || !known) return undefined
    const stands = await this.stands(known, asked)
    this.drop(key)
    if (!stands) return undefined
    // Those that were asked for last go last.
    this.pages.set(key, known)
    this.size += known.size
    return known
  }

  /** Whether it would be answered so now: the same authority, as it looks, open, with the same public copies. */
  private async stands({ authority, state, until }: Kept, asked: Asking): Promise<boolean> {
    if (until < performance.now()) return false
    if (await this.gate.ofHouse()) return false
    const now = await this.authorityOf(asked)
    if (!sameLook(now, authority)) return false
    if (now && (restrictionOf(now) || !countAsked(now.id, now.asksMost ?? null))) return false
    return (await this.state.of(now?.id ?? everybody)) === state
  }

  private async authorityOf({ header }: Asking): Promise<Tenant | null> {
    const host = header('host') ?? ''
    return this.region !== null && nameOf(host) === this.region ? null : this.gate.byHost(host)
  }

  private async keep(key: string, { route, state, bytes }: Keepable, c: Call): Promise<void> {
    const authority = await this.authorityOf(askingOf(c))
    const headers = [...c.res.headers].filter(([name]) => !own.has(name))
    const etag = (c.res.headers.get('etag') ?? '').replace(/^W\//, '')
    const plain = Promise.resolve(new Uint8Array(bytes))
    const kept: Kept = {
      ...{ route, authority, state, etag, headers: Object.fromEntries(headers) },
      ...{
        until: performance.now() + lifetime,
        size: bytes.length,
        all: new Map([['plain', plain]]),
      },
    }
    this.drop(key)
    this.pages.set(key, kept)
    this.size += kept.size
    for (const oldest of this.pages.keys()) {
      if (this.size <= most) break
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.size -= this.pages.get(key)?.size ?? 0
    this.pages.delete(key)
  }
}

const slugOf = ({ authority }: Kept): string => authority?.slug ?? 'region'

function askingOf(c: Call): Asking {
  const { url, method } = c.req.raw
  return {
    method,
    address: url.slice(url.indexOf('/', url.indexOf('//') + 2)),
    header: (name) => c.req.header(name),
  }
}

function askingBy({ method = '', url = '', headers }: Incoming): Asking {
  return {
    method,
    address: url,
    header: (name) => {
      const said = headers[name]
      return Array.isArray(said) ? said.join(', ') : said
    },
  }
}

/** By what a page is kept; undefined: for such a question none is. */
function keyOf({ method, address, header }: Asking): string | undefined {
  const accept = header('accept')
  if (method !== 'GET' || header('range') || anotherForm.test(accept ?? '')) return undefined
  const cookies = header('cookie')
  const said = cookies === undefined ? {} : parse(cookies)
  const key = [
    ...[header('host'), address, header('x-forwarded-proto'), accept, header('accept-language')],
    ...(cookies === undefined ? [] : chosen.map((name) => said[name] ?? '')),
  ].join('\n')
  // Nobody fills the memory with addresses and languages of their own.
  return key.length > longest ? undefined : key
}

/** What of an authority its pages show, in letters; the gate reads it anew every few seconds. */
const looks = new WeakMap<Tenant, string>()

function lookOf(authority: Tenant): string {
  const known = looks.get(authority)
  if (known !== undefined) return known
  const said = JSON.stringify({ ...authority, trades: [...authority.trades] })
  looks.set(authority, said)
  return said
}

const sameLook = (one: Tenant | null, other: Tenant | null): boolean =>
  one === other || (one !== null && other !== null && lookOf(one) === lookOf(other))
