import { sql } from 'kysely'
import { may, permission } from '#kernel/access'
import { formatDate, t } from '#kernel/i18n'
import { TradeTabs } from '#kernel/pages'
import { ButtonLink } from '#kernel/ui'
import { organs } from '#commons/organs'
import { listRoute, simply, text } from '#commons/records'
import { deliberationTabs } from '#modules/deliberations'
import { extracts, extractWorkflow } from '../extract.ts'
import { pages } from './routes.ts'

const path = '/deliberations/extracts'
const delegates = permission('extracts.delegate')
const asItIs = simply((name: string | null) => name)

/** What the list of extracts tells of each. */
const listed = {
  title: text(500, { label: 'extracts.what' }),
  organ: {
    label: 'deliberations.item.organ',
    column: sql`(select g.name from commons.organ g where (g.tenant_id, g.id) = (o.tenant_id, o.organ_id))`,
    chosenBy: sql`o.organ_id`,
    shown: asItIs,
    plain: asItIs,
    choices: async () => (await organs()).map(({ id, name }) => [id, name] as const),
    narrow: 'choices',
  },
  recipient: { label: 'extracts.recipient', shown: asItIs, plain: asItIs, narrow: 'words' },
  issued_on: {
    label: 'extracts.issued_on',
    shown: simply((day: Temporal.PlainDate | null) => day && formatDate(day, 'short')),
    plain: simply((day: Temporal.PlainDate | null) => day),
    narrow: 'dates',
  },
  issued_by: { label: 'extracts.issued_by', shown: asItIs, plain: asItIs, narrow: 'words' },
} as const

listRoute(
  pages,
  '/extracts',
  { reads: permission('extracts.read') },
  {
    ...{ kind: extracts, fields: listed, flow: extractWorkflow, path },
    list: 'extracts.extracts',
    columns: ['reference', 'organ', 'recipient', 'issued_on', 'issued_by'],
    sort: '-created_at',
    filters: [],
    views: [{ label: 'extracts.all', query: '' }],
    actions: () =>
      may(delegates) && (
        <ButtonLink href="/deliberations/signatories">{t('extracts.signatories')}</ButtonLink>
      ),
    words: {
      title: 'deliberations.title',
      list: 'extracts.list',
      count: 'extracts.count',
      none: 'extracts.none',
    },
    tabs: () => <TradeTabs of={deliberationTabs} current={path} />,
  },
)
