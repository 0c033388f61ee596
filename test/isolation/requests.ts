import { strFromU8, unzipSync } from 'fflate'
import { actAs, may, system } from '#kernel/access'
import { sessionActor } from '#kernel/auth'
import type { Route } from '#kernel/http'
import { enterTenant, inTenant } from '#kernel/tenancy'
import { roles } from '#commons/directory'
import { workflows } from '#commons/workflow'
import { type Asker, type Authority, type Region, signInAgain } from './authorities.ts'
import { type Draw, drawInput, type Fill, outOf } from './drawn.ts'
import type { Ledger } from './planted.ts'
import type { Seen } from './seen.ts'
import { type Marks, marksIn } from './words.ts'

/** What is asked, by whom and where. */
export interface Asked {
  at: Authority
  by: Asker
  /** Of which the one who asks is: mostly `at`. */
  from: Authority
  route: Route
  path: string
  input: Record<string, unknown>
}

export interface Answered {
  status: number
  text: string
}

interface Means {
  region: Region
  marks: Marks
  ledger: Ledger
  seen: Seen
  app: { request(path: string, init: RequestInit): Response | Promise<Response> }
}

/**
 * What the house makes of a whole plan, for those who may have it made; the rest asks who may see each dossier. Where a
 * kind is named, dossiers of that kind alone are shown so.
 */
const madeByTheHouse: readonly { path: RegExp; kind?: string; because: string }[] = [
  {
    path: /\/advices\b/,
    kind: 'advices.type',
    because:
      'the names of kinds of advice are a list of words: whoever reads an advice reads what it is',
  },
  { path: /\/ecomptes\b/, because: 'the exchange with the Region is of the whole plan' },
  { path: /\/versions\b/, because: 'a version is the plan as it stood, whole' },
  {
    path: /^(\/api)?\/privacy\/requests\/:/,
    kind: 'parties.party',
    because: 'who answers a request sees which entries of the address book are the person’s',
  },
  {
    path: /^(\/api)?\/stationery\/documents\/:/,
    kind: 'stationery.template',
    because: 'whoever makes a paper of a dossier that they read chooses a template by its name',
  },
  { path: /\/publication\/preview$/, because: 'what citizens would read, as it will be' },
]

/**
 * What tells at which addresses people were refused: the ids that they typed stand in these. An id that nobody of the authority
 * typed is found there too.
 */
