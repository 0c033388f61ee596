import { actor, forProven, isOutside } from '#kernel/access'
import { ensure, Forbidden } from '#kernel/errors'
import { type Act, asking, type Call, form } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import {
  type Identified,
  linksOf,
  linkSubject,
  type Provider,
  providers,
  unlink,
} from '#kernel/single-sign-on'
import { ButtonLink, Card, List, PostButton } from '#kernel/ui'
import { z } from 'zod'
import { citizenBy } from '../citizen.ts'
import { ensureOpen, leave, readyFor } from './out.ts'
import { named, pages, reached } from './routes.ts'
import { onwardsPage, telling } from './told.tsx'

const path = '/security/identities'

asking(
  pages,
  'get',
  `${path}/:provider`,
  forProven,
  form(z.object({})),
  async (c, _, step): Promise<Act> => {
    const provider = await step(async () => ensureTheirs(ensureOpen(await reached(named(c)))))
    try {
      const leaving = await readyFor(provider)
      return async () => {
        const way = { providerId: provider.id, purpose: 'link', accountId: actor().id } as const
        return onwardsPage(c, provider, await leave(c, leaving, way), t('providers.mine.onwards'))
      }
    } catch (failure) {
      return telling(c, provider, failure, '/security')
    }
  },
)

pages.post(`${path}/:link/removal`, forProven, async (c) => {
  const wanted = c.req.param('link')
  const found = (await linksOf(actor().id ?? '')).find(({ id }) => id === wanted)
  await unlink(actor().id ?? '', found?.id ?? wanted ?? '')
  return redirect(c, '/security', { key: 'providers.mine.unlinked' })
})

/** Who is of the authority comes in by all; a citizen by none of the staff. */
const isTheirs = ({ serves }: Pick<Provider, 'serves'>) => serves === 'citizens' || !isOutside()

function ensureTheirs<P extends Provider>(provider: P): P {
  ensure(isTheirs(provider), Forbidden, 'errors.other_hat')
  return provider
}

/** They are the person of the provider, and said so while signed in here. */
export async function linkBack(c: Call, provider: Provider, who: Identified): Promise<Response> {
  const id = actor().id ?? ''
  if (provider.serves === 'citizens') await citizenBy(provider, who, id)
  else await linkSubject(id, provider, who.subject, 'self')
  const params = { name: provider.name }
  return redirect(c, '/security', { key: 'providers.mine.linked', params })
}

/** By which providers the one who looks comes in. */
export async function MyIdentities() {
  const all = await providers()
  const links = await linksOf(actor().id ?? '')
  const open = all.filter(
    (one) => one.is_on && isTheirs(one) && !links.some(({ issuer }) => issuer === one.issuer),
  )
  if (links.length + open.length === 0) return <></>
  return (
    <Card title={t('providers.mine')} acts={path} flush>
      <List
        label={t('providers.mine')}
        items={[
          ...links.map(({ id, issuer, since, used_at }) => ({
            title: all.find((one) => one.issuer === issuer)?.name ?? issuer,
            why: used_at
              ? t('providers.mine.used', { at: formatDateTime(used_at, 'short') })
              : t('providers.mine.since', { at: formatDateTime(since, 'short') }),
            act: (
              <PostButton
                action={`${path}/${id}/removal`}
                tone="quiet"
                confirm={t('providers.mine.unlink_sure')}
                small
              >
                {t('providers.mine.unlink')}
              </PostButton>
            ),
          })),
          ...open.map(({ id, name }) => ({
            title: name,
            why: t('providers.mine.not_linked'),
            act: (
              <ButtonLink href={`${path}/${id}`} icon="link" small leaves>
                {t('providers.mine.link')}
              </ButtonLink>
            ),
          })),
        ]}
      />
    </Card>
  )
}
