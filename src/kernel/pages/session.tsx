import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { type Actor, anonymous, forOwnAccess, forWhoeverIsHere, openToAll } from '#kernel/access'
import { audit } from '#kernel/audit'
import {
  endSession,
  programActors,
  localWaysStandBack,
  type Session,
  sessionActor,
  signIn,
  stopSeeing,
  type Welcome,
} from '#kernel/auth'
import { Forbidden, TooMany } from '#kernel/errors'
import { type MessageKey, t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import {
  ApiRoutes,
  basicOf,
  bearerOf,
  type Call,
  form,
  line,
  wayBack,
  PageRoutes,
  problemResponse,
  programMark,
} from '#kernel/http'
import { tenant } from '#kernel/tenancy'
import { Button, ButtonLink, Form, FormActions, Head, TextField } from '#kernel/ui'
import { dropSecret, keepSecret, secretOf } from './cookies.ts'
import { redirect } from './flash.ts'
import { footOf } from './foot.ts'
import { page } from './frame.tsx'
import { localPath } from './local-path.ts'
import { outsideHome } from './navigation.ts'
import { plainPage } from './plain.tsx'

const cookies = { session: 'session', device: 'device' } as const
/** How long a browser is known in which somebody has signed in. */
const knownDays = 365

/** Finds out who asks: by the cookie of a browser, the bearer token of a session, or the key of a program. */
export async function authenticate(c: Call): Promise<Actor> {
  const shown = shownBy(c)
  if (shown && programMark.test(shown.token)) return (await programOf(c, shown)) ?? anonymous
  // A standard of programs is spoken by programs: a session of somebody is none of its ways in.
  const token = c.get('face') === 'protocol' ? '' : tokenOf(c)
  return (token && (await sessionActor(token))) || anonymous
}

/** The token that was sent, or the key of a program as its password, where that is a way in. */
function shownBy(c: Call): { token: string; named?: string } | undefined {
  const token = bearerOf(c)
  if (token) return { token }
  const known = c.get('basic') ? basicOf(c) : undefined
  return known && { token: known.secret, named: known.name }
}

const programOf = async (c: Call, shown: { token: string; named?: string }) =>
  programActors.all()[0]?.({ ...shown, acts: c.req.method !== 'GET', request: c.req.raw })

/** What else one can do at the door: « Mot de passe oublié ». */
export const signInLinks = slot<{ label: MessageKey; href: string }>('signInLinks')

/** Another way in, beside the password; with the script that it needs. */
export interface WayIn {
  script?: string
  /** It stands before the password. */
  first?: true
  Way: (props: { next: string }) => Child
}
export const signInWays = slot<WayIn>('signInWays')

/** Who else is told of a sign-out, while the session stands: where the browser goes then, to tell them. */
export const signOutsElsewhere =
  slot<(c: Call, token: string) => Promise<string | undefined>>('signOutsElsewhere')

/** The token of the session of a browser. */
export const sessionTokenOf = (c: Call): string =>
  c.get('session')?.token ?? secretOf(c, cookies.session) ?? ''

/** Gives the browser the token of its session. */
export function giveSession(c: Call, { token, expiresAt }: Session): void {
  c.set('session', { token, cookie: keepSecret(c, cookies.session, token, expiresAt) })
}

/** What the browser keeps of an earlier sign-in. */
export const deviceTokenOf = (c: Call): string | undefined => secretOf(c, cookies.device)

/** Gives the browser the session of who came in, and knows it from now on. */
export async function welcome(c: Call, { session, device }: Welcome): Promise<void> {
  giveSession(c, session)
  const known = Temporal.Now.instant().add({ hours: 24 * knownDays })
  keepSecret(c, cookies.device, await device(), known)
}

export const tokenOf = (c: Call) => bearerOf(c) ?? sessionTokenOf(c)

const Credentials = z.object({ login: line(), password: z.string().min(1).max(500) })
const SignIn = Credentials.extend({ next: wayBack() })

/** The pages of signing in and out; `hours` is how long a session lasts. */
export function sessionPages(hours: number): PageRoutes {
  const pages = new PageRoutes('')
  pages.get('/sign-in', openToAll, (c) => signInPage(c, { next: c.req.query('next') ?? '/' }))
  pages.post(
    '/sign-in',
    openToAll,
    form(SignIn, (c, { values, errors }) =>
      signInPage(c, { next: typed(values['next']), login: typed(values['login']), errors }),
    ),
    async (c, { login, password, next }) => {
      const result = await signIn(login, password, hours, {
        device: deviceTokenOf(c),
        session: secretOf(c, cookies.session),
      })
      // Returned, not thrown: the refusal must be kept, so the transaction commits.
      if (result.outcome === 'refused')
        return signInPage(c, { next, login, errors: { '': [t('auth.sign_in.refused')] } })
      if (result.outcome === 'elsewhere')
        return signInPage(c, { next, login, errors: { '': [t('auth.sign_in.elsewhere')] } })
      if (result.outcome === 'too_many') {
        c.header('retry-after', String(result.minutes * 60))
        return signInPage(c, {
          next,
          login,
          errors: { '': [t('auth.sign_in.too_many', { minutes: result.minutes })] },
          status: 429,
        })
      }
      if (result.outcome === 'half') {
        giveSession(c, result.session)
        return redirect(c, `/sign-in/second?next=${encodeURIComponent(localPath(next))}`, null)
      }
      await welcome(c, result)
      return redirect(c, onwards(result, next), null)
    },
  )
  // Where one comes out who signed in again beside a page that waits (`sign-in-again.ts`).
  pages.get('/signed-in', forOwnAccess, (c) => {
    const title = t('auth.sign_in.done')
    return page(c, { title }, <Head title={title} facts={t('auth.sign_in.done_help')} />)
  })
  pages.post('/see-as/end', forWhoeverIsHere, async (c) => {
    await stopSeeing(sessionTokenOf(c))
    return redirect(c, '/', { key: 'auth.seeing.ended', tone: 'info' })
  })
  pages.post('/sign-out', forWhoeverIsHere, async (c) => {
    const token = secretOf(c, cookies.session) ?? ''
    const elsewhere = await signOutsElsewhere.all()[0]?.(c, token)
    // Who was not signed in writes nothing: the audit is not shortened, and anybody may post here.
    if (await endSession(token)) await audit('sign_out', null)
    dropSecret(c, cookies.session)
    // What the browser kept of pages and files; not its store, where a secret ballot has its keys.
    c.header('clear-site-data', '"cache"')
    if (elsewhere) return redirect(c, elsewhere, null)
    return redirect(c, '/sign-in', { key: 'auth.sign_out.done', tone: 'info' })
  })
  return pages
}

export const homeOutside = () => outsideHome.all()[0] ?? '/'

/** Where somebody goes on to who has come in: who is no one of the authority, and named no page, to their own space. */
export const onwards = ({ isOutside }: Pick<Welcome, 'isOutside'>, next: string): string =>
  isOutside && localPath(next) === '/' ? homeOutside() : localPath(next)

const typed = (value: unknown) => (typeof value === 'string' ? value : '')

interface SignInPage {
  next: string
  login?: string
  errors?: Record<string, string[]>
  status?: 429
}

async function signInPage(c: Call, { next, login = '', errors, status }: SignInPage) {
  const ways = signInWays.all()
  const [before, after] = [ways.filter(({ first }) => first), ways.filter(({ first }) => !first)]
  const title = t('auth.sign_in.title')
  const values = { login, next }
  return plainPage(
    c,
    {
      ...{ title, facts: t('auth.sign_in.lead', { authority: tenant().name }), path: '/sign-in' },
      status: status ?? (errors ? 422 : 200),
      scripts: ways.flatMap(({ script }) => script ?? []),
      footLinks: await footOf(),
    },
    <>
      {before.map(({ Way }) => (
        <Way next={next} />
      ))}
      <Local back={(await localWaysStandBack()) && !errors}>
        <Form action="/sign-in" errors={errors ?? {}} values={values}>
          <input type="hidden" name="next" value={next} />
          <TextField
            name="login"
            label={t('auth.sign_in.login')}
            autocomplete="username"
            required
          />
          <TextField
            name="password"
            type="password"
            label={t('auth.sign_in.password')}
            autocomplete="current-password"
            required
          />
          <FormActions>
            <Button type="submit" tone="primary" icon="log-in">
              {t('auth.sign_in.submit')}
            </Button>
          </FormActions>
        </Form>
        {after.map(({ Way }) => (
          <Way next={next} />
        ))}
        {signInLinks.all().map(({ label, href }) => (
          <p>
            <ButtonLink href={href} tone="quiet">
              {t(label)}
            </ButtonLink>
          </p>
        ))}
      </Local>
    </>,
  )
}

/** The ways of the house, folded where they are for few. */
const Local = ({ back, children }: { back: boolean; children?: Child }) =>
  back ? (
    <details>
      <summary>{t('auth.sign_in.emergency')}</summary>
      {children}
    </details>
  ) : (
    <>{children}</>
  )

export const Opened = z.object({ token: z.string(), expires_at: z.iso.datetime() })

/** The same for programs: a token that is sent as `Authorization: Bearer …`. */
export function sessionApi(hours: number): ApiRoutes {
  const api = new ApiRoutes('/session')
  api.on(
    'post',
    '/',
    openToAll,
    { summary: 'Open a session', body: Credentials, answer: Opened, status: 201 },
    async (_c, { login, password }) => {
      const result = await signIn(login, password, hours)
      // Returned, not thrown: the refusal must be kept, so the transaction commits.
      if (result.outcome === 'refused')
        return problemResponse(new Forbidden('auth.sign_in.refused'))
      if (result.outcome === 'elsewhere')
        return problemResponse(new Forbidden('auth.sign_in.elsewhere'))
      if (result.outcome === 'too_many')
        return problemResponse(new TooMany('auth.sign_in.too_many', { minutes: result.minutes }))
      if (result.outcome === 'half') return problemResponse(new Forbidden('auth.sign_in.second'))
      return { token: result.session.token, expires_at: result.session.expiresAt.toString() }
    },
  )
  api.on(
    'delete',
    '/seeing',
    forWhoeverIsHere,
    { summary: 'See the house as oneself again' },
    (c) => stopSeeing(tokenOf(c) ?? ''),
  )
  api.on('delete', '/', forOwnAccess, { summary: 'End the session' }, async (c) => {
    await audit('sign_out', null)
    await endSession(tokenOf(c) ?? '')
  })
  return api
}
