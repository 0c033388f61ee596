import { sql } from 'kysely'
import { permission } from '#kernel/access'
import { formatDateTime, t } from '#kernel/i18n'
import { ButtonLink } from '#kernel/ui'
import { organs } from '#commons/organs'
import { listRoute, simply, text } from '#commons/records'
import { incomingMeetings, meetingWorkflow } from '../meeting.ts'
import { pages } from './routes.ts'

const asItIs = simply((said: string | null) => said)
const counted = simply((count: number | null) => count && String(count))
const moment = simply((at: Temporal.Instant | null) => at && formatDateTime(at, 'short'))

/** What the list of meetings tells of each. */
const listed = {
  title: text(300, { label: 'incoming.list.meeting' }),
  organ: {
    label: 'incoming.list.organ',
    column: sql`(select g.name from commons.organ g where (g.tenant_id, g.id) = (o.tenant_id, o.organ_id))`,
    chosenBy: sql`o.organ_id`,
    shown: asItIs,
    plain: asItIs,
    choices: async () => (await organs()).map(({ id, name }) => [id, name] as const),
    narrow: 'choices',
  },
  source: {
    label: 'incoming.source.name',
    column: sql`(select s.title from commons.dossier s where (s.tenant_id, s.id) = (o.tenant_id, o.source_id))`,
    shown: asItIs,
    plain: asItIs,
  },
  starts_at: { label: 'incoming.list.day', shown: moment, plain: moment },
  points: {
    label: 'incoming.list.points',
    column: sql`(select count(*)::int from incoming.point p where (p.tenant_id, p.meeting_id) = (o.tenant_id, o.id) and p.gone_at is null)`,
    shown: counted,
    plain: counted,
  },
  hidden: {
    label: 'incoming.list.hidden',
    column: sql`(select count(*)::int from incoming.point p where (p.tenant_id, p.meeting_id) = (o.tenant_id, o.id) and p.gone_at is null
      and not exists (select from commons.publication c where (c.tenant_id, c.subject_id) = (p.tenant_id, p.id) and c.withdrawn_at is null))`,
    shown: counted,
    plain: counted,
  },
} as const

listRoute(
  pages,
  '/meetings',
  { reads: permission('incoming.read') },
  {
    ...{
      kind: incomingMeetings,
      fields: listed,
      flow: meetingWorkflow,
      path: '/incoming/meetings',
    },
    list: 'incoming.meetings',
    columns: ['organ', 'starts_at', 'points', 'hidden', 'source'],
    sort: '-starts_at',
    filters: [],
    views: [{ label: 'incoming.list.all', query: '' }],
    actions: () => <ButtonLink href="/incoming/sources">{t('incoming.source.list')}</ButtonLink>,
    words: {
      title: 'incoming.title',
      list: 'incoming.list',
      count: 'incoming.list.count',
      none: 'incoming.list.none',
    },
  },
)
