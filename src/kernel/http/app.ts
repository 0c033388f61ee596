import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { join, relative } from 'node:path'
import type { Context, MiddlewareHandler } from 'hono'
import { type Config, projectRoot } from '#kernel/config'
import type { Database } from '#kernel/db'
import { NotFound, TooMany } from '#kernel/errors'
import { fromAddress } from '#kernel/audit'
import type { WorkerState } from '#kernel/jobs'
import { note } from '#kernel/log'
import { countAsked } from '#kernel/quotas'
import { hubOf } from '#kernel/signals'
import { type Gate, enterTenant, nameOf } from '#kernel/tenancy'
import { askedNow } from '#kernel/together'
import { ensureOpen, isSuspended } from './closed.ts'
import { compressed } from './compress.ts'
import { KeptPages } from './kept-pages.ts'
import { inOfferedLanguage, inRequestedLanguage } from './language.ts'
import { addressOf, isEncrypted, originOf, portOf } from './peer.ts'
import { type FailurePage, answerFailure } from './failure.ts'
import { ensureActsFromHere, ensureReadsFromHere } from './from-here.ts'
import { answerHealth } from './health.ts'
import { cameTo, logged } from './logged.ts'
import { metricsAnswer } from './metrics.ts'
import { headersOf, problemDetails } from './problem.ts'
import { heldBack } from './held-back.ts'
import { type CallVariables, addsOne, type House, isThere, type Route } from './routes.ts'
import { type Authenticate, OtherHat, type Prove, serve, SignInNeeded } from './serve.ts'
import { broughtBy, sentFrom } from './sent-from.ts'
import { servePublic, serveRegion } from './serve-public.ts'

export interface Application {
  config: Config
  database: Database
  gate: Gate
  routes: readonly Route[]
  authenticate: Authenticate
  prove: Prove
  failurePage: FailurePage
  /** Answers at a host name of no authority, where it has something to say. */
  elsewhere?: (c: Context) => Promise<Response | undefined>
  /** Where public pages are kept, where they are answered before the application is asked too. */
  kept?: KeptPages
  /** How the worker of this process does, where it has one. */
  jobs?: () => WorkerState
}

const arrived =
  (path: string): MiddlewareHandler =>
  (_c, next) => {
    cameTo(path)
    return next()
  }

const year = 31_536_000

/** The application: the list of what each request goes through, then its route. */
export function createApp(application: Application) {
  const { config, database, gate, authenticate, prove } = application
  const { portalHost } = config
  const routes = saidFirst(application.routes)
  const hub = hubOf(database)
  const kept = application.kept ?? new KeptPages(database, gate, portalHost)
  const app = new Hono<House>()
  app.use(logged())
  app.use((_c, next) => askedNow(next))
  app.use(kept.middleware())
  app.use(heldBack(config))
  app.use(compressed())
  for (const path of ['/assets/*', '/healthz', '/metrics']) app.use(path, arrived(path))
  app.use('/assets/*', assets())
  app.get('/healthz', (c) => answerHealth(c, application))
  app.get('/metrics', metricsAnswer(application))
  app.use(unkept())
  app.use(inRequestedLanguage())
  app.use(fromItsPeer(config))
  app.use(atTheGate(gate, portalHost, application.elsewhere))
  app.use(inOfferedLanguage())
  // A standard of programs reads no cookie: there is nothing of a browser's that a page of elsewhere could use.
  for (const route of routes.filter(({ face }) => face === 'protocol')) answer(route)
  app.use((c, next) => {
    ensureActsFromHere(c)
    return next()
  })
  for (const route of routes.filter(({ face }) => face !== 'protocol')) answer(route)
  app.notFound((c) => answerFailure(new NotFound(), c, application))
  app.onError((failure, c) => answerFailure(failure, c, application))
  return app

  function answer(route: Route): void {
    const open = route.face !== 'public' && publicFaceOf(route, routes)
    const adds = addsOne(route, routes)
    const ofRegion = route.face === 'region'
    app.on(route.method.toUpperCase(), route.path, async (c, next) => {
      if (ofRegion !== (c.get('region') === true)) return next()
      cameTo(route.path)
      c.set('face', route.face)
      c.set('basic', route.basic === true)
      c.set('adds', adds)
      c.set('refused', broughtBy(c))
      c.set('signals', hub)
      if (!isThere(route)) throw new NotFound()
      try {
        if (ofRegion) return await serveRegion(route, c, database, { gate, kept })
        ensureOpen(route)
        if (route.face === 'public') return await servePublic(route, c, database, kept)
        if (route.face !== 'protocol') ensureReadsFromHere(c)
        return await serve(route, c, database, authenticate, prove)
      } catch (problem) {
        if (route.failed) return route.failed(problem, () => problemDetails(problem))
        const from = isOfPage(route) && (await sentFrom(app, c))
        if (from) return from
        if (!open || !isForPublic(problem)) throw problem
        c.set('face', open.face)
        return servePublic(open, c, database, kept)
      }
    })
  }
}

