import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  CheckboxGroup,
  Form,
  FormActions,
  FormSection,
  Head,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#kernel/ui'
import { services } from '#commons/directory'
import { makeProgram, type Program, programNamed, rewriteProgram, standing } from '../program.ts'
import { ProgramFields } from '../schema.ts'
import { rolesForPrograms, scopeInWords, scopes } from '../scopes.ts'
import { keeps, pages, programPath } from './routes.ts'

pages.get('/new', keeps, (c) => newPage(c))

pages.post('/', keeps, form(ProgramFields, newPage), async (c, said) => {
  const id = await makeProgram(said)
  return redirect(c, programPath(id), { key: 'programs.made', params: { name: said.name } })
})

async function newPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('programs.make')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs trail={[{ label: t('programs.title'), href: '/programs' }, { label: title }]} />
      <Head title={title} facts={t('programs.make_lead')} />
      <Form action="/programs" errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <Inputs />
        <FormActions>
          <Button tone="primary" icon="plus">
            {t('programs.make')}
          </Button>
          <ButtonLink href="/programs">{t('programs.back')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

pages.get('/:id/edit', keeps, (c) => editPage(c))

pages.post(
  '/:id',
  keeps,
  form(ProgramFields.extend(Edition.partial().shape), editPage),
  async (c, { edition, ...said }) => {
    const { id } = await programNamed(c.req.param('id'))
    await rewriteProgram(id, said, edition)
    return redirect(c, programPath(id), { key: 'programs.saved', params: { name: said.name } })
  },
)

async function editPage(c: Call, attempt?: Attempt): Promise<Response> {
  const program = await programNamed(c.req.param('id'))
  const title = t('programs.edit')
  const path = programPath(program.id)
  return page(
    c,
    { title: `${title} – ${program.name}`, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('programs.title'), href: '/programs' },
          { label: program.name, href: path },
          { label: title },
        ]}
      />
      <Head title={title} facts={t('programs.edit_lead')} />
      <Form action={path} errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <EditionField of={standing(program)} attempt={attempt}>
          {[program.name, program.purpose, program.scopes.map(scopeInWords).join(', ')].join(' · ')}
        </EditionField>
        <Inputs of={program} />
        <FormActions>
          <Button tone="primary" icon="save">
            {t('programs.save')}
          </Button>
          <ButtonLink href={path}>{t('programs.back')}</ButtonLink>
        </FormActions>
      </Form>
    </>,
  )
}

async function Inputs({ of }: { of?: Program }) {
  const all = (await services()).map(({ id, label }) => ({ value: id, label }))
  return (
    <>
      <TextField
        name="name"
        label={t('programs.field.name')}
        help={t('programs.name_help')}
        value={of?.name}
        maxlength={80}
        required
      />
      <TextArea
        name="purpose"
        label={t('programs.field.purpose')}
        help={t('programs.purpose_help')}
        value={of?.purpose}
        maxlength={500}
        required
      />
      <TextField
        name="contact"
        label={t('programs.field.contact')}
        help={t('programs.contact_help')}
        value={of?.contact}
        required
      />
      <Select
        name="service_id"
        label={t('programs.field.service_id')}
        prompt={t('programs.choose_service')}
        value={of?.service_id ?? ''}
        options={all}
        required
      />
      <FormSection title={t('programs.field.scopes')} help={t('programs.scopes_help')}>
        <CheckboxGroup
          name="scopes"
          label={t('programs.field.scopes')}
          values={of?.scopes}
          choices={scopes().map((value) => ({ value, label: scopeInWords(value) }))}
        />
      </FormSection>
      <FormSection title={t('programs.bounds')} help={t('programs.bounds_help')}>
        <CheckboxGroup
          name="roles"
          label={t('programs.field.roles')}
          help={t('programs.roles_help')}
          values={of?.roles}
          choices={rolesForPrograms().map(({ name, called }) => ({
            value: name,
            label: t(called),
          }))}
        />
        {all.length > 0 && (
          <CheckboxGroup
            name="services"
            label={t('programs.field.services')}
            values={of?.services}
            choices={all}
          />
        )}
        <RadioGroup
          name="function"
          label={t('programs.field.function')}
          value={of?.function ?? 'observer'}
          choices={(['observer', 'editor'] as const).map((value) => ({
            value,
            label: t(`programs.function.${value}`),
          }))}
        />
        <TextField
          name="per_minute"
          label={t('programs.field.per_minute')}
          help={t('programs.per_minute_help')}
          inputmode="numeric"
          size="short"
          value={String(of?.per_minute ?? 600)}
          required
        />
      </FormSection>
    </>
  )
}
