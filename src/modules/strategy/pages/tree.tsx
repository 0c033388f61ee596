import { permission } from '#kernel/access'
import { t, euros } from '#kernel/i18n'
import type { Call } from '#kernel/http'
import { page } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  EmptyState,
  type TreeNode,
  type Column,
  Row,
  Stack,
  TreeTable,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { stepRoute } from '#commons/workflow'
import { elementPath, mayEdit } from '../element.ts'
import type { Level } from '../level.ts'
import { planPath, plans } from '../plan.ts'
import { steps } from '../step.ts'
import { shareOf, sumOf } from '../totals.ts'
import { type PlanNode, type PlanTree, loadTree } from '../tree.ts'
import { ElementLink, elementColumns } from './columns.tsx'
import { HealthMark } from './marks.tsx'
import { PlanHead } from './plan-head.tsx'
import { pages } from './routes.ts'

async function treePage(c: Call): Promise<Response> {
  const plan = await load(c, plans)
  const tree = await loadTree(plan)
  const withTasks = c.req.query('show') === 'tasks'
  return page(
    c,
    { title: plan.title, pageClass: 'wide' },
    <>
      <PlanHead plan={plan} current="" facts={<TreeFacts tree={tree} />} />
      <Stack>
        <Row>
          <ButtonLink
            href={withTasks ? planPath(plan) : `${planPath(plan)}?show=tasks`}
            small
            icon="list-checks"
          >
            {t(withTasks ? 'strategy.tree.without_tasks' : 'strategy.tree.with_tasks')}
          </ButtonLink>
          {tree.roots.filter(mayEdit).map((volet) => (
            <ButtonLink href={`${elementPath(volet)}/new?level=strategic`} small icon="plus">
              {t('strategy.tree.add_to', { title: volet.title })}
            </ButtonLink>
          ))}
        </Row>
        <Card flush>
          <TreeTable
            caption={t('strategy.tab.tree')}
            hideCaption
            columns={columns()}
            roots={linesOf(tree, withTasks)}
            tint={tintOf}
            empty={<EmptyState icon="list-tree" sentence={t('strategy.tree.empty')} />}
          />
        </Card>
      </Stack>
    </>,
  )
}

pages.get('/plans/:id', permission('strategy.read'), (c) => treePage(c))

stepRoute(pages, '/plans/:id', permission('strategy.plan.run'), steps['strategy.plan'], {
  again: treePage,
  away: '/strategy',
})

/** « 14 objectifs · 52 actions · 38 % · 1 250 000 € » */
function TreeFacts({ tree }: { tree: PlanTree }) {
  const count = (...wanted: Level[]) =>
    tree.nodes.filter((one) => wanted.includes(one.level)).length
  const total = tree.roots.reduce((sum, root) => sum + sumOf(root.total), 0)
  const facts = [
    t('strategy.plan.objectives', { count: count('strategic', 'operational') }),
    t('strategy.plan.actions', { count: count('action', 'sub_action') }),
    euros(total),
  ]
  return <>{facts.join(' · ')}</>
}

/** A line of the tree: an element at one of its places, with what counts there. */
interface Line {
  node: PlanNode
  cents: number | null
}

/** Actions of a plan larger than this stand folded below their objective. */
const manyNodes = 300

/** The lines of a plan. A mirrored element is a line in each of its places, so the id is the line's. */
function linesOf({ roots, nodes }: PlanTree, withTasks: boolean): TreeNode<Line>[] {
  let lines = 0
  const line = (node: PlanNode, parent?: PlanNode): TreeNode<Line> => ({
    id: String((lines += 1)),
    row: { node, cents: centsAt(node, parent) },
    open: node.level !== 'operational' || nodes.length <= manyNodes,
    children: node.children
      .filter(({ level }) => withTasks || level !== 'task')
      .map((child) => line(child, node)),
  })
  return roots.map((root) => line(root))
}

/**
 * What an element counts in one of its places, in cents: its share of a budget that it has; all of
 * it where it stands in the place of a parent that the one who looks may not read.
 */
function centsAt(node: PlanNode, parent?: PlanNode): number | null {
  if (node.total.size === 0) return null
  const there = parent && node.places.some(({ parent_id }) => parent_id === parent.id)
  return sumOf(there ? shareOf(node, node.total, parent.id) : node.total)
}

/** The internal volet has a colour of its own, as agents know it from their tables. */
const tintOf = ({ node }: Line) => (node.nature === 'internal' ? 'accent' : 'none')

function columns(): Column<Line>[] {
  const { title, state, progress, deadline, managers, budget } = elementColumns()
  return [
    { ...title, cell: ({ node }) => <TitleCell node={node} /> },
    { ...state, cell: ({ node }) => node.level !== 'volet' && state.cell(node) },
    { ...progress, cell: ({ node }) => progress.cell(node) },
    { ...deadline, cell: ({ node }) => deadline.cell(node) },
    { ...managers, cell: ({ node }) => managers.value(node) },
    { ...budget, cell: ({ cents }) => (cents === null ? '' : euros(cents)) },
  ]
}

function TitleCell({ node }: { node: PlanNode }) {
  return (
    <>
      <ElementLink node={node} />{' '}
      {node.health && node.health !== 'good' && <HealthMark health={node.health} />}
      {mayEdit(node) && node.children.length === 0 && node.level === 'operational' && (
        <ButtonLink href={`${elementPath(node)}/new?level=action`} small icon="plus">
          {t('strategy.tree.first_action')}
        </ButtonLink>
      )}
    </>
  )
}
