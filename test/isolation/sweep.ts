import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { projectRoot } from '#kernel/config'
import type { Route } from '#kernel/http'
import { atItsTime, drain, enqueue } from '#kernel/jobs'
import { metricsText } from '#kernel/metrics'
import type { House } from '#kernel/module'
import { inTenant } from '#kernel/tenancy'
import type { Authority, Region } from './authorities.ts'
import { type Draw, drawInput } from './drawn.ts'
import { type Asked, nameOf, oneOf, type Requests } from './requests.ts'
import type { Seen } from './seen.ts'

interface Means {
  region: Region
  requests: Requests
  seen: Seen
  draw: Draw
}

/** What came of asking a route. */
type Came = 'done' | 'refused' | 'misunderstood'

/** So often a route is asked with another input, where what was drawn is not what it takes. */
const tries = 6
const formats = ['csv', 'xlsx', 'ods'] as const

/** What leads on whatever is asked, and tells nothing of it. */
const letsAnybodyThrough = new Set(['get /sign-in/leaving/:provider'])

const isId = (value: string) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-f]{64}$/.test(value)

const tasksOf = ({ modules }: House) =>
  modules.flatMap(({ tasks = [], timers = [] }) => [...tasks, ...timers.map(({ task }) => task)])

/** Asks every route of a house and starts every job, none left to chance. */
export class Sweep {
  /** The part of what can be read that was shown to somebody. */
  shown = 0
  private readonly wrong: string[] = []
  /** The routes with an id in their address that were asked with one of another authority. */
  private readonly crossed = new Set<string>()
  private readonly tried = new Set<string>()
  private readonly means: Means

  constructor(means: Means) {
    this.means = means
  }

  /** Says what was shown, done or let through that should not have been. */
  async all(house: House): Promise<readonly string[]> {
    const { routes } = house
    const reads = routes.filter(({ method }) => method === 'get')
    const { answered } = this.means.requests
    await this.reads(reads)
    await this.crosses(routes)
    await this.acts(routes)
    await this.starts(house)
    // What was made by now is there to be read.
    await this.reads(reads.filter((one) => !answered.has(nameOf(one))))
    this.shown = reads.filter((one) => answered.has(nameOf(one))).length / reads.length
    return this.wrong
  }

  /** What was neither asked, nor asked with the id of another authority where it has one, nor started. */
  leftOut(house: House): Record<'routes' | 'crossed' | 'tasks', string[]> {
    const { asked } = this.means.requests
    const names = (all: readonly Route[]) => all.map(nameOf)
    const withIds = house.routes.filter(({ path }) => path.includes('/:'))
    return {
      routes: names(house.routes).filter((one) => !asked.has(one)),
      crossed: names(withIds).filter((one) => !this.crossed.has(one)),
      tasks: tasksOf(house).flatMap(({ name }) => (this.tried.has(name) ? [] : name)),
    }
  }

  /** Reads each page, list and file, in each of its formats, until it is shown to somebody. */
  private async reads(routes: readonly Route[]): Promise<void> {
    for (const route of routes)
      for (const as of formatsOf(route)) {
        const shown = await this.until('done', route, (at, attempt) => ({
          path: this.path(route, at),
          input: { ...(attempt % 2 === 1 && this.input(route, at)), ...(as && { as }) },
        }))
        if (!shown && as) this.wrong.push(`${nameOf(route)} gave nobody a file as ${as}`)
      }
  }

  /** Asks each route for what is another authority’s, one id of its address after the other: nobody is let through. */
  private async crosses(routes: readonly Route[]): Promise<void> {
    for (const route of routes)
      for (const [place, part] of route.path.split('/').entries())
        if (part.startsWith(':')) await this.cross(route, place)
  }

  /** Does once what has no id in its address. */
  private async acts(routes: readonly Route[]): Promise<void> {
    for (const route of routes)
      if (route.method !== 'get' && !route.path.includes(':'))
        await this.until('done', route, (at) => ({
          path: route.path,
          input: this.input(route, at),
        }))
  }

