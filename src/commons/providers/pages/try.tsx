import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { type Act, asking, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { type Identified, linkOf, type Provider } from '#kernel/single-sign-on'
import {
  Badge,
  Breadcrumbs,
  ButtonLink,
  Card,
  EmptyState,
  Facts,
  Head,
  List,
  Note,
  Stack,
} from '#kernel/ui'
import { namesOf } from '#commons/directory'
import { z } from 'zod'
import { changesBy } from '../provided.ts'
import { fulfilled, rulesOf } from '../rule.ts'
import { claimInWords, givenInWords, officesInWords } from '../words.ts'
import { leave, readyFor } from './out.ts'
import { keeps, named, pages, providerPath, reached } from './routes.ts'
import { telling } from './told.tsx'

/** An administrator tries a provider: discovery and a whole sign-in, after which nobody has come in. */
asking(
  pages,
  'get',
  '/providers/:provider/try',
  keeps,
  form(z.object({})),
  async (c, _, step): Promise<Act> => {
    const provider = await step(() => reached(named(c)))
    try {
      const leaving = await readyFor(provider, { anew: true })
      return async () => {
        const way = { providerId: provider.id, purpose: 'try', accountId: actor().id } as const
        return c.redirect(await leave(c, leaving, way), 303)
      }
    } catch (failure) {
      return telling(c, provider, failure, providerPath(provider.id))
    }
  },
)

/** What a provider said of whoever signed in there, and what it would change here. Nothing is written but that it was tried. */
export async function triedPage(c: Call, provider: Provider, who: Identified): Promise<Response> {
  await audit('provider_tried', provider.name)
  const link = await linkOf(who.issuer, who.subject)
  const person = link && (await namesOf([link.account_id])).get(link.account_id)
  const title = t('providers.tried', { name: provider.name })
  return page(
    c,
    { title },
    <>
      <Breadcrumbs
        trail={[
          { label: t('providers.title'), href: '/providers' },
          { label: provider.name, href: providerPath(provider.id) },
          { label: title },
        ]}
      />
      <Head
        title={title}
        state={<Badge tone="good">{t('providers.try.answered')}</Badge>}
        facts={t('providers.try.nothing')}
        actions={
          <ButtonLink href={providerPath(provider.id)} icon="arrow-left">
            {provider.name}
          </ButtonLink>
        }
      />
      <Stack>
        <Card title={t('providers.try.person')}>
          {person ? (
            <p>{t('providers.try.linked', { name: person })}</p>
          ) : (
            <Note title={t('providers.try.unknown')}>
              <p>{t('providers.try.unknown_help')}</p>
            </Note>
          )}
        </Card>
        <Card title={t('providers.try.changes')}>
          <Changed provider={provider} who={who} personId={link?.account_id ?? null} />
        </Card>
        <Card title={t('providers.try.claims')}>
          <Facts
            facts={Object.entries(who.claims).map(([name, value]) => ({
              label: <code>{name}</code>,
              value:
                name === provider.number_claim ? t('providers.number_masked') : claimInWords(value),
            }))}
          />
        </Card>
      </Stack>
    </>,
  )
}

interface ChangedProps {
  provider: Provider
  who: Identified
  personId: string | null
}

async function Changed({ provider, who, personId }: ChangedProps) {
  const rules = fulfilled(await rulesOf(provider.id), who.claims)
  const { gives, ends } = await changesBy(provider, personId, who.claims)
  const inWords = await givenInWords()
  const ended = await officesInWords(ends)
  if (rules.length + ended.length === 0)
    return <EmptyState icon="briefcase" sentence={t('providers.try.no_rule')} />
  return (
    <List
      label={t('providers.try.changes')}
      items={[
        ...rules.map(({ claim, value, gives: given }) => ({
          title: inWords(given),
          why: t('providers.rule.where', { claim, value }),
          due: gives.some((one) => inWords(one) === inWords(given))
            ? t('providers.try.begins')
            : t('providers.try.held'),
        })),
        ...ended.map((title) => ({ title, due: t('providers.try.ends') })),
      ]}
    />
  )
}
