import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { type Call, form, line, wantsAll } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import { linkSubject, type Provider, providerNamed, unlink } from '#kernel/single-sign-on'
import {
  Button,
  Cut,
  EmptyState,
  FoldedForm,
  FormActions,
  List,
  PostButton,
  Stack,
  TextField,
} from '#kernel/ui'
import { meant, proposed } from '#commons/people'
import { linkedTo } from '../linked.ts'
import { keeps, pages, providerPath } from './routes.ts'

const mostShown = 20

/** Whom a provider knows here, and the form that links one more by hand. */
export async function People({ c, provider }: { c: Call; provider: Provider }) {
  const path = `${providerPath(provider.id)}/people`
  const found = await linkedTo(provider, wantsAll(c, 'people') ? null : mostShown)
  const { rows: linked } = found
  return (
    <Stack>
      <p>{t('providers.people_help')}</p>
      {linked.length === 0 ? (
        <EmptyState icon="users" sentence={t('providers.nobody')} />
      ) : (
        <List
          label={t('providers.people')}
          items={linked.map(({ id, account_id, name, subject, used_at, via }) => ({
            title: name,
            href: `/people/${account_id}`,
            why: `${subject} · ${t(`providers.via.${via}`)}`,
            due: used_at ? formatDateTime(used_at, 'short') : t('providers.never'),
            act: (
              <PostButton
                action={`${path}/${account_id}/${id}/removal`}
                tone="quiet"
                confirm={t('providers.unlink_sure', { name })}
                small
              >
                {t('providers.unlink')}
              </PostButton>
            ),
          }))}
        />
      )}
      <Cut of={found} href={`${providerPath(provider.id)}?all=people`} />
      <FoldedForm label={t('providers.link_by_hand')} action={path} id="link">
        <TextField
          name="person"
          label={t('providers.person')}
          help={t('providers.person_help')}
          suggestions={await proposed()}
          maxlength={200}
          required
        />
        <TextField
          name="subject"
          label={t('providers.subject')}
          help={t('providers.subject_help', { claim: provider.subject_claim })}
          maxlength={500}
          required
        />
        <FormActions>
          <Button tone="primary" icon="link">
            {t('providers.link')}
          </Button>
        </FormActions>
      </FoldedForm>
    </Stack>
  )
}

const Linking = z.object({ person: line(), subject: line(500) })

pages.post('/providers/:provider/people', keeps, form(Linking), async (c, { person, subject }) => {
  const provider = await providerNamed(c.req.param('provider') ?? '')
  const id = await meant(person, 'person')
  if (!id) throw Invalid.field('person', 'people.nobody_meant', { name: person })
  await linkSubject(id, provider, subject)
  return redirect(c, providerPath(provider.id), {
    key: 'providers.accepted',
    params: { name: person },
  })
})

pages.post('/providers/:provider/people/:account/:link/removal', keeps, async (c) => {
  const { id } = await providerNamed(c.req.param('provider') ?? '')
  await unlink(c.req.param('account') ?? '', c.req.param('link') ?? '')
  return redirect(c, providerPath(id), { key: 'providers.unlinked' })
})
