import { z } from 'zod'
import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  DateField,
  Form,
  FormActions,
  FormSection,
  Head,
  List,
  Note,
  RadioGroup,
  Select,
  Stack,
  TextField,
  WhileTyping,
} from '#kernel/ui'
import { roles, services, todayHere } from '#commons/directory'
import { invite, invitedWords } from '../invitation.ts'
import { enterWith } from '../entering.ts'
import {
  type Identity,
  type KnownPerson,
  knownPerson,
  nameOf,
  rewritePerson,
  similarTo,
  standing,
} from '../person.ts'
import { IdentityFields, NewPersonFields, SimilarFields } from '../schema.ts'
import { roleInWords } from '../words.ts'
import { keeps, pages, personPath } from './routes.ts'

pages.get('/people/new', keeps, (c) => newPage(c))

pages.post('/people', keeps, form(NewPersonFields, newPage), async (c, fresh) => {
  const id = await enterWith(fresh)
  if (!fresh.invite)
    return redirect(c, personPath(id), { key: 'people.added', params: { name: nameOf(fresh) } })
  await invite(id)
  return redirect(c, personPath(id), { key: invitedWords(), params: { name: nameOf(fresh) } })
})

/** All that its form sends: it is shown again with those who are like that, and nobody is entered. */
const Typed = z.record(z.string(), z.unknown())

pages.post('/people/similar', keeps, form(Typed), (c, values) => newPage(c, { values, errors: {} }))

async function newPage(c: Call, attempt?: Attempt): Promise<Response> {
  const asked = SimilarFields.safeParse(attempt?.values ?? {})
  const similar = asked.success ? await similarTo(asked.data) : []
  const title = t('people.add')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs trail={[{ label: t('people.title'), href: '/people' }, { label: title }]} />
      <Head title={title} />
      <Form action="/people" errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <IdentityInputs />
        <WhileTyping
          id="similar"
          address="/people/similar"
          fields={['first_name', 'last_name', 'email']}
        >
          {similar.length > 0 && <Similar found={similar} />}
        </WhileTyping>
        <FormSection title={t('people.begins_with')} help={t('people.begins_with_help')}>
          <Select
            name="role"
            label={t('people.role')}
            prompt={t('people.no_role')}
            options={roles.all().map(({ name }) => ({ value: name, label: roleInWords(name) }))}
          />
          <Select
            name="service_id"
            label={t('people.service')}
            prompt={t('people.no_service')}
            options={(await services()).map(({ id, label }) => ({ value: id, label }))}
          />
          <FunctionChoice />
          <DateField
            name="first_day"
            label={t('people.first_day')}
            help={t('people.first_day_given')}
            value={todayHere()}
          />
          <DateField
            name="last_day"
            label={t('people.last_day')}
            help={t('people.last_day_help')}
          />
        </FormSection>
        <Checkbox name="invite" label={t('people.invite_now')} help={t('people.invite_help')} />
        <FormActions>
          <Button tone="primary" icon="user-plus">
            {t('people.add')}
          </Button>
          <Button icon="users" formaction="/people/similar">
            {t('people.look_for_similar')}
          </Button>
          <ButtonLink href="/people">{t('people.back')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

/** Those who may be the same person, and the box that says that it is another. */
function Similar({ found }: { found: readonly KnownPerson[] }) {
  return (
    <Stack>
      <Note tone="warn" title={t('people.similar_title')}>
        <List
          items={found.map((one) => ({
            title: nameOf(one),
            href: personPath(one.id),
            why: [one.email, one.login].filter(Boolean).join(' · '),
          }))}
        />
      </Note>
      <Checkbox name="other" label={t('people.is_other')} />
    </Stack>
  )
}

/** What a person does in a service. */
export const FunctionChoice = () => (
  <Select
    name="function"
    label={t('people.function')}
    options={(['editor', 'head', 'observer'] as const).map((value) => ({
      value,
      label: t(`people.function.${value}`),
    }))}
  />
)

function IdentityInputs({ of }: { of?: Identity }) {
  return (
    <>
      <RadioGroup
        name="civility"
        label={t('people.civility')}
        value={of?.civility ?? ''}
        choices={(['', 'mrs', 'mr'] as const).map((value) => ({
          value,
          label: t(`people.civility.${value || 'none'}`),
        }))}
      />
      <TextField
        name="first_name"
        label={t('people.first_name')}
        value={of?.first_name}
        maxlength={100}
        required
      />
      <TextField
        name="last_name"
        label={t('people.last_name')}
        value={of?.last_name}
        maxlength={100}
        required
      />
      <TextField
        name="email"
        type="email"
        label={t('people.email')}
        value={of?.email}
        maxlength={200}
      />
      <TextField
        name="login"
        label={t('people.login')}
        help={t(of?.login ? 'people.login_stays' : 'people.login_help')}
        value={of?.login}
        maxlength={100}
      />
      <TextField
        name="external_id"
        label={t('people.external_id')}
        help={t('people.external_id_help')}
        value={of?.external_id}
        maxlength={60}
      />
    </>
  )
}

pages.get('/people/:id/edit', keeps, (c) => editPage(c))

pages.post(
  '/people/:id',
  keeps,
  form(IdentityFields.extend(Edition.partial().shape), editPage),
  async (c, { edition, ...fresh }) => {
    const { id } = await knownPerson(c.req.param('id'))
    await rewritePerson(id, fresh, edition)
    return redirect(c, personPath(id), { key: 'people.saved', params: { name: nameOf(fresh) } })
  },
)

async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
  const person = await knownPerson(c.req.param('id'))
  const title = t('people.edit')
  return page(
    c,
    { title: nameOf(person), status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('people.title'), href: '/people' },
          { label: nameOf(person), href: personPath(person.id) },
          { label: title },
        ]}
      />
      <Head title={title} />
      <Form action={personPath(person.id)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <EditionField of={standing(person)} attempt={attempt}>
          {standing(person).filter(Boolean).join(' · ')}
        </EditionField>
        <IdentityInputs of={person} />
        <FormActions>
          <Button tone="primary" icon="save">
            {t('people.save')}
          </Button>
          <ButtonLink href={personPath(person.id)}>{t('people.back')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}
