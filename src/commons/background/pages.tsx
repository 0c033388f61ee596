import { permission } from '#kernel/access'
import { PageRoutes } from '#kernel/http'
import { formatDateTime, t } from '#kernel/i18n'
import { type FailedJob, reasonInWords, taskTitle, type WaitingJob } from '#kernel/jobs'
import { page, redirect } from '#kernel/pages'
import {
  Badge,
  Card,
  EmptyState,
  Head,
  List,
  type ListItem,
  PostButton,
  Row,
  Stack,
} from '#kernel/ui'
import { pathOf } from '#commons/dossiers'
import {
  again,
  failures,
  type HeadOfDossier,
  headsOf,
  leave,
  looksAfterAll,
  now,
  waitingWork,
} from './failures.ts'

const path = '/background'

/** What is done in the background, what waits, and what failed. */
export const pages = new PageRoutes(path)
const reads = permission('background.read')

pages.get('/', reads, async (c) => {
  const title = t('background.title')
  const failed = await failures()
  const heads = await headsOf(failed.flatMap(({ dossier_ids }) => dossier_ids))
  const waiting = await waitingWork()
  const putOff = waiting.filter(({ failures: times, begun_at }) => times > 0 && !begun_at)
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        facts={t(looksAfterAll() ? 'background.lead_all' : 'background.lead_mine')}
        actions={
          looksAfterAll() &&
          putOff.length > 0 && (
            <PostButton action={`${path}/haste`} icon="play">
              {t('background.haste')}
            </PostButton>
          )
        }
      />
      <Stack>
        <Card title={t('background.failed')} flush>
          {failed.length === 0 ? (
            <EmptyState icon="check" sentence={t('background.none_failed')} />
          ) : (
            <List
              label={t('background.failed')}
              items={failed.map((one) => failedItem(one, heads))}
            />
          )}
        </Card>
        <Card title={t('background.waiting')} flush>
          {waiting.length === 0 ? (
            <EmptyState icon="check" sentence={t('background.none_waiting')} />
          ) : (
            <List label={t('background.waiting')} items={waiting.map(waitingItem)} />
          )}
        </Card>
      </Stack>
    </>,
  )
})

function failedItem(one: FailedJob, heads: ReadonlyMap<string, HeadOfDossier>): ListItem {
  const { id, task, sender, reason, failed_at, dossier_ids } = one
  const [of] = dossier_ids.flatMap((dossier) => heads.get(dossier) ?? [])
  const what = taskTitle(task)
  const at = (verb: string) => `${path}/${id}/${verb}`
  return {
    title: of ? `${what} · ${[of.reference, of.title].filter(Boolean).join(' ')}` : what,
    href: of && pathOf(of.kind, of.id),
    why: reasonInWords(reason),
    due: <time datetime={failed_at.toString()}>{formatDateTime(failed_at, 'short')}</time>,
    rule: t('background.sent_by', { name: sender }),
    act: (
      <Row>
        <PostButton action={at('again')} icon="refresh-cw" small>
          {t('background.again')}
        </PostButton>
        <PostButton action={at('removal')} small tone="quiet" confirm={t('background.leave_sure')}>
          {t('background.leave')}
        </PostButton>
      </Row>
    ),
  }
}

const waitingItem = (one: WaitingJob): ListItem => ({
  title: taskTitle(one.task),
  why: one.failures > 0 ? t('background.tried', { count: one.failures }) : undefined,
  due: one.begun_at ? (
    <Badge tone="good">{t('background.begun')}</Badge>
  ) : (
    <time datetime={one.run_at.toString()}>
      {t('background.next', { when: formatDateTime(one.run_at, 'short') })}
    </time>
  ),
  rule: t('background.sent_by', { name: one.sender }),
})

pages.post('/haste', reads, async (c) => {
  const count = await now()
  return redirect(c, path, { key: 'background.hastened', params: { count } })
})

pages.post('/:id/again', reads, async (c) => {
  await again(c.req.param('id') ?? '')
  return redirect(c, path, { key: 'background.sent_again' })
})

pages.post('/:id/removal', reads, async (c) => {
  await leave(c.req.param('id') ?? '')
  return redirect(c, path, { key: 'background.left' })
})
