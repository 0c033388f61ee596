import { actor, forOwnAccess } from '#kernel/access'
import { hatInWords } from '#kernel/auth'
import { type Call, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { tenant } from '#kernel/tenancy'
import { ButtonLink, Card, Cut, EmptyState, Facts, Head, List, PostButton, Stack } from '#kernel/ui'
import { citizenActing, citizenHere, openOwn } from '../citizen.ts'
import { noticesOf } from '../notice.ts'
import { forCitizens, spaceCards } from '../places.ts'
import { pages } from './routes.ts'

pages.get('/', forCitizens, async (c) => {
  const title = t('citizens.space.title')
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('citizens.space.lead', { authority: tenant().name })} />
      <Stack>
        {citizenActing() ? <OwnCards c={c} /> : <Organisation />}
        {spaceCards.all().map(({ Card: Of }) => (
          <Of />
        ))}
      </Stack>
    </>,
  )
})

/** For which organisation one acts. */
const Organisation = () => {
  const { hat } = actor()
  return (
    <Card title={t('citizens.organisation')}>
      <p>{hat && hatInWords(hat)}</p>
    </Card>
  )
}

/** So many notices are shown. */
const most = 20

async function OwnCards({ c }: { c: Call }) {
  const citizen = await citizenHere()
  const found = await noticesOf(citizen.id, wantsAll(c, 'notices') ? null : most)
  const { rows: notices } = found
  return (
    <>
      <Card title={t('citizens.notices')} flush={notices.length > 0}>
        {notices.length === 0 ? (
          <EmptyState icon="bell" sentence={t('citizens.no_notice')} />
        ) : (
          <List
            label={t('citizens.notices')}
            items={notices.map(({ title, href, at }) => ({
              ...{ title, href, due: formatDateTime(at, 'short') },
            }))}
          />
        )}
        <Cut of={found} href="/me?all=notices" />
      </Card>
      <Card title={t('citizens.identity')}>
        <Facts
          facts={[
            {
              label: t('citizens.name'),
              value: `${citizen.first_name} ${citizen.last_name}`,
            },
            {
              label: t('citizens.email'),
              value: citizen.email || t('citizens.no_email'),
            },
            { label: t('citizens.address'), value: citizen.address || t('citizens.no_address') },
            {
              label: t('citizens.assurance'),
              value: t(`citizens.assurance.${citizen.assurance}`),
            },
            {
              label: t('citizens.number'),
              value: t(citizen.has_number ? 'citizens.number.kept' : 'citizens.number.none'),
            },
          ]}
        />
      </Card>
      <Card title={t('citizens.access')}>
        <Stack>
          <p>{t('citizens.access_help')}</p>
          <p>
            <ButtonLink href="/security" icon="key-round">
              {t('citizens.access_link')}
            </ButtonLink>
          </p>
        </Stack>
      </Card>
    </>
  )
}

/** Who is of the authority opens a space of their own, and is there. */
pages.post('/opening', forOwnAccess, async (c) => {
  await openOwn()
  return redirect(c, '/security', { key: 'citizens.opened_own' })
})

/** On the page of one’s own access: that one may be a citizen here, too. */
export function OpenCard() {
  const { hats = [], hat } = actor()
  if (hat?.key === 'citizen' || hats.some(({ key }) => key === 'citizen')) return <></>
  return (
    <Card title={t('citizens.space.title')} acts="/me/opening">
      <p>{t('citizens.open_own_help')}</p>
      <PostButton action="/me/opening" icon="house">
        {t('citizens.open_own')}
      </PostButton>
    </Card>
  )
}
