import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Database } from '#kernel/db'
import { note } from '#kernel/log'
import { countAsked } from '#kernel/quotas'
import { type Gate, nameOf, restrictionOf, type Tenant } from '#kernel/tenancy'
import { cameTo } from './logged.ts'
import { everybody, PublicState } from './public-state.ts'
import type { Call, House } from './routes.ts'

type Form = 'br' | 'gzip' | 'plain'

/** A page as it was answered, and in what forms it was asked for. */
interface Kept {
  /** The route, the authority, and the state of its public copies from before the page was made. */
  route: string
  authority: Tenant | null
  state: string
  until: number
  headers: Readonly<Record<string, string>>
  etag: string
  forms: Map<Form, Promise<Uint8Array<ArrayBuffer>>>
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
/** In characters, of an address and of what a reader asks for with it. */
const longest = 1000

/** By what is asked for at the address of a page that is no page. */
const anotherForm = /json|turtle|pdf/i

/** What one reader chose, of which a page may look otherwise. */
const chosen = ['language', 'theme', 'density', 'keys']

/** What belongs to one answer alone. */
const own = new Set(['content-encoding', 'content-length', 'etag', 'x-request-id', 'date'])

const compress = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 9 }),
}

/**
 * Pages that follow from public copies and from nothing else, kept in memory as they were answered, by address, language and looks,
 * each compressed once. Before one is answered it is asked whether anything was published or withdrawn since: what is withdrawn is
 * gone at once, on each server.
 */
export class KeptPages {
  private readonly pages = new Map<string, Kept>()
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
      if (c.req.method !== 'GET' || c.req.header('range')) return next()
      if (anotherForm.test(c.req.header('accept') ?? '')) return next()
      const key = keyOf(c)
      // Nobody fills the memory with addresses and languages of their own.
      if (key.length > longest) return next()
      const known = this.pages.get(key)
      if (known && (await this.stands(c, known))) {
        // Those that were asked for last go last.
        this.pages.delete(key)
        this.pages.set(key, known)
        return answerOf(c, known)
      }
      if (known) this.drop(key)
      await next()
      const keepable = c.get('keepable')
      if (keepable && c.res.status === 200) await this.keep(key, keepable, c)
    }
  }

  /** Whether it would be answered so now: the same authority, as it looks, open, with the same public copies. */
  private async stands(c: Call, { route, authority, state, until }: Kept): Promise<boolean> {
    if (until < performance.now()) return false
    if (await this.gate.ofHouse()) return false
    const now = await this.authorityOf(c)
    if (!sameLook(now, authority)) return false
    if (now && (restrictionOf(now) || !countAsked(now.id, now.asksMost ?? null))) return false
    if ((await this.state.of(now?.id ?? everybody)) !== state) return false
    cameTo(route)
    note({ authority: now?.slug ?? 'region' })
    return true
  }

  private async authorityOf(c: Call): Promise<Tenant | null> {
    const host = c.req.header('host') ?? ''
    return this.region !== null && nameOf(host) === this.region ? null : this.gate.byHost(host)
  }

  private async keep(key: string, { route, state, bytes }: Keepable, c: Call): Promise<void> {
    const authority = await this.authorityOf(c)
    const headers = [...c.res.headers].filter(([name]) => !own.has(name))
    const etag = (c.res.headers.get('etag') ?? '').replace(/^W\//, '')
    const plain = Promise.resolve(new Uint8Array(bytes))
    const kept: Kept = {
      ...{ route, authority, state, etag, headers: Object.fromEntries(headers) },
      ...{
        until: performance.now() + lifetime,
        size: bytes.length,
        forms: new Map([['plain', plain]]),
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

function keyOf(c: Call): string {
  const { headers, url } = c.req.raw
  const looks = headers.has('cookie') ? chosen.map((name) => getCookie(c, name) ?? '') : []
  const said = [
    url,
    headers.get('x-forwarded-proto'),
    headers.get('accept'),
    headers.get('accept-language'),
  ]
  return [...said, ...looks].join('\n')
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

async function answerOf(c: Call, { headers, etag, forms }: Kept): Promise<Response> {
  const form = formFor(c)
  const tag = form === 'plain' ? etag : `W/${etag}`
  const known = c.req.header('if-none-match')
  if (known && known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers: { ...headers, etag: tag } })
  const body = await inForm(forms, form)
  const encoding = form === 'plain' ? {} : { 'content-encoding': form }
  return new Response(body, { headers: { ...headers, ...encoding, etag: tag } })
}

function formFor(c: Call): Form {
  // As everywhere: what another site had the browser ask for is not compressed.
  if (/^(cross|same)-site$/.test(c.req.header('sec-fetch-site') ?? '')) return 'plain'
  const accepted = c.req.header('accept-encoding') ?? ''
  return (['br', 'gzip'] as const).find((one) => accepts(accepted, one)) ?? 'plain'
}

const accepts = (accepted: string, name: string) =>
  accepted.split(',').some((one) => {
    const [said = '', quality = ''] = one.split(';').map((part) => part.trim())
    return said === name && !/^q=0(\.0*)?$/.test(quality)
  })

/** The same page in a form, made by the first who asks for it. */
function inForm(forms: Kept['forms'], form: Form): Promise<Uint8Array<ArrayBuffer>> {
  const known = forms.get(form)
  if (known) return known
  const plain = forms.get('plain') ?? Promise.resolve(new Uint8Array())
  const made =
    form === 'plain'
      ? plain
      : plain
          .then(compress[form])
          .then(
            (bytes) => new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length),
          )
  forms.set(form, made)
  return made
}