  /** Starts each timer, and each job that people send with what is like what they send. */
  private async starts(house: House): Promise<void> {
    const { region, requests, draw } = this.means
    const { database, gate } = region.towns
    for (const timer of house.modules.flatMap(({ timers = [] }) => timers))
      await atItsTime(database, timer)
    const before = await triesOf(database)
    const sent = house.modules.flatMap(({ tasks = [] }) => tasks)
    for (const at of region.all)
      await actAs(system, () =>
        inTenant(database, at.tenant, async () => {
          for (const task of sent)
            await enqueue(
              task,
              drawInput({ input: task.data }, draw, requests.fill(draw, at, false)),
            )
        }),
      )
    await drain(database, gate)
    for (const [task, tries] of await triesOf(database))
      if (tries > (before.get(task) ?? 0)) this.tried.add(task)
  }

  private async cross(route: Route, place: number): Promise<void> {
    const { region, seen } = this.means
    const after = route.path.split('/')[place - 1] ?? '*'
    await this.until('refused', route, (at) => {
      const own = new Set(seen.values(at.tenant.id, after))
      const others = region.all.filter((one) => one !== at)
      const foreign = others
        .flatMap(({ tenant }) => seen.values(tenant.id, after))
        .filter((one) => isId(one) && !own.has(one))
      if (foreign.length === 0) return undefined
      this.crossed.add(nameOf(route))
      const path = this.path(route, at, new Map([[place, oneOf(this.means.draw, foreign)]]))
      return { path, input: this.input(route, at), isForeign: true }
    })
  }

  /** Asks by who may, at one authority after the other, until that comes. */
  private async until(
    wanted: Came,
    route: Route,
    made: (
      at: Authority,
      attempt: number,
    ) => (Pick<Asked, 'path' | 'input'> & { isForeign?: boolean }) | undefined,
  ): Promise<boolean> {
    const { region, requests, draw } = this.means
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const at = region.all[attempt % region.all.length]
      const what = at && made(at, attempt)
      if (!what) continue
      const able = requests.able(at, route)
      const by = oneOf(draw, able.length > 0 ? able : at.askers)
      const { isForeign, ...sent } = what
      const { answer, wrong } = await requests.ask({ at, from: at, by, route, ...sent })
      this.wrong.push(...wrong)
      const came = cameOf(answer.status)
      if (answer.status === 500) this.wrong.push(`${requests.told.at(-1)} failed`)
      if (isForeign && came === 'done' && !letsAnybodyThrough.has(nameOf(route)))
        this.wrong.push(`${requests.told.at(-1)} was let through`)
      if (came === wanted) return true
    }
    return false
  }

  private input(route: Route, at: Authority): Record<string, unknown> {
    const { draw, requests } = this.means
    return drawInput(route, draw, requests.fill(draw, at))
  }

  /** An address of this route, with own ids but where others are given. */
  private path({ path }: Route, at: Authority, given = new Map<number, string>()): string {
    const { draw, seen } = this.means
    const parts = path.split('/')
    return parts
      .map((part, place) => {
        if (!part.startsWith(':')) return part
        const own = seen.values(at.tenant.id, parts[place - 1] ?? '*')
        return given.get(place) ?? (own.length > 0 ? encodeURIComponent(oneOf(draw, own)) : 'none')
      })
      .join('/')
  }
}

const cameOf = (status: number): Came =>
  status < 400 ? 'done' : status === 422 || status === 400 ? 'misunderstood' : 'refused'

/** How often each task was tried in this process. */
async function triesOf(database: Region['towns']['database']): Promise<Map<string, number>> {
  const text = await metricsText(database, true, projectRoot)
  const tries = new Map<string, number>()
  for (const [, task = '', count] of text.matchAll(
    /^beffroi_job_tries_total\{task="([^"]+)".*\} (\d+)$/gm,
  ))
    tries.set(task, (tries.get(task) ?? 0) + Number(count))
  return tries
}

/** As which files a list is given out; without one, as a page. */
function formatsOf({ input }: Route): readonly (string | undefined)[] {
  if (!(input instanceof z.ZodObject) || !('as' in input.shape)) return [undefined]
  return [undefined, ...formats]
}
