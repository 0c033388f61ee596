import { z } from 'zod'
import { may, permission, stepUp } from '#kernel/access'
import { type Attempt, type Call, fileAnswer, flag, form, line, wantsAll } from '#kernel/http'
import { formatDate, formatDateTime, t } from '#kernel/i18n'
import { Edition, EditionField, page, redirect } from '#kernel/pages'
import {
  Badge,
  Breadcrumbs,
  Button,
  Card,
  Checkbox,
  Cut,
  EmptyState,
  FoldedForm,
  Form,
  FormActions,
  Head,
  Note,
  PostButton,
  SideSection,
  Stack,
  Table,
  TextField,
} from '#kernel/ui'
import { pathOf } from '#commons/dossiers'
import { kindName } from '#commons/workflow'
import { Invalid } from '#kernel/errors'
import { certificates, paperOf } from './certificate.ts'
import { destroyProposed, standing } from './destroy.ts'
import { allGoing, type Going, goingNamed, mostAtOnce } from './going.ts'
import { hold, holdOf, lift } from './hold.ts'
import { pages } from './pages.tsx'
import { ruled } from './propose.ts'
import { waitingOf } from './waiting.ts'

const destroys = stepUp(permission('retention.destroy'))
const holds = permission('retention.hold')

const goingOf = (c: Call) => goingNamed(c.req.param('kind'))

pages.get('/due', destroys, async (c) => {
  const title = t('retention.due')
  const counts = await waitingOf(allGoing().map(({ kind }) => kind))
  const due = allGoing().filter(({ kind }) => counts.has(kind))
  const done = await certificates(wantsAll(c, 'certificates') ? null : 50)
  return page(
    c,
    { title },
    <>
      <Breadcrumbs
        trail={[{ label: t('retention.title'), href: '/retention' }, { label: title }]}
      />
      <Head title={title} facts={t('retention.due_lead')} />
      <Stack>
        {due.length === 0 ? (
          <EmptyState icon="archive" sentence={t('retention.nothing')} />
        ) : (
          <Card flush>
            <Table
              caption={title}
              hideCaption
              rows={due}
              columns={[
                {
                  header: t('retention.what'),
                  cell: ({ kind }) => <a href={`/retention/due/${kind}`}>{kindName(kind)}</a>,
                },
                { header: t('retention.count'), cell: ({ kind }) => counts.get(kind)?.count },
                {
                  header: t('retention.since'),
                  cell: ({ kind }) => {
                    const first = counts.get(kind)?.since
                    return first && formatDate(first)
                  },
                },
                { header: t('retention.rule'), cell: (one) => <RuleWords of={one} /> },
              ]}
            />
          </Card>
        )}
        {done.all > 0 && (
          <Card title={t('retention.certificates')} flush>
            <Table
              caption={t('retention.certificates')}
              hideCaption
              rows={done.rows}
              columns={[
                {
                  header: t('retention.reference'),
                  cell: ({ id, reference, paper }) =>
                    paper ? <a href={`/retention/certificates/${id}`}>{reference}</a> : reference,
                },
                { header: t('retention.what'), cell: ({ kind }) => kindName(kind) },
                { header: t('retention.count'), cell: ({ destroyed }) => destroyed.length },
                { header: t('retention.by'), cell: ({ by_name: by }) => by },
                { header: t('retention.at'), cell: ({ at }) => formatDateTime(at, 'short') },
              ]}
            />
            <Cut of={done} href="/retention/due?all=certificates" />
          </Card>
        )}
      </Stack>
    </>,
  )
})

function RuleWords({ of }: { of: Going }) {
  const { kept, because, verified } = of.rule()
  return (
    <>
      {kept}. {because} {!verified && <Badge tone="warn">{t('retention.unverified')}</Badge>}
    </>
  )
}

const Confirmed = z.object({ ...Edition.shape, sure: flag() })

pages.get('/due/:kind', destroys, (c) => duePage(c))

pages.post('/due/:kind', destroys, form(Confirmed, duePage), async (c, { edition, sure }) => {
  if (!sure) throw Invalid.field('sure', 'retention.say_sure')
  await destroyProposed(goingOf(c), edition)
  return redirect(c, '/retention/due', { key: 'retention.done' })
})

