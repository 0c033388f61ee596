import { z } from 'zod'
import { type Call, form, optionalLine } from '#kernel/http'
import { t } from '#kernel/i18n'
import { redirect } from '#kernel/pages'
import {
  Button,
  DateField,
  EmptyState,
  FoldedForm,
  FormActions,
  List,
  Select,
  TextField,
} from '#kernel/ui'
import { type Office, roles, services, todayHere } from '#commons/directory'
import { meant, proposed } from '../named.ts'
import { end, give, officeFrom } from '../offices.ts'
import { type KnownPerson, knownPerson } from '../person.ts'
import { LastDay, OfficeFields } from '../schema.ts'
import {
  dayAfter,
  holdingInWords,
  namesBehind,
  periodInWords,
  roleInWords,
  serviceLabels,
} from '../words.ts'
import { FunctionChoice } from './person-form.tsx'
import { keeps, pages, personPath } from './routes.ts'

export async function Offices({
  offices,
  person,
}: {
  offices: readonly Office[]
  person: KnownPerson
}) {
  if (offices.length === 0)
    return <EmptyState icon="briefcase" sentence={t('people.holds_nothing')} />
  const labels = await serviceLabels()
  const behind = await namesBehind(offices)
  const today = todayHere()
  const over = ({ valid_to }: Office) =>
    valid_to !== null && Temporal.PlainDate.compare(valid_to, today) <= 0
  return (
    <List
      label={t('people.holds')}
      items={offices.map((office) => ({
        title: holdingInWords(office, labels),
        why: [
          periodInWords(office),
          office.for_id && t('people.held_for', { name: behind.get(office.for_id) ?? '' }),
        ]
          .filter(Boolean)
          .join(' · '),
        due: over(office) ? t('people.over') : undefined,
        act: !over(office) && person.state !== 'left' && <End office={office} />,
      }))}
    />
  )
}

const End = ({ office }: { office: Office }) => (
  <FoldedForm
    label={t('people.end')}
    action={`${personPath(office.person_id)}/offices/${office.kind}/${office.id}/end`}
    id={`end-${office.id}`}
  >
    <DateField name="last_day" label={t('people.last_day')} help={t('people.end_help')} />
    <FormActions>
      <Button small>{t('people.end')}</Button>
    </FormActions>
  </FoldedForm>
)

export async function Giving({ person }: { person: KnownPerson }) {
  const action = `${personPath(person.id)}/offices`
  const names = await proposed()
  return (
    <>
      <FoldedForm label={t('people.give.role')} action={action} fields={{ kind: 'role' }} id="role">
        <Select
          name="role"
          label={t('people.role')}
          options={roles.all().map(({ name }) => ({ value: name, label: roleInWords(name) }))}
        />
        <Manner names={names} />
      </FoldedForm>
      <FoldedForm
        label={t('people.give.function')}
        action={action}
        fields={{ kind: 'function' }}
        id="function"
      >
        <Select
          name="service_id"
          label={t('people.service')}
          options={(await services()).map(({ id, label }) => ({ value: id, label }))}
        />
        <FunctionChoice />
        <Manner names={names} />
      </FoldedForm>
      <FoldedForm
        label={t('people.give.mandate')}
        action={action}
        fields={{ kind: 'mandate' }}
        id="mandate"
      >
        <TextField
          name="title"
          label={t('people.mandate_title')}
          help={t('people.mandate_help')}
          maxlength={200}
          required
        />
        <Manner names={names} of={['own', 'acting']} />
      </FoldedForm>
    </>
  )
}

const manners = ['own', 'acting', 'delegated'] as const

/** How it is held, for whom, and for what days. */
function Manner({
  names,
  of = manners,
}: {
  names: readonly string[]
  of?: readonly (typeof manners)[number][]
}) {
  return (
    <>
      <Select
        name="held"
        label={t('people.held')}
        help={t('people.held_help')}
        options={of.map((value) => ({ value, label: t(`people.held.${value}`) }))}
      />
      <TextField
        name="for"
        label={t('people.held_whose')}
        help={t('people.colleague_help')}
        suggestions={names}
        maxlength={200}
      />
      <DateField
        name="first_day"
        label={t('people.first_day')}
        help={t('people.first_day_given')}
        value={todayHere()}
      />
      <DateField name="last_day" label={t('people.last_day')} help={t('people.last_day_help')} />
      <FormActions>
        <Button tone="primary" icon="plus">
          {t('people.give')}
        </Button>
      </FormActions>
    </>
  )
}

const typedOffice = { for: optionalLine() }
const [role, func, mandate] = OfficeFields.options
const TypedOffice = z.discriminatedUnion('kind', [
  role.extend(typedOffice),
  func.extend(typedOffice),
  mandate.extend(typedOffice),
])

pages.post('/people/:id/offices', keeps, form(TypedOffice), async (c, sent) => {
  const { id } = await knownPerson(c.req.param('id'))
  const forId = sent.held === 'own' ? null : await meant(sent.for, 'for')
  await give(officeFrom(id, sent, forId))
  return back(c, id, 'people.given')
})

const back = (c: Call, id: string, key: 'people.given' | 'people.ended') =>
  redirect(c, personPath(id), { key })

const kinds = z.enum(['role', 'function', 'mandate'])

pages.post('/people/:id/offices/:kind/:office/end', keeps, form(LastDay), async (c, sent) => {
  const { id } = await knownPerson(c.req.param('id'))
  const kind = kinds.catch('role').parse(c.req.param('kind'))
  // Without a day it ends at once.
  await end(id, { kind, id: c.req.param('office') ?? '' }, dayAfter(sent.last_day) ?? todayHere())
  return back(c, id, 'people.ended')
})
