import { type Attempt, type Call, form } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { Edition, EditionField, ensureEdition, page, redirect, typed } from '#kernel/pages'
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
  Note,
  PostButton,
  Stack,
} from '#kernel/ui'
import { todayHere } from '#commons/directory'
import { organInWords } from '#commons/law'
import { dayAfter, lastDayOf } from '#commons/people'
import {
  changeOrgan,
  closeOrgan,
  holdsBack,
  lockedOrgan,
  reopenOrgan,
  seatsPast,
  standingOrgan,
} from '../life.ts'
import type { Organ } from '../organ.ts'
import { nameOf } from '../room.ts'
import { EndFields, ChangedOrganFields } from '../schema.ts'
import { seatsOf } from '../seat.ts'
import { OrganInputs } from './new.tsx'
import { keeps, organHere, organPath, pages } from './routes.ts'

const Crumbs = ({ of, at }: { of: Organ; at: string }) => (
  <Breadcrumbs
    trail={[
      { label: t('organs.title'), href: '/organs' },
      { label: of.name, href: organPath(of) },
      { label: at },
    ]}
  />
)

pages.get('/:id/change', keeps, (c) => changePage(c))

pages.post(
  '/:id/change',
  keeps,
  form(ChangedOrganFields.extend(Edition.partial().shape), changePage),
  async (c, { edition, ...said }) => {
    const body = await lockedOrgan(c.req.param('id'))
    if (edition !== undefined) ensureEdition(standingOrgan(body), edition)
    await changeOrgan(body, said)
    return redirect(c, organPath(body), { key: 'organs.changed', params: { name: said.name } })
  },
)

async function changePage(c: Call, attempt?: Attempt): Promise<Response> {
  const body = await organHere(c)
  const title = t('organs.change')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Crumbs of={body} at={title} />
      <Head title={body.name} facts={organInWords(body.kind)} />
      <Card title={title}>
        <Form
          action={`${organPath(body)}/change`}
          errors={attempt?.errors}
          values={attempt && typed(attempt)}
        >
          <EditionField of={standingOrgan(body)} attempt={attempt}>
            {[body.name, body.acronym, body.speaks_as].join(' · ')}
          </EditionField>
          <OrganInputs of={body} />
          <FormActions>
            <Button tone="primary" icon="save">
              {t('organs.save')}
            </Button>
            <ButtonLink href={organPath(body)}>{t('organs.back')}</ButtonLink>
          </FormActions>
        </Form>
      </Card>
    </>,
  )
}

pages.get('/:id/closing', keeps, (c) => closingPage(c))

pages.post('/:id/closing', keeps, form(EndFields, closingPage), async (c, { last_day }) => {
  const body = await organHere(c)
  await closeOrgan(body.id, dayAfter(last_day) ?? todayHere().add({ days: 1 }))
  return redirect(c, organPath(body), { key: 'organs.closed', params: { name: body.name } })
})

/** What an organ still has, and whose seats would end with it. */
async function closingPage(c: Call, attempt?: Attempt): Promise<Response> {
  const body = await organHere(c)
  const title = t('organs.close')
  const reasons = await holdsBack(body)
  const past = seatsPast(await seatsOf(body.id), todayHere())
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Crumbs of={body} at={title} />
      <Head title={t('organs.close_title', { name: body.name })} facts={t('organs.close_lead')} />
      <Stack>
        {reasons.length > 0 && (
          <Note tone="warn" title={t('organs.not_yet')}>
            <ul>
              {reasons.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </Note>
        )}
        <Card title={t('organs.close_effect')}>
          <Facts
            facts={[{ label: t('organs.seats_end'), value: past.map(nameOf).join(', ') || '—' }]}
          />
        </Card>
        <Form
          action={`${organPath(body)}/closing`}
          errors={attempt?.errors}
          values={attempt && typed(attempt)}
        >
          <DateField name="last_day" label={t('organs.last_day')} help={t('organs.close_help')} />
          <FormActions>
            <Button tone="danger" icon="archive">
              {title}
            </Button>
            <ButtonLink href={organPath(body)}>{t('organs.back')}</ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>,
  )
}

pages.post('/:id/reopening', keeps, async (c) => {
  const body = await organHere(c)
  await reopenOrgan(body.id)
  return redirect(c, organPath(body), { key: 'organs.reopened', params: { name: body.name } })
})

/** That an organ ended or will, and the way back. */
export function Ending({ organ, mayKeep }: { organ: Organ; mayKeep: boolean }) {
  if (!organ.closed_on) return null
  return (
    <Note
      tone="warn"
      title={t('organs.ends', { day: formatDate(lastDayOf(organ.closed_on), 'long') })}
    >
      {mayKeep && (
        <PostButton
          action={`${organPath(organ)}/reopening`}
          icon="undo-2"
          confirm={t('organs.reopen_sure', { name: organ.name })}
        >
          {t('organs.reopen')}
        </PostButton>
      )}
    </Note>
  )
}
