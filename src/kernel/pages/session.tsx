import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { z } from 'zod'
import { type Actor, anonymous, forSignedIn, openToAll } from '#kernel/access'
import { audit } from '#kernel/audit'
import { endSession, sessionActor, signIn } from '#kernel/auth'
import { Forbidden, TooMany } from '#kernel/errors'
import { t } from '#kernel/i18n'
import {
  ApiRoutes,
  bearerOf,
  type Call,
  form,
  line,
  optionalLine,
  PageRoutes,
  problemResponse,
} from '#kernel/http'
import { tenant } from '#kernel/tenancy'
import { Button, Form, FormActions, Head, PlainShell, TextField } from '#kernel/ui'
import { redirect, takeFlash } from './flash.ts'
import { authorityLook, preferencesOf } from './frame.tsx'
import { localPath } from './local-path.ts'

const cookie = 'session'

/** Finds out who asks: by the cookie of a browser or the bearer token of a program. */
export async function authenticate(c: Context): Promise<Actor> {
  const token = tokenOf(c)
  return (token && (await sessionActor(token))) || anonymous
}

const tokenOf = (c: Context) => bearerOf(c) ?? getCookie(c, cookie)

const Credentials = z.object({ login: line(), password: z.string().min(1).max(500) })
const SignIn = Credentials.extend({ next: optionalLine(2000) })

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
      const result = await signIn(login, password, hours)
      // Returned, not thrown: the refusal must be kept, so the transaction commits.
      if (result.outcome === 'refused')
        return signInPage(c, { next, login, errors: { '': [t('auth.sign_in.refused')] } })
      if (result.outcome === 'too_many')
        return signInPage(c, {
          next,
          login,
          errors: { '': [t('auth.sign_in.too_many', { minutes: result.minutes })] },
          status: 429,
        })
      setCookie(c, cookie, result.session.token, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure: c.get('encrypted'),
        expires: new Date(result.session.expiresAt.epochMilliseconds),
      })
      return redirect(c, localPath(next), null)
    },
  )
  pages.post('/sign-out', openToAll, async (c) => {
    await audit('sign_out', null)
    await endSession(getCookie(c, cookie) ?? '')
    deleteCookie(c, cookie, { path: '/' })
    return redirect(c, '/sign-in', { key: 'auth.sign_out.done', tone: 'info' })
  })
  return pages
}

const typed = (value: unknown) => (typeof value === 'string' ? value : '')

interface SignInPage {
  next: string
  login?: string
  errors?: Record<string, string[]>
  status?: 429
}

function signInPage(c: Call, { next, login = '', errors, status }: SignInPage) {
  const title = t('auth.sign_in.title')
  const values = { login, next }
  return c.html(
    <PlainShell
      kind="narrow"
      title={title}
      authority={authorityLook()}
      preferences={preferencesOf(c)}
      path="/sign-in"
      flash={takeFlash(c).messages}
    >
      <Head title={title} facts={t('auth.sign_in.lead', { authority: tenant().name })} />
      <Form action="/sign-in" errors={errors ?? {}} values={values}>
        <input type="hidden" name="next" value={next} />
        <TextField name="login" label={t('auth.sign_in.login')} autocomplete="username" required />
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
    </PlainShell>,
    status ?? (errors ? 422 : 200),
  )
}

const Session = z.object({ token: z.string(), expires_at: z.iso.datetime() })

/** The same for programs: a token that is sent as `Authorization: Bearer …`. */
export function sessionApi(hours: number): ApiRoutes {
  const api = new ApiRoutes('/session')
  api.on(
    'post',
    '/',
    openToAll,
    { summary: 'Open a session', body: Credentials, answer: Session, status: 201 },
    async (_c, { login, password }) => {
      const result = await signIn(login, password, hours)
      // Returned, not thrown: the refusal must be kept, so the transaction commits.
      if (result.outcome === 'refused')
        return problemResponse(new Forbidden('auth.sign_in.refused'))
      if (result.outcome === 'too_many')
        return problemResponse(new TooMany('auth.sign_in.too_many', { minutes: result.minutes }))
      return { token: result.session.token, expires_at: result.session.expiresAt.toString() }
    },
  )
  api.on('delete', '/', forSignedIn, { summary: 'End the session' }, async (c) => {
    await audit('sign_out', null)
    await endSession(tokenOf(c) ?? '')
  })
  return api
}
