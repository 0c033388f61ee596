import { type Attempt, type Call, form, optionalLine } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { page, redirect, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  DateField,
  Facts,
  Form,
  FormActions,
  Head,
  List,
  Stack,
  TextField,
} from '#kernel/ui'
import { todayHere } from '#commons/directory'
import { departureOf, leave } from '../departure.ts'
import { meant, proposed } from '../named.ts'
import { knownPerson, nameOf } from '../person.ts'
import { LastDay } from '../schema.ts'
import { dayAfter, holdingInWords, periodInWords, serviceLabels } from '../words.ts'
import { keeps, pages, personPath } from './routes.ts'

const Leaving = LastDay.extend({ heir: optionalLine() })

pages.get('/people/:id/leave', keeps, (c) => leavePage(c))

pages.post('/people/:id/leave', keeps, form(Leaving, leavePage), async (c, { last_day, heir }) => {
  const { id, ...person } = await knownPerson(c.req.param('id'))
  // Without a day they leave at once.
  const gone = dayAfter(last_day)
  await leave(id, { gone, heirId: await meant(heir, 'heir') })
  const name = nameOf(person)
  return gone === null || Temporal.PlainDate.compare(gone, todayHere()) <= 0
    ? redirect(c, personPath(id), { key: 'people.left', params: { name } })
    : redirect(c, personPath(id), {
        key: 'people.will_leave',
        params: { name, day: formatDate(gone.subtract({ days: 1 }), 'long') },
      })
})

/** What a departure will do, and the form that does it. */
async function leavePage(c: Call, attempt?: Attempt): Promise<Response> {
  const person = await knownPerson(c.req.param('id'))
  const name = nameOf(person)
  const { offices, leavings } = await departureOf(person)
  const labels = await serviceLabels()
  const title = t('people.leave_title', { name })
  const path = personPath(person.id)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('people.title'), href: '/people' },
          { label: name, href: path },
          { label: t('people.leave') },
        ]}
      />
      <Head title={title} facts={t('people.leave_lead')} />
      <Stack>
        <Card title={t('people.leave_ends')}>
          <Facts
            facts={leavings.map(({ label, count }) => ({ label: t(label), value: String(count) }))}
          />
        </Card>
        <Card title={t('people.holds')} flush={offices.length > 0}>
          {offices.length === 0 ? (
            <p>{t('people.holds_nothing')}</p>
          ) : (
            <List
              items={offices.map((office) => ({
                title: holdingInWords(office, labels),
                why: periodInWords(office),
              }))}
            />
          )}
        </Card>
        <Form action={`${path}/leave`} errors={attempt?.errors ?? {}} values={typed(attempt)}>
          <DateField
            name="last_day"
            label={t('people.leave_last_day')}
            help={t('people.leave_last_day_help')}
          />
          <TextField
            name="heir"
            label={t('people.heir')}
            help={t('people.heir_help')}
            suggestions={await proposed()}
            maxlength={200}
          />
          <FormActions>
            <Button tone="danger" icon="log-out">
              {t('people.leave')}
            </Button>
            <ButtonLink href={path}>{t('people.back')}</ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}
