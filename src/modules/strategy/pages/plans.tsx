import { sql } from 'kysely'
import { permission } from '#kernel/access'
import { today } from '#commons/clock'
import { integer } from '#kernel/http'
import { t } from '#kernel/i18n'
import { byField, byState, formRoutes, listRoute, simply } from '#commons/records'
import { type Plan, plans, rewritePlan, termOf } from '../plan.ts'
import { planFields, planParts } from '../plan-fields.ts'
import { startPlan, voletNames } from '../structure.ts'
import { planWorkflow } from '../workflow.ts'
import { planListActions } from './cards.ts'
import { pages } from './routes.ts'

const runs = permission('strategy.plan.run')

/** How many objectives and actions a plan has. */
const elements = {
  label: 'strategy.plan.holds',
  column: sql`(select count(*)::int from strategy.element e where e.tenant_id = o.tenant_id
    and e.plan_id = o.id and e.level not in ('volet', 'task'))`,
  shown: simply(String),
  plain: simply(Number),
  schema: integer(0, 100_000),
  narrow: 'numbers',
  filled: true,
} as const

listRoute(
  pages,
  '/',
  { reads: permission('strategy.read'), writes: runs },
  {
    kind: plans,
    fields: { ...planFields, elements },
    flow: planWorkflow,
    list: 'strategy.plans',
    path: '/strategy',
    newAt: '/strategy/plans/new',
    columns: ['body', 'starts_on', 'ends_on', 'elements', 'state'],
    sort: '-starts_on',
    filters: [byState(planWorkflow), byField(planFields, 'body', { any: 'strategy.body.any' })],
    views: [{ label: 'records.tab.all', query: '' }],
    actions: () => planListActions.all().map((action) => action()),
    words: {
      title: 'strategy.title',
      list: 'strategy.plan.list',
      count: 'strategy.plan.count',
      none: 'strategy.plan.none',
      write: 'strategy.plan.open',
    },
  },
)

formRoutes(
  pages,
  '/plans',
  {
    kind: plans,
    fields: planFields,
    parts: planParts,
    begins: nextTerm,
    mayEdit: () => true,
    write: (written) => startPlan(written, voletNames()),
    rewrite: rewritePlan,
  },
  {
    writes: runs,
    edits: runs,
    path: '/strategy/plans',
    words: {
      write: 'strategy.plan.open',
      edit: 'strategy.plan.edit',
      saved: 'strategy.plan.saved',
      not_editable: 'strategy.plan.archived',
    },
  },
)

/** The legislature under way: six years. */
function nextTerm(): Partial<Plan> {
  const first = 2024 + Math.floor((today().year - 2024) / 6) * 6
  const term = termOf(first + 1, first + 6)
  return {
    ...term,
    title: t('strategy.plan.named', { from: first + 1, to: first + 6 }),
    designated_on: term.starts_on,
    first_year: first + 1,
    last_year: first + 6,
  }
}