/** A form of a page; what its scripts ask of the API is answered as programs are. */
const isOfPage = ({ method, face }: Route) => method === 'post' && face !== 'api'

/** Who does not get the page of the authority gets the public one of the same address. */
const isForPublic = (problem: unknown) =>
  problem instanceof SignInNeeded || problem instanceof OtherHat || isSuspended(problem)

/** What citizens read at the address of a page: who has not signed in gets it in its place. */
const publicFaceOf = ({ method, path }: Route, routes: readonly Route[]) =>
  routes.find((one) => one.face === 'public' && one.method === method && one.path === path)

function assets(): MiddlewareHandler {
  return serveStatic({
    root: relative(process.cwd(), join(projectRoot, 'dist', 'public')) || '.',
    rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
    // The build has made them small, once.
    precompressed: true,
    onFound: (_path, c) => c.header('cache-control', `public, max-age=${year}, immutable`),
  })
}

/**
 * What is not said to be keepable is kept nowhere: nobody reads it after the sign-out. Who is to come again is told
 * when.
 */
function unkept(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    // Not by c.header, which would copy the whole body to say one more word about it.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    for (const [name, value] of Object.entries(headersOf(c.res.status)))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

function fromItsPeer({ trustProxy }: Config): MiddlewareHandler<{ Variables: CallVariables }> {
  return (c, next) => {
    const encrypted = isEncrypted(c, trustProxy)
    c.set('encrypted', encrypted)
    const agent = c.req.header('user-agent')
    const at = { origin: originOf(c, encrypted), port: portOf(c, trustProxy) }
    return fromAddress({ address: addressOf(c, trustProxy), agent, ...at }, next)
  }
}

function atTheGate(
  gate: Gate,
  portalHost: string | null,
  elsewhere?: Application['elsewhere'],
): MiddlewareHandler<House> {
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (portalHost !== null && nameOf(host) === portalHost) {
      note({ authority: 'region' })
      c.set('region', true)
      return next()
    }
    const authority = await gate.byHost(host)
    if (!authority) {
      ensureActsFromHere(c)
      const answer = await elsewhere?.(c)
      if (answer) return answer
      throw new NotFound('errors.no_authority')
    }
    note({ authority: authority.slug })
    if (!countAsked(authority.id, authority.asksMost ?? null))
      throw new TooMany('errors.quota', { what: 'requests', minutes: 1 })
    return enterTenant(authority, next)
  }
}

/**
 * Where an address is said in words (`/providers/requests`) it comes before those that take any word there
 * (`/providers/:provider`), in whatever order folders wrote them: no route stands that nothing reaches.
 */
const saidFirst = (routes: readonly Route[]): Route[] =>
  routes.toSorted((one, other) => compared(placeOf(one), placeOf(other)))

const anyWord = '\uFFFF'
const placeOf = ({ path }: Route) => path.replace(/:[^/]+|\*/g, anyWord).replaceAll('/', '\u0000')
const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
