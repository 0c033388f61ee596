import { z } from 'zod'
import { may, permission } from '#kernel/access'
import { type Attempt, type Call, form, PageRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { itsLanguage } from '#kernel/tenancy'
import { EditionField, editionOf, ensureEdition, page, redirect } from '#kernel/pages'
import {
  Button,
  Card,
  Checkbox,
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
import { lockedOrgan, openOrgans, type Organ, organ } from '#commons/organs'
import { freeStuck, setScheme, type Shift, shiftsOf, waitingAt } from './changing.ts'
import { levelsField, levelsIn, rowsIn, sentRows } from './fields.tsx'
import { levelsOf, type Scheme, schemeOf, schemesOf, validators } from './scheme.ts'

export const pages = new PageRoutes('/validation')
const [reads, keeps] = [permission('validation.read'), permission('validation.keep')]

/** The levels in a line; their names are words of the authority. */
function Said({ scheme: { levels, shortcuts } }: { scheme: Scheme }) {
  if (levels.length === 0) return t('validation.no_level')
  return (
    <>
      <span lang={itsLanguage()}>{levels.map(({ title }) => title).join(' → ')}</span>
      {shortcuts && ` ${t('validation.with_shortcuts')}`}
    </>
  )
}

pages.get('/', reads, async (c) => {
  const all = await openOrgans()
  const schemes = await schemesOf(all.map(({ id }) => id))
  return page(
    c,
    { title: t('validation.title') },
    <>
      <Head title={t('validation.title')} />
      <p>{t('validation.lead')}</p>
      {all.length === 0 ? (
        <EmptyState icon="list-checks" sentence={t('validation.no_organ')} />
      ) : (
        <Card flush>
          <List
            label={t('validation.title')}
            items={all.map((one) => {
              const scheme = schemes.get(one.id)
              return {
                title: one.name,
                href: `/validation/${one.id}`,
                why: scheme && <Said scheme={scheme} />,
              }
            })}
          />
        </Card>
      )}
    </>,
  )
})

const Sent = z.record(z.string(), z.unknown())

/** What the form of an organ holds as it was sent. */
const typedIn = (sent: Readonly<Record<string, unknown>>) => ({
  rows: sentRows(sent),
  shortcuts: [sent['shortcuts']].flat().includes('on'),
})
type Typed = ReturnType<typeof typedIn>

const schemeIn = ({ rows, shortcuts }: Typed): Scheme => ({
  levels: levelsOf(levelsIn(rows)),
  shortcuts,
})

pages.get('/:id', reads, async (c) => {
  const body = await organ(c.req.param('id') ?? '')
  return show(c, body)
})

interface Shown {
  typed?: Typed
  attempt?: Attempt
  /** What would become of points, where it was asked. */
  shifts?: readonly Shift[]
  /** It was not saved, because nobody had seen that. */
  unseen?: boolean
}

async function show(c: Call, body: Organ, { typed, attempt, shifts, unseen }: Shown = {}) {
  const path = `/validation/${body.id}`
  const scheme = await schemeOf(body.id)
  const { rows, shortcuts } = typed ?? { rows: rowsIn(scheme.levels), shortcuts: scheme.shortcuts }
  return page(
    c,
    { title: body.name, status: attempt || unseen ? 422 : 200 },
    <>
      <Head reference={t('validation.title')} title={body.name} />
      <Stack>
        {shifts && <Shifts shifts={shifts} unseen={unseen === true} />}
        <Card title={t('validation.levels')}>
          {may(keeps) ? (
            <Form
              action={path}
              again={`${path}/preview`}
              errors={attempt?.errors ?? {}}
              fields={shifts ? { saw: editionOf(shifts) } : {}}
            >
              <EditionField of={scheme} attempt={attempt}>
                <Said scheme={scheme} />
              </EditionField>
              {await levelsField().input(
                'levels',
                rows.map((row) => ({ ...row })),
                {
                  required: false,
                },
              )}
              <Checkbox
                name="shortcuts"
                label={t('validation.shortcuts')}
                help={t('validation.shortcuts_help')}
                checked={shortcuts}
              />
              <FormActions>
                <Button tone="primary" icon="save">
                  {t('validation.save')}
                </Button>
                <Button icon="eye" formaction={`${path}/preview`}>
                  {t('validation.preview')}
                </Button>
              </FormActions>
            </Form>
          ) : (
            <p>
              <Said scheme={scheme} />
            </p>
          )}
        </Card>
        <Waiting body={body} scheme={scheme} />
      </Stack>
    </>,
  )
}

/** What becomes of the points that wait: how many go from which level to which. */
function Shifts({ shifts, unseen }: { shifts: readonly Shift[]; unseen: boolean }) {
  if (shifts.length === 0) return <Note>{t('validation.none_moves')}</Note>
  return (
    <div role={unseen ? 'alert' : undefined}>
      <Note tone="warn" title={t(unseen ? 'validation.unseen' : 'validation.moves')}>
        <ul>
          {shifts.map(({ from, to, count }) => (
            <li>
              {to
                ? t('validation.shift', { from, to, count })
                : t('validation.shift_validated', { from, count })}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}

/** Where the points of an organ wait now, and for whom. */
async function Waiting({ body, scheme }: { body: Organ; scheme: Scheme }) {
  const waiting = await waitingAt(body)
  const names = new Map(validators())
  const stuck = [...waiting.values()].reduce((sum, one) => sum + one.stuck, 0)
  if (scheme.levels.length === 0) return null
  return (
    <Card title={t('validation.waiting')}>
      <Stack>
        <Table
          caption={t('validation.waiting')}
          hideCaption
          rows={scheme.levels}
          columns={[
            {
              header: t('validation.level'),
              cell: ({ title }) => <span lang={itsLanguage()}>{title}</span>,
            },
            { header: t('validation.by'), cell: ({ by }) => names.get(by) ?? by },
            {
              header: t('validation.count'),
              cell: ({ id }) => waiting.get(id)?.count ?? 0,
            },
          ]}
        />
        {stuck > 0 && (
          <Note tone="warn" title={t('validation.stuck', { count: stuck })}>
            {may(keeps) && (
              <PostButton action={`/validation/${body.id}/stuck`} small>
                {t('validation.free')}
              </PostButton>
            )}
          </Note>
        )}
      </Stack>
    </Card>
  )
}

pages.post('/:id/preview', keeps, form(Sent, again), async (c, sent) => {
  const body = await organ(c.req.param('id') ?? '')
  const typed = typedIn(sent)
  // A row that is added or dropped is no question yet.
  if ('add' in sent || 'drop' in sent) return show(c, body, { typed })
  return show(c, body, { typed, shifts: await shiftsOf(body, schemeIn(typed)) })
})

pages.post('/:id', keeps, form(Sent, again), async (c, sent) => {
  const body = await lockedOrgan(c.req.param('id'))
  ensureEdition(await schemeOf(body.id), String(sent['edition'] ?? ''))
  const typed = typedIn(sent)
  const scheme = schemeIn(typed)
  const shifts = await shiftsOf(body, scheme)
  if (shifts.length > 0 && sent['saw'] !== editionOf(shifts))
    return show(c, body, { typed, shifts, unseen: true })
  await setScheme(body, scheme, true)
  return redirect(c, `/validation/${body.id}`, { key: 'validation.saved' })
})

async function again(c: Call, attempt: Attempt): Promise<Response> {
  const body = await organ(c.req.param('id') ?? '')
  return show(c, body, { typed: typedIn({ ...attempt.values }), attempt })
}

pages.post('/:id/stuck', keeps, async (c) => {
  const body = await lockedOrgan(c.req.param('id'))
  const count = await freeStuck(body)
  return redirect(c, `/validation/${body.id}`, { key: 'validation.freed', params: { count } })
})
