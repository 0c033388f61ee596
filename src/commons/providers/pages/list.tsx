import { formatDateTime, t } from '#kernel/i18n'
import { type Call, form, line, wantsAll } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import {
  acceptRequest,
  dropRequest,
  identityRequests,
  type Provider,
  providers,
  raise,
} from '#kernel/single-sign-on'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Cut,
  EmptyState,
  FoldedForm,
  FormActions,
  Head,
  List,
  PostButton,
  Row,
  Stack,
  TextField,
} from '#kernel/ui'
import { meant, proposed } from '#commons/people'
import { Invalid } from '#kernel/errors'
import { z } from 'zod'
import { keeps, pages, providerPath } from './routes.ts'

const path = '/providers'

pages.get(path, keeps, async (c) => {
  const all = await providers()
  const title = t('providers.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('providers.lead')}
        actions={
          <ButtonLink href={`${path}/new`} icon="plus" tone="primary">
            {t('providers.add')}
          </ButtonLink>
        }
      />
      <Stack>
        <Card title={t('providers.list')} acts={path} flush={all.length > 0}>
          {all.length === 0 ? (
            <EmptyState icon="key-round" sentence={t('providers.none')} />
          ) : (
            <List label={t('providers.list')} items={all.map((one, at) => listed(one, at))} />
          )}
        </Card>
        <Requests c={c} all={all} />
      </Stack>
    </>,
  )
})

const listed = (one: Provider, at: number) => ({
  title: one.name,
  href: providerPath(one.id),
  why: one.issuer,
  due: <StandingBadge of={one} />,
  act: at > 0 && (
    <PostButton
      action={`${providerPath(one.id)}/raise`}
      icon="arrow-up"
      tone="quiet"
      iconOnly
      small
    >
      {t('providers.raise', { name: one.name })}
    </PostButton>
  ),
})

export const StandingBadge = ({ of: { is_on, is_only } }: { of: Provider }) => (
  <Badge tone={is_on ? 'good' : 'neutral'}>
    {t(
      is_only
        ? 'providers.standing.only'
        : is_on
          ? 'providers.standing.on'
          : 'providers.standing.off',
    )}
  </Badge>
)

pages.post(`${path}/:provider/raise`, keeps, async (c) => {
  await raise(c.req.param('provider') ?? '')
  return redirect(c, path, { key: 'providers.raised' })
})

const mostShown = 20

/** Those who came from a provider and whom nobody knows. */
async function Requests({ c, all }: { c: Call; all: readonly Provider[] }) {
  const found = await identityRequests(wantsAll(c, 'requests') ? null : mostShown)
  const { rows: waiting } = found
  if (waiting.length === 0) return <></>
  const names = await proposed()
  return (
    <Card title={t('providers.requests')} acts={`${path}/requests`} flush>
      <p>{t('providers.requests_help')}</p>
      <List
        label={t('providers.requests')}
        items={waiting.map(({ id, called, email, provider_id, subject, last_at }) => ({
          title: called || t('providers.nameless'),
          why: [email, all.find((one) => one.id === provider_id)?.name, subject]
            .filter(Boolean)
            .join(' · '),
          due: formatDateTime(last_at, 'short'),
          act: (
            <Row>
              <FoldedForm
                label={t('providers.accept')}
                action={`${path}/requests/${id}`}
                id={`accept-${id}`}
              >
                <TextField
                  name="person"
                  label={t('providers.person')}
                  help={t('providers.person_help')}
                  suggestions={names}
                  maxlength={200}
                  required
                />
                <FormActions>
                  <Button tone="primary" icon="check" small>
                    {t('providers.accept_it')}
                  </Button>
                </FormActions>
              </FoldedForm>
              <PostButton action={`${path}/requests/${id}/removal`} tone="quiet" small>
                {t('providers.drop')}
              </PostButton>
            </Row>
          ),
        }))}
      />
      <Cut of={found} href={`${path}?all=requests`} />
    </Card>
  )
}

const Person = z.object({ person: line() })

pages.post(`${path}/requests/:id`, keeps, form(Person), async (c, { person }) => {
  const id = await meant(person, 'person')
  if (!id) throw Invalid.field('person', 'people.nobody_meant', { name: person })
  await acceptRequest(c.req.param('id') ?? '', id)
  return redirect(c, path, { key: 'providers.accepted', params: { name: person } })
})

pages.post(`${path}/requests/:id/removal`, keeps, async (c) => {
  await dropRequest(c.req.param('id') ?? '')
  return redirect(c, path, { key: 'providers.dropped' })
})
