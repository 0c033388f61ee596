import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import { ButtonLink, Card, Head, PostButton } from '#kernel/ui'
import { hasSecondFactor, removeSecondFactor, resetAccess } from '../access.ts'
import { type KnownPerson, knownPerson, nameOf } from '../person.ts'
import { keeps, pages, personPath } from './routes.ts'

/** What an administrator does for somebody who can come in no more. */
export async function AccessButtons({ person }: { person: KnownPerson }) {
  const path = personPath(person.id)
  return (
    <>
      <PostButton action={`${path}/password-link`} icon="key-round" shows>
        {t('people.reset')}
      </PostButton>
      {(await hasSecondFactor(person.id)) && (
        <PostButton
          action={`${path}/second-factor/removal`}
          icon="x"
          tone="danger"
          confirm={t('people.second_sure', { name: nameOf(person) })}
        >
          {t('people.second_remove')}
        </PostButton>
      )}
    </>
  )
}

pages.post('/people/:id/password-link', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  const name = nameOf(person)
  const { href, expiresAt, sentTo } = await resetAccess(person.id)
  if (sentTo)
    return redirect(c, personPath(person.id), { key: 'people.reset_sent', params: { name } })
  const title = t('people.reset_link', { name })
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t('people.reset_once', { name, until: formatDateTime(expiresAt, 'short') })}
      />
      <Card title={t('people.reset')}>
        <p>
          <code>{href}</code>
        </p>
      </Card>
      <p>
        <ButtonLink href={personPath(person.id)} icon="arrow-left">
          {name}
        </ButtonLink>
      </p>
    </>,
  )
})

pages.post('/people/:id/second-factor/removal', keeps, async (c) => {
  const person = await knownPerson(c.req.param('id'))
  await removeSecondFactor(person.id)
  return redirect(c, personPath(person.id), {
    key: 'people.second_removed',
    params: { name: nameOf(person) },
  })
})
