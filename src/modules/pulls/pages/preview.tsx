import { asking, type Call, form } from '#kernel/http'
import { z } from 'zod'
import { formatDateTime, t } from '#kernel/i18n'
import { page, redirect } from '#kernel/pages'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  Form,
  FormActions,
  Head,
  Note,
  Stack,
  Table,
  type Tone,
} from '#kernel/ui'
import { compare, type Comparison } from '#modules/incoming'
import { gather, mappedTokens } from '../gather.ts'
import { meetingPath, meetingsPath, runPath, settingPath } from '../paths.ts'
import { pull } from '../pull.ts'
import type { Read } from '../read.ts'
import { Chosen } from '../schema.ts'
import { keeps, sourceOf } from '../setting.ts'
import { asked, type Came, pages, sourceId } from './routes.ts'
import { Crumbs, NoAnswer } from './shown.tsx'
import { Unmapped } from './unmapped.tsx'

const uidOf = (c: Call): string => c.req.param('uid') ?? ''

asking(pages, 'get', '/:source/meetings/:uid', keeps, form(z.object({})), async (c, _, step) => {
  const mapped = await step(async () => mappedTokens((await sourceOf(sourceId(c))).id))
  const came = await asked(c, step, (asker) => gather(asker, uidOf(c), mapped))
  return () => previewPage(c, came)
})

pages.post('/:source/meetings/:uid', keeps, form(Chosen), async (c, given) => {
  const source = await sourceOf(sourceId(c))
  const { title, all, points = [], force } = given
  if (!all && points.length === 0)
    return redirect(c, meetingPath(source.id, uidOf(c)), { key: 'pulls.none_chosen', tone: 'warn' })
  const run = await pull({
    ...{ source_id: source.id, meeting_uid: uidOf(c), title, force },
    only_points: all ? null : points,
  })
  return redirect(c, runPath(source.id, run), { key: 'pulls.run.begun' })
})

type Point = Comparison['points'][number]

const tones: Record<Point['what'], Tone> = {
  ...{ added: 'good', modified: 'warn', unchanged: 'neutral' },
  ...{ removed: 'bad', older: 'neutral' },
}

async function previewPage(c: Call, came: Came<Read>): Promise<Response> {
  const { source } = came
  const here = meetingPath(source.id, uidOf(c))
  const trail = [{ label: t('pulls.meetings'), href: meetingsPath(source.id) }]
  if ('failed' in came) {
    const title = t('pulls.preview')
    return page(
      c,
      { title, status: 409 },
      <>
        <Crumbs source={source} last={[...trail, { label: title }]} />
        <Head reference={source.title} title={title} />
        <NoAnswer why={came.failed} again={here} settings={settingPath(source.id)} />
      </>,
    )
  }
  const { meeting, leftOut } = came.found
  const { points, unmapped } = await compare(source.id, meeting)
  const count = (what: Point['what']) => points.filter((one) => one.what === what).length
  return page(
    c,
    { title: meeting.title, pageClass: 'wide' },
    <>
      <Crumbs source={source} last={[...trail, { label: meeting.title }]} />
      <Head
        reference={[source.title, formatDateTime(meeting.starts_at)].join(' · ')}
        title={meeting.title}
        facts={t('pulls.preview.counts', {
          ...{ added: count('added'), modified: count('modified') },
          ...{ unchanged: count('unchanged'), removed: count('removed') },
        })}
      />
      <Stack>
        <Unmapped source={source} of={unmapped} leftOut={leftOut} />
        {count('removed') > 0 && <Note tone="warn">{t('pulls.preview.removed_help')}</Note>}
        <Card flush>
          <Points points={points} numbers={numbersOf(came.found)} />
        </Card>
        <Card>
          <ChosenForm action={here} title={meeting.title} />
        </Card>
        <p>
          <ButtonLink href={meetingsPath(source.id)} icon="arrow-left">
            {t('pulls.meetings')}
          </ButtonLink>
        </p>
      </Stack>
    </>,
  )
}

const numbersOf = ({ meeting }: Read) =>
  new Map(meeting.points.map(({ id, number }) => [id, number]))

/** The form that the boxes of the table belong to. */
const formId = 'chosen'

const Points = ({
  points,
  numbers,
}: {
  points: readonly Point[]
  numbers: ReadonlyMap<string, string>
}) => (
  <Table
    caption={t('pulls.preview.points')}
    rows={points}
    select={{
      ...{ form: formId, name: 'points' },
      value: ({ id }) => id,
      label: ({ title }) => t('pulls.preview.choose', { title }),
    }}
    columns={[
      { header: t('pulls.preview.number'), cell: ({ id }) => numbers.get(id) ?? '' },
      { header: t('pulls.preview.point'), main: true, cell: ({ title }) => title },
      {
        header: t('pulls.preview.what'),
        cell: ({ what }) => <Badge tone={tones[what]}>{t(`pulls.what.${what}`)}</Badge>,
      },
      { header: t('pulls.preview.annexes'), cell: ({ annexes }) => <Annexes of={annexes} /> },
    ]}
  />
)

/** How many files would become what; which ones is opened. */
function Annexes({ of }: { of: Point['annexes'] }) {
  if (of.length === 0) return ''
  const alike = [...Map.groupBy(of, ({ what }) => what)]
  const summary = alike
    .map(([what, some]) => t(`pulls.annexes.${what}`, { count: some.length }))
    .join(', ')
  return (
    <details class="small">
      <summary>{summary}</summary>
      <ul>
        {of.map(({ title, what }) => (
          <li>
            {title} ({t(`pulls.what.${what}`)})
          </li>
        ))}
      </ul>
    </details>
  )
}

const ChosenForm = ({ action, title }: { action: string; title: string }) => (
  <Form action={action} id={formId} fields={{ title }} unkept>
    <Checkbox name="force" label={t('pulls.force')} help={t('pulls.force_help')} />
    <FormActions>
      <Button name="all" value="on" tone="primary" icon="download">
        {t('pulls.take_all')}
      </Button>
      <Button icon="download">{t('pulls.take_chosen')}</Button>
    </FormActions>
  </Form>
)
