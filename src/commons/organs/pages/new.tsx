import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  List,
  Note,
  PostButton,
  Select,
  Stack,
  Checkbox,
  TextField,
} from '#kernel/ui'
import { organInWords } from '#commons/law'
import { beginOrgan, missingOrgans, ownOrganKinds } from '../life.ts'
import type { Organ } from '../organ.ts'
import { NewOrganFields } from '../schema.ts'
import { keeps, pages } from './routes.ts'

pages.get('/new', keeps, (c) => newPage(c))

pages.post('/', keeps, form(NewOrganFields, newPage), async (c, said) => {
  const id = await beginOrgan(said)
  return redirect(c, `/organs/${id}`, { key: 'organs.added', params: { name: said.name } })
})

async function newPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('organs.new')
  const missing = await missingOrgans()
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs trail={[{ label: t('organs.title'), href: '/organs' }, { label: title }]} />
      <Head title={title} facts={t('organs.new_lead')} />
      <Stack>
        {missing.length > 0 ? (
          <Card title={t('organs.usual')} flush>
            <List
              label={t('organs.usual')}
              items={missing.map(({ name, acronym, kind, speaks_as, seats }) => ({
                title: name,
                why: [acronym, organInWords(kind)].join(' · '),
                act: (
                  <PostButton
                    action="/organs"
                    fields={{ name, acronym, kind, speaks_as, seats: seats ?? '' }}
                    small
                    icon="plus"
                  >
                    {t('organs.add_usual', { name })}
                  </PostButton>
                ),
              }))}
            />
          </Card>
        ) : (
          <Note>{t('organs.usual_there')}</Note>
        )}
        <Card title={t('organs.another')}>
          <Form
            action="/organs"
            errors={attempt?.errors}
            values={attempt && typed(attempt)}
            id="new"
          >
            <Select
              name="kind"
              label={t('organs.kind')}
              help={t('organs.kind_help')}
              prompt={t('organs.choose_kind')}
              options={ownOrganKinds().map((value) => ({ value, label: organInWords(value) }))}
              required
            />
            <OrganInputs />
            <FormActions>
              <Button tone="primary" icon="plus">
                {t('organs.add')}
              </Button>
              <ButtonLink href="/organs">{t('organs.back')}</ButtonLink>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

/** What is asked of an organ. */
export const OrganInputs = ({ of }: { of?: Organ }) => (
  <>
    <TextField
      name="name"
      label={t('organs.name')}
      help={of && t('organs.rename_help')}
      value={of?.name}
      maxlength={120}
      required
    />
    <TextField
      name="acronym"
      label={t('organs.acronym')}
      help={t('organs.acronym_help')}
      value={of?.acronym}
      maxlength={12}
      size="short"
      required
    />
    <TextField
      name="speaks_as"
      label={t('organs.speaks_as')}
      help={t('organs.speaks_as_help')}
      value={of?.speaks_as}
      maxlength={140}
    />
    {of && (
      <Checkbox name="mistaken" label={t('organs.mistaken')} help={t('organs.mistaken_help')} />
    )}
    <TextField
      name="seats"
      label={t('organs.seat_count')}
      help={t('organs.seat_count_help')}
      value={of?.seats?.toString()}
      inputmode="numeric"
      size="short"
    />
  </>
)
