import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { adding, type Attempt, type Call, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  type Column,
  Form,
  FormActions,
  FormSection,
  TreeTable,
  useField,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { FormParts, labelsOf } from '#commons/records'
import { StateBadge } from '#commons/workflow'
import {
  type Plan,
  type PlanNode,
  PlanHead,
  inOrder,
  levelRules,
  loadTree,
  planFields,
  planParts,
  planPath,
  plans,
  workflowOf,
} from '#modules/strategy'
import { carryOver, unfinished } from '../carry-over.ts'
import { CarriedOver } from '../schema.ts'
import { nested } from '../nested.ts'
import { pages } from './routes.ts'

const runs = permission('accountability.run')

pages.get('/plans/:id/carry-over', runs, (c) => carryOverPage(c))

pages.post(
  '/plans/:id/carry-over',
  runs,
  adding(form(CarriedOver, carryOverPage)),
  async (c, sent) => {
    const { chosen = [], ...written } = sent
    const next = await carryOver(await loadTree(await load(c, plans)), written, chosen)
    return redirect(c, planPath(next), { key: 'accountability.carry.done' })
  },
)

/** The plan of the next legislature, and what of this one goes on in it. */
async function carryOverPage(c: Call, attempt?: Attempt): Promise<Response> {
  const plan = await load(c, plans)
  const all = inOrder(await loadTree(plan)).filter(({ node }) => node.level !== 'task')
  return page(
    c,
    { title: t('accountability.carry.open'), status: attempt ? 422 : 200 },
    <>
      <PlanHead plan={plan} current="versions" />
      <Form
        action={`${planPath(plan)}/carry-over`}
        errors={attempt?.errors ?? {}}
        values={typed(attempt)}
        labels={labelsOf(planFields)}
      >
        <FormParts
          fields={planFields}
          parts={planParts}
          values={following(plan)}
          asking={{ typed: attempt?.values }}
        />
        <FormSection title={t('accountability.carry.what')} help={t('accountability.carry.help')}>
          <TreeTable
            caption={t('accountability.carry.what')}
            hideCaption
            columns={columns()}
            roots={nested(all.map(({ node, depth }) => ({ id: node.id, depth, row: node })))}
          />
        </FormSection>
        <FormActions>
          <Button tone="primary">{t('accountability.carry.open')}</Button>
        </FormActions>
      </Form>
    </>,
  )
}

/** The legislature after that of a plan, as long as it. */
function following({ starts_on, ends_on, first_year, last_year, body, nis }: Plan): Partial<Plan> {
  const years = last_year - first_year + 1
  const from = first_year + years
  const to = last_year + years
  const begin = ends_on.add({ days: 1 })
  return {
    title: t('strategy.plan.named', { from, to }),
    starts_on: begin,
    ends_on: begin.add(starts_on.until(ends_on, { largestUnit: 'years' })),
    first_year: from,
    last_year: to,
    body,
    nis,
  }
}

/** Whether an element goes on: what is not finished does, unless one said otherwise. */
function Chosen({ node }: { node: PlanNode }) {
  const { ticked } = useField({ name: 'chosen', label: node.title })
  const goesOn = ticked(unfinished(node) ? [node.id] : []).includes(node.id)
  return <input type="checkbox" name="chosen" value={node.id} checked={goesOn} />
}

const columns = (): Column<PlanNode>[] => [
  {
    header: t('strategy.element.title'),
    main: true,
    cell: (node) => (
      <label>
        {node.level !== 'volet' && <Chosen node={node} />}{' '}
        {node.reference && <span class="muted">{node.reference} </span>}
        {node.title}
      </label>
    ),
  },
  {
    header: t('strategy.element.state'),
    cell: ({ level, state }) =>
      level !== 'volet' && <StateBadge flow={workflowOf[levelRules[level].kind]} state={state} />,
  },
]
