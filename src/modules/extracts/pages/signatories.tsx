import { permission } from '#kernel/access'
import { adding, type Attempt, type Call, form } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  Card,
  DateField,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  Note,
  PostButton,
  Select,
  Stack,
  TextField,
} from '#kernel/ui'
import { fullName, people, services } from '#commons/directory'
import { openOrgans, organs } from '#commons/organs'
import { Delegating } from '../schema.ts'
import { type Delegation, delegate, delegations, endDelegation } from '../signatory.ts'
import { pages } from './routes.ts'

const delegates = permission('extracts.delegate')
const path = '/deliberations/signatories'
const offices = ['keeps', 'presides'] as const

pages.get('/signatories', delegates, (c) => signatoriesPage(c))

/** Who signs extracts by delegation, from when to when, and the form for another. */
async function signatoriesPage(c: Call, attempt?: Attempt): Promise<Response> {
  const all = await delegations()
  const [named, known, offered] = [await organs(), await people(), await services()]
  const nameOf = ({ person_id }: Delegation) => {
    const person = known.find(({ id }) => id === person_id)
    return person ? fullName(person) : ''
  }
  const said = (one: Delegation) =>
    [
      named.find(({ id }) => id === one.organ_id)?.name,
      offered.find(({ id }) => id === one.service_id)?.name,
      t(`extracts.office.${one.office}`),
      one.valid_from && one.valid_to
        ? `${formatDate(one.valid_from, 'short')} – ${formatDate(one.valid_to, 'short')}`
        : t('extracts.signatory.always'),
      one.mention,
    ]
      .filter(Boolean)
      .join(' · ')
  return page(
    c,
    { title: t('extracts.signatories'), status: attempt ? 422 : 200 },
    <>
      <Head title={t('extracts.signatories')} facts={t('extracts.signatories.lead')} />
      <Stack>
        <Note>{t('extracts.signatory.order')}</Note>
        {all.length === 0 ? (
          <EmptyState icon="users" sentence={t('extracts.signatory.none')} />
        ) : (
          <Card flush>
            <List
              label={t('extracts.signatories')}
              items={all.map((one) => ({
                title: [nameOf(one), one.title].filter(Boolean).join(', '),
                why: said(one),
                due: (
                  <PostButton
                    small
                    action={`${path}/${one.id}/end`}
                    confirm={t('extracts.end_confirm')}
                  >
                    {t('extracts.signatory.end')}
                  </PostButton>
                ),
              }))}
            />
          </Card>
        )}
        <Card title={t('extracts.signatory.add')}>
          <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)}>
            <Select
              name="organ_id"
              label={t('extracts.organ')}
              options={(await openOrgans()).map(({ id, name }) => ({ value: id, label: name }))}
              prompt={t('extracts.choose')}
              required
            />
            <Select
              name="service_id"
              label={t('extracts.service')}
              options={[
                { value: '', label: t('extracts.service.all') },
                ...offered.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Select
              name="office"
              label={t('extracts.office')}
              options={offices.map((value) => ({ value, label: t(`extracts.office.${value}`) }))}
              prompt={t('extracts.choose')}
              required
            />
            <Select
              name="person_id"
              label={t('extracts.person')}
              options={known.map((one) => ({ value: one.id, label: fullName(one) }))}
              prompt={t('extracts.choose')}
              required
            />
            <TextField
              name="title"
              label={t('extracts.title')}
              help={t('extracts.title_help')}
              required
            />
            <TextField
              name="mention"
              label={t('extracts.mention')}
              help={t('extracts.mention_help')}
            />
            <DateField name="valid_from" label={t('extracts.valid_from')} />
            <DateField
              name="valid_to"
              label={t('extracts.valid_to')}
              help={t('extracts.days_help')}
            />
            <FormActions>
              <Button tone="primary">{t('extracts.signatory.add')}</Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

pages.post(
  '/signatories',
  delegates,
  adding(form(Delegating, signatoriesPage)),
  async (c, fresh) => {
    await delegate(fresh)
    return redirect(c, path, { key: 'extracts.signatory.added' })
  },
)

pages.post('/signatories/:id/end', delegates, async (c) => {
  await endDelegation(c.req.param('id') ?? '')
  return redirect(c, path, { key: 'extracts.signatory.ended' })
})
