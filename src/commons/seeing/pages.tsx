import { z } from 'zod'
import { may, permission, stepUp } from '#kernel/access'
import { type Attempt, type Call, form, line, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, redirect, sessionTokenOf, typed } from '#kernel/pages'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Card,
  Form,
  FormActions,
  Head,
  Note,
  Stack,
  TextField,
} from '#kernel/ui'
import { knownPerson, nameOf } from '#commons/people'
import { seeAsPerson } from './see-as.ts'

export const pages = new PageRoutes('/people')
export const sees = stepUp(permission('seeing.see_as'))

/** In characters: what is long enough to be a reason. */
export const Why = z.object({ reason: line(300).min(10) })

const pathOf = (id: string) => `/people/${id}/seeing`

pages.get('/:id/seeing', sees, (c) => askPage(c))

pages.post('/:id/seeing', sees, form(Why, askPage), async (c, { reason }) => {
  await seeAsPerson(sessionTokenOf(c), c.req.param('id') ?? '', reason)
  return redirect(c, '/', { key: 'seeing.begun', tone: 'info' })
})

/** What it is, and why one asks for it. */
async function askPage(c: Call, attempt?: Attempt): Promise<Response> {
  const person = await knownPerson(c.req.param('id') ?? '')
  const name = nameOf(person)
  const title = t('seeing.title', { name })
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('people.title'), href: '/people' },
          { label: name, href: `/people/${person.id}` },
          { label: t('seeing.see') },
        ]}
      />
      <Head title={title} facts={t('seeing.lead')} />
      <Stack>
        <Note>{t('seeing.rules', { name })}</Note>
        <Card>
          <Form action={pathOf(person.id)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
            <TextField
              name="reason"
              label={t('seeing.reason')}
              help={t('seeing.reason_help', { name })}
              maxlength={300}
              required
            />
            <FormActions>
              <Button tone="primary" icon="eye">
                {t('seeing.see')}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </Stack>
    </>,
  )
}

/** At the side of a person: the way to see as they do. */
export const SeeButton = ({ id }: { id: string }) =>
  may(sees) ? (
    <ButtonLink href={pathOf(id)} icon="eye">
      {t('seeing.see')}
    </ButtonLink>
  ) : null
