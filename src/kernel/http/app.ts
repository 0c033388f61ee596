import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { join, relative } from 'node:path'
import type { MiddlewareHandler } from 'hono'
import { type Config, projectRoot } from '#kernel/config'
import type { Database } from '#kernel/db'
import { NotFound, TooLarge } from '#kernel/errors'
import { fromAddress } from '#kernel/audit'
import { type Gate, enterTenant } from '#kernel/tenancy'
import { inOfferedLanguage, inRequestedLanguage } from './language.ts'
import { addressOf, bearerOf, isEncrypted, isFromHere } from './peer.ts'
import { type FailurePage, answerFailure } from './failure.ts'
import { type CallVariables, type House, isThere, type Route } from './routes.ts'
import { type Authenticate, serve, SignInNeeded } from './serve.ts'
import { broughtBy, sentFrom } from './sent-from.ts'
import { servePublic } from './serve-public.ts'

export interface Application {
  config: Config
  database: Database
  gate: Gate
  routes: readonly Route[]
  authenticate: Authenticate
  failurePage: FailurePage
}

/** The most that one request may bring: an import with its annexes. */
const megabytes = 64
const year = 31_536_000

/** The application: the list of what each request goes through, then its route. */
export function createApp(application: Application) {
  const { config, database, gate, routes, authenticate } = application
  const app = new Hono<House>()
  app.use(headers())
  app.use('/assets/*', assets())
  app.get('/healthz', async (c) => {
    await database.pool.query('select 1')
    return c.text('ok')
  })
  app.use(unkept())
  app.use(inRequestedLanguage())
  app.use(atTheGate(gate))
  app.use(inOfferedLanguage())
  app.use(sizeLimit())
  app.use(fromItsPeer(config))
  // A token is sent by a program alone: no page of elsewhere can make a browser do that. What a browser sends by
  // itself (`Basic`, for a proxy in front) proves nothing.
  const notFromElsewhere = csrf({ origin: isFromHere })
  app.use((c, next) => (bearerOf(c) ? next() : notFromElsewhere(c, next)))
  for (const route of routes) {
    const open = route.face !== 'public' && publicFaceOf(route, routes)
    app.on(route.method.toUpperCase(), route.path, async (c) => {
      c.set('face', route.face)
      c.set('refused', broughtBy(c))
      if (!isThere(route)) throw new NotFound()
      if (route.face === 'public') return servePublic(route, c, database)
      try {
        return await serve(route, c, database, authenticate)
      } catch (problem) {
        const from = route.method === 'post' && (await sentFrom(app, c))
        if (from) return from
        if (!open || !(problem instanceof SignInNeeded)) throw problem
        c.set('face', open.face)
        return servePublic(open, c, database)
      }
    })
  }
  app.notFound((c) => answerFailure(new NotFound(), c, application))
  app.onError((failure, c) => answerFailure(failure, c, application))
  return app
}

/** What citizens read at the address of a page: who has not signed in gets it in its place. */
const publicFaceOf = ({ method, path }: Route, routes: readonly Route[]) =>
  routes.find((one) => one.face === 'public' && one.method === method && one.path === path)

/** A strict policy: nothing inline, nothing from elsewhere. */
function headers(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
  })
}

function assets(): MiddlewareHandler {
  return serveStatic({
    root: relative(process.cwd(), join(projectRoot, 'dist', 'public')) || '.',
    rewriteRequestPath: (path) => path.replace(/^\/assets/, ''),
    onFound: (_path, c) => c.header('cache-control', `public, max-age=${year}, immutable`),
  })
}

/** What is not said to be keepable is kept nowhere: nobody reads it after the sign-out. */
function unkept(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    // Not by c.header, which would copy the whole body to say one more word about it.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  }
}

function sizeLimit(): MiddlewareHandler {
  return bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: () => {
      throw new TooLarge('http.too_large', { megabytes })
    },
  })
}

function fromItsPeer({ trustProxy }: Config): MiddlewareHandler<{ Variables: CallVariables }> {
  return (c, next) => {
    c.set('encrypted', isEncrypted(c, trustProxy))
    return fromAddress(addressOf(c, trustProxy), next)
  }
}

function atTheGate(gate: Gate): MiddlewareHandler {
  return async (c, next) => {
    const authority = await gate.byHost(c.req.header('host') ?? '')
    if (!authority) throw new NotFound('errors.no_authority')
    return enterTenant(authority, next)
  }
}
