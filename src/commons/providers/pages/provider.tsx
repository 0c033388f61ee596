import { originHere } from '#kernel/auth'
import { type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { type Provider, providerNamed, removeProvider, standAs } from '#kernel/single-sign-on'
import {
  Breadcrumbs,
  ButtonLink,
  Card,
  Facts,
  Head,
  Note,
  PostButton,
  SideSection,
  WithSide,
} from '#kernel/ui'
import { notLinked } from '../linked.ts'
import { StandingSent } from '../schema.ts'
import { People } from './people.tsx'
import { StandingBadge } from './list.tsx'
import { backFrom, keeps, pages, providerPath, wayTo } from './routes.ts'
import { Rules } from './rules.tsx'

pages.get('/providers/:provider', keeps, async (c) => {
  const provider = await providerNamed(c.req.param('provider') ?? '')
  const { id, name } = provider
  return page(
    c,
    { title: name },
    <>
      <Breadcrumbs trail={[{ label: t('providers.title'), href: '/providers' }, { label: name }]} />
      <Head
        title={name}
        state={<StandingBadge of={provider} />}
        actions={
          <>
            <ButtonLink href={`${providerPath(id)}/edit`} icon="pencil">
              {t('providers.edit')}
            </ButtonLink>
            <ButtonLink href={`${providerPath(id)}/try`} icon="play" tone="primary" leaves>
              {t('providers.try')}
            </ButtonLink>
          </>
        }
      />
      <WithSide side={<Side provider={provider} />}>
        <Card title={t('providers.addresses')}>
          <p>{t('providers.addresses_help')}</p>
          <Addresses id={id} origin={await originHere()} />
        </Card>
        <Card title={t('providers.rules')} acts={`${providerPath(id)}/rules`}>
          <Rules provider={provider} />
        </Card>
        <Card title={t('providers.people')} acts={`${providerPath(id)}/people`}>
          <People c={c} provider={provider} />
        </Card>
      </WithSide>
    </>,
  )
})

/** What the administrator of the provider is given. */
const Addresses = ({ id, origin }: { id: string; origin: string }) => {
  const [left, logout] = [`${origin}/sign-in`, `${origin}${wayTo(id)}/logout`]
  return (
    <Facts
      facts={[
        { label: t('providers.address.back'), value: <code>{backFrom(origin, id)}</code> },
        { label: t('providers.address.left'), value: <code>{left}</code> },
        {
          label: t('providers.address.logout'),
          value: <code>{logout}</code>,
        },
      ]}
    />
  )
}

async function Side({ provider }: { provider: Provider }) {
  const path = `${providerPath(provider.id)}/standing`
  const { is_on, is_only, name } = provider
  const without = is_only ? 0 : await notLinked(provider)
  return (
    <SideSection title={t('providers.standing')}>
      <p>{t(is_only ? 'providers.is_only' : is_on ? 'providers.is_on' : 'providers.is_off')}</p>
      {!is_on && (
        <PostButton action={path} fields={{ standing: 'on' }} icon="play">
          {t('providers.turn_on')}
        </PostButton>
      )}
      {is_on && (
        <PostButton
          action={path}
          fields={{ standing: 'off' }}
          icon="ban"
          confirm={t('providers.turn_off_sure', { name })}
        >
          {t('providers.turn_off')}
        </PostButton>
      )}
      {is_only ? (
        <PostButton action={path} fields={{ standing: 'on' }} icon="undo-2">
          {t('providers.open_others')}
        </PostButton>
      ) : (
        is_on && (
          <>
            {without > 0 && (
              <Note tone="warn" title={t('providers.without', { count: without })}>
                <p>{t('providers.without_help')}</p>
              </Note>
            )}
            <PostButton
              action={path}
              fields={{ standing: 'only' }}
              tone="danger"
              icon="lock"
              confirm={t('providers.only_sure', { name, count: without })}
            >
              {t('providers.make_only')}
            </PostButton>
          </>
        )
      )}
      <PostButton
        action={`${providerPath(provider.id)}/removal`}
        tone="danger"
        icon="trash-2"
        confirm={t('providers.remove_sure', { name })}
      >
        {t('providers.remove')}
      </PostButton>
    </SideSection>
  )
}

const at = (c: Call) => c.req.param('provider') ?? ''

pages.post('/providers/:provider/standing', keeps, form(StandingSent), async (c, { standing }) => {
  await standAs(at(c), standing)
  return redirect(c, providerPath(at(c)), { key: `providers.stands.${standing}` })
})

pages.post('/providers/:provider/removal', keeps, async (c) => {
  await removeProvider(at(c))
  return redirect(c, '/providers', { key: 'providers.removed' })
})
