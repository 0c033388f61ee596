import { sql } from 'kysely'
import { permission } from '#kernel/access'
import { formatDate, t } from '#kernel/i18n'
import { TradeTabs } from '#kernel/pages'
import { organs } from '#commons/organs'
import { byState, listRoute, simply, text } from '#commons/records'
import { deliberationTabs } from '#modules/deliberations'
import { records } from '../record.ts'
import { recordWorkflow } from '../workflow.ts'
import { pages } from './routes.ts'

const path = '/deliberations/minutes'
const asItIs = simply((name: string | null) => name)
const onDay = simply((day: Temporal.PlainDate | null) => day && formatDate(day, 'short'))

/** What the list of minutes tells of each. */
const listed = {
  title: text(500, { label: 'minutes.record.what' }),
  organ: {
    label: 'deliberations.item.organ',
    column: sql`(select g.name from commons.organ g where (g.tenant_id, g.id) = (o.tenant_id, o.organ_id))`,
    chosenBy: sql`o.organ_id`,
    shown: asItIs,
    plain: asItIs,
    choices: async () => (await organs()).map(({ id, name }) => [id, name] as const),
    narrow: 'choices',
  },
  due_on: {
    label: 'minutes.record.due_on',
    shown: onDay,
    plain: simply((day: Temporal.PlainDate | null) => day),
    narrow: 'dates',
  },
  approved_on: {
    label: 'minutes.record.approved_on',
    shown: onDay,
    plain: simply((day: Temporal.PlainDate | null) => day),
    narrow: 'dates',
  },
  how: {
    label: 'minutes.record.how',
    shown: simply((how: string) => how && t(`minutes.how.${known(how)}`)),
    plain: simply((how: string) => how && t(`minutes.how.${known(how)}`)),
  },
} as const

const ways = ['silently', 'corrected', 'at_once', 'closing', 'elsewhere'] as const
const known = (how: string) => ways.find((one) => one === how) ?? 'silently'

listRoute(
  pages,
  '/minutes',
  { reads: permission('minutes.read') },
  {
    ...{ kind: records, fields: listed, flow: recordWorkflow, path },
    list: 'minutes.records',
    columns: ['organ', 'due_on', 'approved_on', 'how', 'state'],
    sort: '-created_at',
    filters: [byState(recordWorkflow)],
    views: [{ label: 'minutes.list.all', query: '' }],
    words: {
      title: 'deliberations.title',
      list: 'minutes.list',
      count: 'minutes.list.count',
      none: 'minutes.list.none',
    },
    tabs: () => <TradeTabs of={deliberationTabs} current={path} />,
  },
)
