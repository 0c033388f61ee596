import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { comeInBy, invitationAt, keepOutside, linkHash, spendInvitation } from '#kernel/auth'
import { audit } from '#kernel/audit'
import { type Act, asking, type Call, form, wayBack } from '#kernel/http'
import { t } from '#kernel/i18n'
import { deviceTokenOf, localPath, onwards, redirect, sessionTokenOf, welcome } from '#kernel/pages'
import {
  accountOfSubject,
  bindSession,
  type Identified,
  keepRequest,
  linkSubject,
  type Provider,
  providersOn,
  type WayBack,
} from '#kernel/single-sign-on'
import { ButtonLink, Stack } from '#kernel/ui'
import { assuranceOf, citizenBy } from '../citizen.ts'
import { lineOf, valuesAt } from '../claim.ts'
import { bringOffices, unlessRefused } from '../provided.ts'
import { atProviderDoor, ensureOpen, leave, readyFor } from './out.ts'
import { named, pages, reached, wayTo } from './routes.ts'
import { sorryPage, telling } from './told.tsx'

const Start = z.object({ next: wayBack(), invitation: z.string().max(100).default('') })

asking(
  pages,
  'get',
  wayTo(':provider'),
  openToAll,
  form(Start),
  async (c, sent, step): Promise<Act> => {
    const next = localPath(sent.next || '/')
    const hash = sent.invitation ? linkHash(sent.invitation) : null
    const provider = await step(async () => {
      await atProviderDoor()
      return ensureOpen(await reached(named(c)))
    })
    const invited = hash && provider.serves === 'staff' && (await step(() => invitationAt(hash)))
    if (hash && !invited) return () => sorryPage(c, t('providers.invitation_over'), '/sign-in')
    try {
      const leaving = await readyFor(provider)
      return async () => {
        const href = await leave(c, leaving, {
          ...{ providerId: provider.id, purpose: invited ? 'invitation' : 'sign_in', next },
          ...(invited && { accountId: invited.id, linkHash: hash }),
        })
        return c.redirect(href, 303)
      }
    } catch (failure) {
      return telling(c, provider, failure, `/sign-in?next=${encodeURIComponent(next)}`)
    }
  },
)

/** The buttons of the page of signing in, before the password. */
export async function ProvidersWay({ next }: { next: string }) {
  return (
    <Stack>
      {(await providersOn()).map(({ id, name }) => (
        <p>
          <ButtonLink
            href={`${wayTo(id)}?next=${encodeURIComponent(next)}`}
            icon="log-in"
            tone="primary"
            leaves
          >
            {t('providers.sign_in_with', { name })}
          </ButtonLink>
        </p>
      ))}
    </Stack>
  )
}

/** The same for somebody who was invited: their first sign-in says who they are there. */
export async function InvitedWay({ token }: { token: string }) {
  const on = (await providersOn()).filter(({ serves }) => serves === 'staff')
  if (on.length === 0) return <></>
  return (
    <>
      <p>{t('providers.invited')}</p>
      {on.map(({ id, name }) => (
        <p>
          <ButtonLink href={`${wayTo(id)}?invitation=${token}`} icon="log-in" leaves>
            {t('providers.sign_in_with', { name })}
          </ButtonLink>
        </p>
      ))}
    </>
  )
}

/** Whoever comes back is whose the subject is, and nobody where it is nobody’s: no address and no name is compared. */
export async function comeBack(
  c: Call,
  provider: Provider,
  who: Identified,
  way: WayBack,
): Promise<Response> {
  if (provider.serves === 'citizens') {
    const refused = await unlessRefused(provider, () => citizenBy(provider, who))
    if (refused) return sorryPage(c, refused.sentence, '/sign-in')
  }
  const accountId = await accountOfSubject(who.issuer, who.subject)
  if (!accountId) return unknownPage(c, provider, who)
  return comeIn(c, provider, who, accountId, way.next)
}

/** Whoever was invited comes for the first time: the invitation says who they are, once. */
export async function comeInvited(
  c: Call,
  provider: Provider,
  who: Identified,
  way: WayBack,
): Promise<Response> {
  const account = way.linkHash && (await spendInvitation(way.linkHash))
  if (!account) return sorryPage(c, t('providers.invitation_over'), '/sign-in')
  await linkSubject(account.id, provider, who.subject, 'invitation')
  await accountOfSubject(who.issuer, who.subject)
  return comeIn(c, provider, who, account.id, way.next)
}

async function comeIn(
  c: Call,
  provider: Provider,
  who: Identified,
  accountId: string,
  next: string,
): Promise<Response> {
  const from = { device: deviceTokenOf(c), session: sessionTokenOf(c) }
  const came = await comeInBy(accountId, from, 'provider')
  if (!came) {
    await audit('provider_refused', `${provider.name}: account ${accountId}`)
    return sorryPage(c, t('providers.account_closed'), '/sign-in')
  }
  const isOutside = provider.serves === 'citizens'
  if (isOutside) await keepOutside(came.session.token, assuranceOf(who))
  else await bringOffices(provider, accountId, who.claims)
  // What tells it of a sign-out would say in an address what it said of a citizen.
  await bindSession(came.session.token, provider.id, isOutside ? { ...who, idToken: null } : who)
  await welcome(c, came)
  return redirect(c, onwards({ isOutside: isOutside || came.isOutside }, next), null)
}

/** Nobody is known under this name of the provider: an administrator finds the request. */
async function unknownPage(c: Call, provider: Provider, who: Identified): Promise<Response> {
  const said = (claim: string) => lineOf(valuesAt(who.claims, claim)[0] ?? '', 200)
  await keepRequest({
    ...{ provider_id: provider.id, issuer: who.issuer, subject: who.subject },
    ...{ called: said('name') || said('preferred_username'), email: said('email') },
  })
  return sorryPage(c, t('providers.unknown', { name: provider.name }), '/sign-in')
}