/** The rows that would be destroyed, and why others stay; below, the second act. */
async function duePage(c: Call, attempt?: Attempt): Promise<Response> {
  const going = goingOf(c)
  const rows = await going.proposed(false)
  const leaving = rows.filter(({ kept }) => kept === null)
  const title = kindName(going.kind)
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Breadcrumbs
        trail={[
          { label: t('retention.title'), href: '/retention' },
          { label: t('retention.due'), href: '/retention/due' },
          { label: title },
        ]}
      />
      <Head title={title} facts={<RuleWords of={going} />} />
      <Stack>
        {rows.length === mostAtOnce && <Note>{t('retention.first', { most: mostAtOnce })}</Note>}
        <Card flush>
          <Table
            caption={t('retention.due')}
            hideCaption
            rows={rows}
            columns={[
              {
                header: t('retention.dossier'),
                cell: (one) => <a href={going.path(one.id)}>{one.title}</a>,
              },
              { header: t('retention.reference'), cell: ({ reference }) => reference },
              { header: t('retention.ended'), cell: ({ ended_on: on }) => formatDate(on) },
              { header: t('retention.since'), cell: ({ over_on: on }) => formatDate(on) },
              {
                header: t('retention.becomes'),
                cell: ({ kept, asked }) =>
                  kept ??
                  (asked ? t('retention.goes_asked', { reference: asked }) : t('retention.goes')),
              },
            ]}
          />
        </Card>
        {leaving.length > 0 && (
          <Card title={t('retention.confirm')}>
            <Form action={`/retention/due/${going.kind}`} errors={attempt?.errors ?? {}}>
              <EditionField of={standing(rows)} attempt={attempt} />
              <Note tone="warn">
                {t(going.isOfPersons ? 'retention.for_good.person' : 'retention.for_good')}
              </Note>
              <Checkbox
                name="sure"
                label={t(going.isOfPersons ? 'retention.sure.person' : 'retention.sure', {
                  count: leaving.length,
                })}
              />
              <FormActions>
                <Button tone="danger" icon="trash-2">
                  {t(going.isOfPersons ? 'retention.destroy.person' : 'retention.destroy', {
                    count: leaving.length,
                  })}
                </Button>
              </FormActions>
            </Form>
          </Card>
        )}
      </Stack>
    </>,
  )
}

pages.get('/certificates/:id', destroys, async (c) => {
  const { bytes, name } = await paperOf(c.req.param('id') ?? '')
  return fileAnswer(bytes, { name, type: 'application/pdf', inPlace: true })
})

pages.post('/holds/:id', holds, form(z.object({ reason: line(500) })), async (c, { reason }) => {
  const { kind, id } = await hold(c.req.param('id') ?? '', reason)
  return redirect(c, pathOf(kind, id), { key: 'retention.held' })
})

pages.post('/holds/:id/lift', holds, async (c) => {
  const { kind, id } = await lift(c.req.param('id') ?? '')
  return redirect(c, pathOf(kind, id), { key: 'retention.lifted' })
})

/** At the side of a dossier’s page, for administrators: whether its destruction is suspended, and why. */
export async function HoldSection({
  dossier: { id, kind },
}: {
  dossier: { id: string; kind: string }
}) {
  if (!may(holds) || !ruled().some((one) => one.kind === kind)) return null
  const found = await holdOf(id)
  return (
    <SideSection title={t('retention.title')}>
      {found ? (
        <>
          <p>{t('retention.is_held', { name: found.held_by, reason: found.reason })}</p>
          <PostButton action={`/retention/holds/${id}/lift`} icon="lock-open" small>
            {t('retention.lift')}
          </PostButton>
        </>
      ) : (
        <FoldedForm label={t('retention.hold')} action={`/retention/holds/${id}`} id="hold">
          <TextField name="reason" label={t('retention.reason')} maxlength={500} required />
          <FormActions>
            <Button icon="lock">{t('retention.hold')}</Button>
          </FormActions>
        </FoldedForm>
      )}
    </SideSection>
  )
}
