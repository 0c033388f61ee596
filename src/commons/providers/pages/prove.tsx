import { z } from 'zod'
import { actor, forOwnAccess, isOutside } from '#kernel/access'
import { audit } from '#kernel/audit'
import { accountNamed, proveSession } from '#kernel/auth'
import { type Act, asking, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import {
  Carried,
  draftOf,
  giveSession,
  localPath,
  page,
  redirect,
  sessionTokenOf,
} from '#kernel/pages'
import {
  Failure,
  type Identified,
  linkOf,
  linksOf,
  type Provider,
  providersOn,
  type WayBack,
} from '#kernel/single-sign-on'
import { Button, ButtonLink, Form, FormActions, Head } from '#kernel/ui'
import { ensureOpen, leave, readyFor } from './out.ts'
import { named, pages, reached } from './routes.ts'
import { failurePage, onwardsPage, sorryPage, telling } from './told.tsx'

/** What is to be done once its person is proven: where it goes, and all that was filled in. */
const Sent = z.looseObject({ prove_act: z.string().max(2000), prove_reads: z.string().max(5) })
const Kept = z.object({ act: z.string(), sent: z.record(z.string(), z.unknown()) })

/** More is carried by no form that somebody fills in by hand; files are not carried at all. */
const mostCarried = 300_000

asking(
  pages,
  'post',
  '/proof/with/:provider',
  forOwnAccess,
  form(Sent),
  async (c, { prove_act: act, prove_reads: reads, ...sent }, step): Promise<Act> => {
    const provider = await step(async () => ensureOpen(await reached(named(c))))
    const to = localPath(act)
    const carried =
      reads === 'yes' ? null : JSON.stringify({ act: to, sent: { ...sent, ...draftOf(c) } })
    if (carried && carried.length > mostCarried)
      return () => sorryPage(c, t('providers.prove.too_much'), '/')
    try {
      const leaving = await readyFor(provider, { fresh: true })
      return async () => {
        const href = await leave(c, leaving, {
          ...{ providerId: provider.id, purpose: 'prove', accountId: actor().id, carried },
          next: reads === 'yes' ? to : '/',
        })
        return onwardsPage(c, provider, href, t('providers.prove.onwards'))
      }
    } catch (failure) {
      return telling(c, provider, failure, '/')
    }
  },
)

/** Where somebody proves who they are, for those who come in by a provider. */
export async function ProviderProof({ act, reads }: { act: string; reads: boolean }) {
  const issuers = new Set((await linksOf(actor().id ?? '')).map(({ issuer }) => issuer))
  const theirs = (await providersOn()).filter(
    ({ issuer, serves }) => issuers.has(issuer) && (serves === 'citizens') === isOutside(),
  )
  if (theirs.length === 0) return <></>
  return (
    <>
      <input type="hidden" name="prove_act" value={act} />
      <input type="hidden" name="prove_reads" value={reads ? 'yes' : ''} />
      {theirs.map(({ id, name }) => (
        <p>
          <Button formaction={`/proof/with/${id}`} icon="log-in" formnovalidate leaves>
            {t('providers.prove.with', { name })}
          </Button>
        </p>
      ))}
    </>
  )
}

/**
 * The provider says that its person has just proved who they are: so it is the one who acts. What they were about to do is
 * done by one button, with all that was filled in.
 */
export async function proveBack(
  c: Call,
  provider: Provider,
  who: Identified,
  { carried, next }: WayBack,
): Promise<Response> {
  const link = await linkOf(who.issuer, who.subject)
  if (link?.account_id !== actor().id)
    return failurePage(c, provider, new Failure('not_fresh', 'somebody else'), '/')
  const session = await proveSession(sessionTokenOf(c))
  if (session) giveSession(c, session)
  await audit('proof', (await accountNamed(actor().id ?? ''))?.login ?? null)
  if (!carried) return redirect(c, localPath(next), null)
  const { act, sent } = Kept.parse(JSON.parse(carried))
  const title = t('providers.prove.done')
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('providers.prove.done_help')} />
      <Form action={act} unkept>
        <Carried sent={sent} />
        <FormActions>
          <Button type="submit" tone="primary" icon="check">
            {t('providers.prove.do')}
          </Button>
          <ButtonLink href="/">{t('auth.proof.leave')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}
