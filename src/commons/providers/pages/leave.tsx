import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { audit } from '#kernel/audit'
import { originHere } from '#kernel/auth'
import { type Act, asking, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { plainPage, redirect } from '#kernel/pages'
import {
  clientOf,
  leaveAt,
  newBound,
  providerNamed,
  providerOfSession,
  sendOut,
  takeWay,
} from '#kernel/single-sign-on'
import { ButtonLink } from '#kernel/ui'
import { browserOf, keepBrowser, named, pages, reached } from './routes.ts'
import { onwardsPage } from './told.tsx'

/** Whoever signs out of a session that came in by a provider is led there, to end the one that they have there. */
export async function signOutElsewhere(c: Call, token: string): Promise<string | undefined> {
  const session = await providerOfSession(token)
  if (!session) return undefined
  const { providerId, idToken } = session
  const bound = newBound('')
  const way = { providerId, purpose: 'leave', browser: keepBrowser(c), carried: idToken } as const
  await sendOut(way, bound)
  return `/sign-in/leaving/${providerId}?state=${bound.state}`
}

const State = z.object({ state: z.string().max(500).catch('').default('') })

asking(
  pages,
  'get',
  '/sign-in/leaving/:provider',
  openToAll,
  form(State),
  async (c, { state }, step): Promise<Act> => {
    const found = await step(async () => {
      const way = await takeWay(named(c), state, browserOf(c))
      return way?.purpose === 'leave' ? { way, provider: await reached(named(c)) } : undefined
    })
    if (!found) return () => redirect(c, '/sign-in', { key: 'auth.sign_out.done', tone: 'info' })
    const { way, provider } = found
    const back = `${await step(originHere)}/sign-in`
    // One is signed out here, whatever comes of it there.
    const href = await clientOf(provider)
      .then((client) => leaveAt(client, { back, state, idToken: way.carried }))
      .catch(() => null)
    return () =>
      href ? onwardsPage(c, provider, href, t('providers.leaving')) : stays(c, named(c))
  },
)

/** The provider has no place to sign out, or does not answer: it is said that one may still be signed in there. */
async function stays(c: Call, id: string): Promise<Response> {
  const { name } = await providerNamed(id)
  await audit('provider_refused', `${name}: sign-out`)
  return plainPage(
    c,
    { title: t('auth.sign_out.done'), path: '/sign-in' },
    <>
      <p>{t('providers.stays', { name })}</p>
      <p>
        <ButtonLink href="/sign-in" icon="log-in">
          {t('providers.go_back')}
        </ButtonLink>
      </p>
    </>,
  )
}
