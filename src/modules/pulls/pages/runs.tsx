import { type Call } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { reasonInWords } from '#kernel/jobs'
import { page } from '#kernel/pages'
import { Badge, ButtonLink, Card, Facts, Head, List, Note, Row, Stack, type Tone } from '#kernel/ui'
import type { Source } from '#modules/incoming'
import { meetingPath, meetingsPath, runPath, settingPath } from '../paths.ts'
import { type Run, findRun, runsOf } from '../run.ts'
import { keeps, sourceOf } from '../setting.ts'
import type { Done } from '../tables.ts'
import { pages, sourceId } from './routes.ts'
import { Crumbs } from './shown.tsx'
import { NotFound } from '#kernel/errors'

const tones: Record<Run['state'], Tone> = { asked: 'info', done: 'good', failed: 'bad' }

const StateBadge = ({ of: { state } }: { of: Run }) => (
  <Badge tone={tones[state]}>{t(`pulls.run.${state}`)}</Badge>
)

/** In one sentence: « 4 points ajoutés, 1 modifié, aucun disparu. » */
const doneInWords = ({ created, modified, removed, unchanged }: Done) =>
  t('pulls.run.counts', { created, modified, removed, unchanged })

/** What was fetched last. */
export async function LatestRuns({ source }: { source: Source }) {
  const runs = await runsOf(source.id)
  if (runs.length === 0) return null
  return (
    <Card title={t('pulls.runs')} flush>
      <List
        label={t('pulls.runs')}
        items={runs.map((one) => ({
          title: one.title,
          href: runPath(source.id, one.id),
          why: one.failure ? reasonInWords(one.failure) : one.done ? doneInWords(one.done) : '',
          due: <StateBadge of={one} />,
          rule: formatDateTime(one.asked_at, 'short'),
        }))}
      />
    </Card>
  )
}

pages.get('/:source/runs/:run', keeps, async (c: Call) => {
  const source = await sourceOf(sourceId(c))
  const run = await findRun(c.req.param('run') ?? '')
  if (run?.source_id !== source.id) throw new NotFound()
  return page(
    c,
    { title: run.title, pending: run.state === 'asked' },
    <>
      <Crumbs source={source} last={[{ label: run.title }]} />
      <Head
        reference={source.title}
        title={run.title}
        state={<StateBadge of={run} />}
        facts={formatDateTime(run.asked_at)}
      />
      <Stack>
        {run.state === 'asked' && (
          <Note title={t('pulls.run.under_way')}>{t('pulls.run.may_leave')}</Note>
        )}
        {run.failure && <Failed run={run} why={reasonInWords(run.failure)} />}
        {run.done && <Ended run={run} done={run.done} />}
        <p>
          <ButtonLink href={settingPath(source.id)} icon="arrow-left">
            {t('pulls.title')}
          </ButtonLink>
        </p>
      </Stack>
    </>,
  )
})

const Failed = ({ run, why }: { run: Run; why: string }) => (
  <div role="alert">
    <Note tone="bad" title={t('pulls.run.nothing_taken')}>
      <p>{why}</p>
      <Row>
        <ButtonLink href={meetingPath(run.source_id, run.meeting_uid)} icon="refresh-cw">
          {t('pulls.run.look_again')}
        </ButtonLink>
      </Row>
    </Note>
  </div>
)

const Ended = ({ run, done }: { run: Run; done: Done }) => (
  <Card title={t('pulls.run.done_title')}>
    <Stack>
      <Facts
        facts={(['created', 'modified', 'removed', 'unchanged', 'older'] as const).flatMap((name) =>
          name === 'older' && done.older === 0
            ? []
            : [{ label: t(`pulls.run.${name}`), value: String(done[name]) }],
        )}
      />
      <p>{t('pulls.run.drafts')}</p>
      <Row>
        {run.meeting_id && (
          <ButtonLink
            href={`/incoming/meetings/${run.meeting_id}`}
            tone="primary"
            icon="arrow-right"
          >
            {t('pulls.run.see_meeting')}
          </ButtonLink>
        )}
        <ButtonLink href={meetingsPath(run.source_id)}>{t('pulls.meetings')}</ButtonLink>
      </Row>
    </Stack>
  </Card>
)
