import { z } from 'zod'
import { type Attempt, type Call, form, id, line } from '#kernel/http'
import { t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Facts,
  Form,
  FormActions,
  Head,
  List,
  Note,
  Stack,
  TextField,
} from '#kernel/ui'
import { mergePersons, mergingOf, mergingStanding } from '../merging.ts'
import { meant, proposed } from '../named.ts'
import { type KnownPerson, knownPerson, nameOf, similarTo } from '../person.ts'
import { holdingInWords, periodInWords, serviceLabels } from '../words.ts'
import { keeps, pages, personPath } from './routes.ts'

const Named = z.object({ same: line() })
const Confirmed = z.object({ into: id(), ...Edition.partial().shape })

const mergingPath = (one: { id: string }, into?: { id: string } | null) =>
  `${personPath(one.id)}/merging${into ? `/${into.id}` : ''}`

pages.get('/people/:id/merging', keeps, (c) => choosePage(c))

pages.post('/people/:id/merging', keeps, form(Named, choosePage), async (c, { same }) => {
  const one = await knownPerson(c.req.param('id'))
  const into = await meant(same, 'same')
  return redirect(c, mergingPath(one, into ? { id: into } : null), null)
})

/** With whom somebody is the same: those who resemble them, or anybody by name. */
async function choosePage(c: Call, attempt?: Attempt): Promise<Response> {
  const one = await knownPerson(c.req.param('id'))
  const title = t('people.merging.title', { name: nameOf(one) })
  const alike = (await similarTo(one)).filter((other) => other.id !== one.id)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Trail of={one} />
      <Head title={title} facts={t('people.merging.lead')} />
      <Stack>
        {alike.length > 0 && (
          <Card title={t('people.merging.alike')} flush>
            <List
              items={alike.map((other) => ({
                title: nameOf(other),
                href: mergingPath(one, other),
                why: whoIs(other),
              }))}
            />
          </Card>
        )}
        <Card title={t('people.merging.another')}>
          <Form action={mergingPath(one)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
            <TextField
              name="same"
              label={t('people.merging.named')}
              help={t('people.merging.named_help')}
              suggestions={await proposed()}
              maxlength={200}
              required
            />
            <FormActions>
              <Button icon="eye">{t('people.merging.look')}</Button>
              <ButtonLink href={personPath(one.id)}>{t('people.back')}</ButtonLink>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

const whoIs = ({ login, email, external_id }: KnownPerson) =>
  [login || t('people.no_account'), email, external_id].filter(Boolean).join(' · ')

pages.get('/people/:id/merging/:into', keeps, (c) => mergingPage(c))

pages.post('/people/:id/merging/:into', keeps, form(Confirmed, mergingPage), async (c, sent) => {
  const one = await knownPerson(c.req.param('id'))
  const into = await knownPerson(sent.into)
  await mergePersons(one.id, into.id, sent.edition)
  return redirect(c, personPath(into.id), {
    key: 'people.merging.done',
    params: { from: nameOf(one), into: nameOf(into) },
  })
})

/** What a merging will do, and the form that does it. */
async function mergingPage(c: Call, attempt?: Attempt): Promise<Response> {
  const one = await knownPerson(c.req.param('id'))
  const into = await knownPerson(c.req.param('into'))
  const preview = await mergingOf(one, into)
  const { naming, twice, staying } = preview
  const title = t('people.merging.title', { name: nameOf(one) })
  const labels = await serviceLabels()
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Trail of={one} />
      <Head title={title} facts={t('people.merging.into', { name: nameOf(into) })} />
      <Stack>
        <Card title={t('people.merging.both')}>
          <Facts
            facts={[one, into].map((person, at) => ({
              label: t(at === 0 ? 'people.merging.goes' : 'people.merging.stays'),
              value: (
                <>
                  <a href={personPath(person.id)}>{nameOf(person)}</a> · {whoIs(person)}
                </>
              ),
            }))}
          />
        </Card>
        <Card title={t('people.merging.moves')}>
          <Facts
            facts={naming.map(({ label, count }) => ({ label: t(label), value: String(count) }))}
          />
        </Card>
        {twice.length + staying.length > 0 && (
          <Card title={t('people.merging.twice')} flush>
            <List
              items={[
                ...twice.map((office) => ({
                  title: holdingInWords(office, labels),
                  why: periodInWords(office),
                })),
                ...staying.map(({ label, count }) => ({ title: t(label), why: String(count) })),
              ]}
            />
          </Card>
        )}
        {one.login && <Note tone="warn">{t('people.merging.closes', { login: one.login })}</Note>}
        <Form
          action={mergingPath(one, into)}
          errors={attempt?.errors ?? {}}
          values={typed(attempt)}
        >
          <EditionField of={mergingStanding(preview)} attempt={attempt}>
            {t('people.merging.look_again')}
          </EditionField>
          <input type="hidden" name="into" value={into.id} />
          <FormActions>
            <Button tone="danger" icon="check">
              {t('people.merging.do', { from: nameOf(one), into: nameOf(into) })}
            </Button>
            <ButtonLink href={mergingPath(into, one)}>{t('people.merging.turn')}</ButtonLink>
            <ButtonLink href={personPath(one.id)}>{t('people.back')}</ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}

const Trail = ({ of }: { of: KnownPerson }) => (
  <Breadcrumbs
    trail={[
      { label: t('people.title'), href: '/people' },
      { label: nameOf(of), href: personPath(of.id) },
      { label: t('people.merging') },
    ]}
  />
)
