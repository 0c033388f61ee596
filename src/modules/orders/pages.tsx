import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { type Attempt, type Call, form, optionalLine, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { EditionField, ensureEdition, page, redirect } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  FormActions,
  Head,
  List,
  Note,
  PostButton,
  Stack,
  Table,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { lockedOrgan, openOrgans, type Organ, organ } from '#commons/organs'
import { meetingPath, meetings, type Meeting, openMeetings } from '#modules/deliberations'
import {
  methodsField,
  methodsOf,
  type Previewed,
  previewOf,
  reorder,
  rowsIn,
  setOrder,
} from './order.ts'

export const pages = new PageRoutes('/orders')
const [reads, keeps] = [permission('orders.read'), permission('orders.keep')]

const said = ({ insertion }: Organ) =>
  insertion
    .map((one) =>
      'reversed' in one && one.reversed
        ? t('orders.turned', { method: t(`orders.by.${one.by}`) })
        : t(`orders.by.${one.by}`),
    )
    .join(', ')

pages.get('/', reads, async (c) => {
  const all = await openOrgans()
  return page(
    c,
    { title: t('orders.title') },
    <>
      <Head title={t('orders.title')} />
      <p>{t('orders.lead')}</p>
      {all.length === 0 ? (
        <EmptyState icon="list-ordered" sentence={t('orders.no_organ')} />
      ) : (
        <Card flush>
          <List
            label={t('orders.title')}
            items={all.map((one) => ({
              title: one.name,
              href: `/orders/${one.id}`,
              why: said(one),
            }))}
          />
        </Card>
      )}
    </>,
  )
})

const Sent = z.record(z.string(), z.unknown())

/** The rows that a form sends, and those that it adds or drops. */
function sentRows({ drop, ...sent }: Record<string, unknown>) {
  const rows = methodsField.gather?.('methods', sent) ?? []
  const all = z.array(z.object({ by: z.unknown(), reversed: z.unknown() })).parse(rows)
  const gone = typeof drop === 'string' ? Number(drop.split('.')[1]) : -1
  return all
    .filter((_, at) => at !== gone)
    .map(({ by, reversed }) => ({ by, reversed: [reversed].flat().includes('on') }))
}

type Row = { by: unknown; reversed: boolean }

pages.get('/:id', reads, form(z.object({ meeting: optionalLine(40) })), async (c, { meeting }) => {
  const body = await organ(c.req.param('id') ?? '')
  return show(c, body, { rows: rowsIn(body.insertion), meetingId: meeting })
})

interface Shown {
  rows: readonly Row[]
  meetingId: string
  attempt?: Attempt
}

async function show(c: Call, body: Organ, { rows, meetingId, attempt }: Shown): Promise<Response> {
  const path = `/orders/${body.id}`
  const all = await openMeetings(body.id)
  const meeting = all.find(({ id }) => id === meetingId) ?? all[0]
  const edits = may(keeps)
  return page(
    c,
    { title: body.name, status: attempt ? 422 : 200 },
    <>
      <Head reference={t('orders.title')} title={body.name} />
      <Stack>
        <Card title={t('orders.sequence')}>
          {edits ? (
            <Form
              action={path}
              again={`${path}/preview`}
              errors={attempt?.errors ?? {}}
              fields={{ meeting: meeting?.id ?? '' }}
            >
              <EditionField of={body.insertion} attempt={attempt}>
                {said(body)}
              </EditionField>
              {await methodsField.input('methods', rows, { required: false })}
              <FormActions>
                <Button tone="primary" icon="save">
                  {t('orders.save')}
                </Button>
                <Button icon="eye" formaction={`${path}/preview`}>
                  {t('orders.preview')}
                </Button>
              </FormActions>
            </Form>
          ) : (
            <p>{said(body)}</p>
          )}
        </Card>
        {meeting && !attempt && (
          <Preview
            {...{ meeting, body, rows, edits, others: all.filter((one) => one !== meeting) }}
          />
        )}
      </Stack>
    </>,
  )
}

interface PreviewProps {
  meeting: Meeting
  others: readonly Meeting[]
  body: Organ
  rows: readonly Row[]
  edits: boolean
}

/** What these methods make of an agenda that is there. */
async function Preview({ meeting, others, body, rows, edits }: PreviewProps) {
  const { lines, moved, all, keeps: stays } = await previewOf(meeting, body, methodsOf(rows))
  return (
    <Card title={t('orders.preview_of', { meeting: meeting.title })}>
      <Stack>
        <p>{t('orders.moved', { count: moved, all })}</p>
        {lines.length < all && <p>{t('orders.not_shown', { count: all - lines.length })}</p>}
        {!stays && <Note tone="warn">{t('orders.decided')}</Note>}
        {lines.length > 0 && (
          <Table
            caption={t('orders.preview_of', { meeting: meeting.title })}
            hideCaption
            rows={lines}
            columns={columns()}
          />
        )}
        {edits && moved > 0 && stays && (
          <PostButton
            action={`/orders/meetings/${meeting.id}`}
            confirm={t('orders.reorder_confirm')}
          >
            {t('orders.reorder')}
          </PostButton>
        )}
        {others.map((one) => (
          <ButtonLink href={`/orders/${body.id}?meeting=${one.id}`} small>
            {one.title}
          </ButtonLink>
        ))}
      </Stack>
    </Card>
  )
}

const columns = () => [
  { header: t('orders.next'), cell: ({ next }: Previewed) => next },
  { header: t('orders.point'), cell: ({ title }: Previewed) => title },
  { header: t('orders.now'), cell: ({ now }: Previewed) => now },
]

pages.post('/:id/preview', keeps, form(Sent), async (c, sent) => {
  const body = await organ(c.req.param('id') ?? '')
  const meetingId = typeof sent['meeting'] === 'string' ? sent['meeting'] : ''
  return show(c, body, { rows: sentRows(sent), meetingId })
})

pages.post('/:id', keeps, form(Sent, again), async (c, sent) => {
  const body = await lockedOrgan(c.req.param('id'))
  ensureEdition(body.insertion, String(sent['edition'] ?? ''))
  await setOrder(body, methodsOf(sentRows(sent)))
  return redirect(c, `/orders/${body.id}`, { key: 'orders.saved' })
})

async function again(c: Call, attempt: Attempt): Promise<Response> {
  const body = await organ(c.req.param('id') ?? '')
  return show(c, body, { rows: sentRows({ ...attempt.values }), meetingId: '', attempt })
}

pages.post('/meetings/:id', keeps, async (c) => {
  const meeting = await load(c, meetings)
  await reorder(meeting, await organ(meeting.organ_id))
  return redirect(c, meetingPath(meeting), { key: 'orders.reordered' })
})
