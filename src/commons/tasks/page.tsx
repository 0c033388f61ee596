import { permission } from '#kernel/access'
import { formatDate, isMessage, t, timeZone } from '#kernel/i18n'
import { PageRoutes } from '#kernel/http'
import { page } from '#kernel/pages'
import { Card, EmptyState, Head, List, type ListItem, Stack } from '#kernel/ui'
import { DueBadge } from '#commons/clock'
import { pathOf } from '#commons/dossiers'
import { nextVerb, stateName, verbName } from '#commons/workflow'
import { type Waiting, inbox } from './inbox.ts'

/** The one inbox over all trades: what waits for me, why, until when. */
export const pages = new PageRoutes('/inbox')

pages.get('/', permission('tasks.inbox'), async (c) => {
  const waiting = await inbox()
  const due = waiting.filter((one) => one.due_on)
  const others = waiting.filter((one) => !one.due_on)
  return page(
    c,
    { title: t('tasks.title') },
    <>
      <Head title={t('tasks.title')} facts={t('tasks.lead', { count: waiting.length })} />
      {waiting.length === 0 && <EmptyState icon="inbox" sentence={t('tasks.empty')} />}
      <Stack>
        {due.length > 0 && (
          <Card title={t('tasks.due_card')} flush>
            <List items={due.map(item)} label={t('tasks.due_card')} />
          </Card>
        )}
        {others.length > 0 && (
          <Card title={due.length > 0 ? t('tasks.other_card') : undefined} flush>
            <List items={others.map(item)} label={t('tasks.title')} />
          </Card>
        )}
      </Stack>
    </>,
  )
})

function item(one: Waiting): ListItem {
  const kind = `${one.kind}.name`
  const verb = nextVerb(one.kind, one.state)
  const why = [
    isMessage(kind) ? t(kind) : '',
    one.service_name,
    verb ? t('tasks.next', { verb: verbName(one.kind, verb) }) : stateName(one.kind, one.state),
  ]
  return {
    title: one.title,
    href: pathOf(one.kind, one.id),
    why: why.filter(Boolean).join(' · '),
    due: one.due_on ? <DueBadge date={one.due_on} /> : since(one.changed_at),
  }
}

const since = (at: Temporal.Instant) =>
  t('tasks.since', { date: formatDate(at.toZonedDateTimeISO(timeZone).toPlainDate(), 'short') })