const showsAddresses = /^(\/api)?\/journal$|\/readings$/

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`

/** Asks as people and programs do, what chance says, and looks at what comes back. */
export class Requests {
  private readonly means: Means
  /** What was asked last, to be told where something is wrong. */
  readonly told: string[] = []
  /** The routes that were asked, and those that did what they were asked. */
  readonly asked = new Set<string>()
  readonly answered = new Set<string>()
  /** How many were asked. */
  count = 0
  /** What somebody bears at an authority, as it was found last. */
  private readonly bearing = new Map<string, readonly string[]>()

  constructor(means: Means) {
    this.means = means
  }

  /** Draws what is asked of one of these authorities. */
  draw(draw: Draw, routes: readonly Route[], among: readonly Authority[]): Asked {
    const at = oneOf(draw, among)
    const from = outOf(draw, 25) === 0 ? oneOf(draw, this.means.region.all) : at
    const route = oneOf(draw, routes)
    const by = this.asker(draw, from, route)
    const path = route.path
      .split('/')
      .map((part, place, parts) =>
        part.startsWith(':') ? this.part(draw, at, parts[place - 1] ?? '*') : part,
      )
      .join('/')
    return { ...{ at, from, by, route, path }, input: drawInput(route, draw, this.fill(draw, at)) }
  }

  /** Mostly somebody who may ask that in general. */
  private asker(draw: Draw, from: Authority, route: Route): Asker {
    const able = outOf(draw, 8) === 0 ? [] : this.able(from, route)
    return oneOf(draw, able.length > 0 ? able : from.askers)
  }

  /** Who may ask that in general; programs where no person is asked for. */
  able({ askers, tenant }: Authority, { permission, face }: Route): Asker[] {
    if (!permission) return []
    return enterTenant(tenant, () =>
      askers.filter(
        ({ actor, isProgram }) =>
          (!isProgram || face === 'api' || face === 'protocol') &&
          actAs(actor, () => may(permission)),
      ),
    )
  }

  /** Asks, and says what came that should not have. */
  async ask(asked: Asked): Promise<{ answer: Answered; wrong: string[] }> {
    const { marks, seen, region } = this.means
    const { at, by, from, path, route } = asked
    this.note(asked)
    this.count += 1
    this.asked.add(nameOf(route))
    const answer = await this.answer(asked)
    if (answer.status === 401 && at === from) await signInAgain(region.towns, from, by)
    if (answer.status < 400) this.answered.add(nameOf(route))
    seen.from(at.tenant.id, answer.text, path)
    const sent = new Set(marksIn(path + told(asked.input)))
    const typed = marks.typedAt(at.tenant.id)
    for (const mark of sent) typed.add(mark)
    if (showsAddresses.test(route.path)) for (const mark of typed) sent.add(mark)
    const foreign = marks
      .foreignTo(at.tenant.id, answer.text)
      .filter((mark) => !sent.has(mark))
      .map((mark) => `${mark} of ${marks.ownerOf(mark)}`)
    const hidden = await this.hidden(
      asked,
      marksIn(answer.text).filter((mark) => !sent.has(mark)),
    )
    const wrong = [...foreign, ...hidden.map((mark) => `${mark}, which is hidden from who asks`)]
    return {
      answer,
      wrong: wrong.map((one) => `${this.told.at(-1)} (${answer.status}) shows ${one}`),
    }
  }

  /** The words of dossiers that who asks may not see: neither before, nor now that it is done. */
  private async hidden(asked: Asked, words: readonly string[]): Promise<string[]> {
    const { ledger } = this.means
    const made = madeByTheHouse.find(({ path }) => path.test(asked.route.path))
    if (made && !made.kind) return []
    const key = `${asked.by.token} ${asked.at.host}`
    const known = this.bearing.get(key) ?? (await this.bears(asked))
    this.bearing.set(key, known)
    const shown = (mark: string) => made?.kind !== undefined && ledger.isOnlyOf(mark, made.kind)
    const doubtful = words.filter((mark) => ledger.isHidden(mark, known) && !shown(mark))
    if (doubtful.length === 0) return []
    const bears = await this.bears(asked)
    await ledger.read()
    return doubtful.filter((mark) => ledger.isHidden(mark, bears) && !shown(mark))
  }

  /** Sends it, and reads what comes, files that are made of files too. */
  async answer({ at, by, route, path, input }: Asked): Promise<Answered> {
    const headers = new Headers({ host: at.host, origin: `http://${at.host}` })
    if (by.isProgram) headers.set('authorization', `Bearer ${by.token}`)
    else if (by.token) headers.set('cookie', `session=${by.token}`)
    const { search, body, type } = carried(route, input)
    if (type) headers.set('content-type', type)
    if (typeof body === 'string') headers.set('content-length', String(Buffer.byteLength(body)))
    const response = await this.means.app.request(`http://${at.host}${path}${search}`, {
      ...{ method: route.method.toUpperCase(), headers, ...(body !== undefined && { body }) },
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    return { status: response.status, text: `${head}\n${readable(bytes)}` }
  }

  /** What the one who asks bears there. */
  private async bears({ at, by }: Asked): Promise<readonly string[]> {
    const { token } = by
    if (!token) return []
    if (by.isProgram) return by.actor.principals
    const { towns } = this.means.region
    const who = await actAs(system, () =>
      inTenant(towns.database, at.tenant, () => sessionActor(token)),
    )
    return who?.principals ?? []
  }

  private part(draw: Draw, at: Authority, after: string): string {
    const { region, seen } = this.means
    const whose = outOf(draw, 4) === 0 ? oneOf(draw, region.all) : at
    const values = seen.values(whose.tenant.id, after)
    return values.length > 0 ? encodeURIComponent(oneOf(draw, values)) : 'none'
  }

  /** Words of this authority; ids of it, and now and then of others. */
  fill(draw: Draw, at: Authority, others = true): Fill {
    const { marks, region, seen } = this.means
    return {
      word: () => `Mot ${marks.word(at.tenant.id)}`,
      id: () => {
        const whose = others && outOf(draw, 3) === 0 ? oneOf(draw, region.all) : at
        return oneOf(draw, seen.values(whose.tenant.id, '*'))
      },
      told: often,
    }
  }

  private note({ at, by, route, path, input }: Asked): void {
    const line = `${by.called} at ${at.tenant.slug}: ${route.method} ${path} ${told(input)}`
    this.told.push(line.slice(0, 400))
    if (this.told.length > 30) this.told.shift()
  }
}

/** What fields of these names often hold. */
function often(name: string): readonly string[] {
  if (name === 'verb' || name === 'act')
    return workflows.every().flatMap(({ transitions }) => Object.keys(transitions))
  if (name === 'role') return roles.every().map((one) => one.name)
  if (name === 'password' || name === 'proof') return ['beffroi']
  return name === 'q' ? ['mot', 'plan', 'zq'] : []
}

export function oneOf<T>(draw: Draw, values: readonly T[]): T {
  const found = values[outOf(draw, values.length)]
  if (found === undefined) throw new Error('There is nothing to choose from')
  return found
}

const told = (input: Record<string, unknown>) =>
  JSON.stringify(input, (_, value: unknown) => (value instanceof File ? value.name : value))

/** The input as it is sent: in the address, as JSON, or as a form. */
function carried(route: Route, input: Record<string, unknown>) {
  const flat = Object.entries(input).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  )
  const said = flat.flatMap(([name, value]): [string, string][] =>
    value instanceof File || value === null || value === false ? [] : [[name, written(value)]],
  )
  const files = flat.filter((pair): pair is readonly [string, File] => pair[1] instanceof File)
  if (route.method === 'get')
    return { search: said.length > 0 ? `?${new URLSearchParams(said)}` : '' }
  if (files.length > 0) {
    const body = new FormData()
    for (const [name, value] of [...said, ...files]) body.append(name, value)
    return { search: '', body }
  }
  if (route.face === 'api')
    return { search: '', body: JSON.stringify(input), type: 'application/json' }
  const type = 'application/x-www-form-urlencoded'
  return { search: '', body: new URLSearchParams(said).toString(), type }
}

function written(value: unknown): string {
  if (value === true) return 'on'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The words of an answer; of a zip, those of the files in it. */
export function readable(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return Buffer.from(bytes).toString('utf8')
  return Object.values(unzipSync(bytes))
    .map((one) => strFromU8(one))
    .join('\n')
}
