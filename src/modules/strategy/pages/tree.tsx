import { z } from 'zod'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form } from '#kernel/http'
import { page } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  EmptyState,
  type TreeNode,
  type Column,
  Row,
  TreeTable,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { coordinates, elementPath, mayEdit } from '../element.ts'
import type { Level } from '../level.ts'
import { planPath, plans } from '../plan.ts'
import { euros } from '../spoken.ts'
import { sumOf } from '../totals.ts'
import { type PlanNode, type PlanTree, loadTree } from '../tree.ts'
import { ElementLink, elementColumns } from './columns.tsx'
import { HealthMark } from './marks.tsx'
import { PlanHead } from './plan-head.tsx'
import { pages } from './routes.ts'

const Query = z.object({ show: z.enum(['', 'tasks']).default('') })

pages.get('/plans/:id', permission('strategy.read'), form(Query), async (c, { show }) => {
  const plan = await load(c, plans)
  const tree = await loadTree(plan)
  const withTasks = show === 'tasks'
  return page(
    c,
    { title: plan.title, pageClass: 'wide' },
    <>
      <PlanHead plan={plan} current="" facts={<TreeFacts tree={tree} />} />
      <Row>
        <ButtonLink
          href={withTasks ? planPath(plan) : `${planPath(plan)}?show=tasks`}
          small
          icon="list-checks"
        >
          {t(withTasks ? 'strategy.tree.without_tasks' : 'strategy.tree.with_tasks')}
        </ButtonLink>
        {coordinates() &&
          tree.roots.map((volet) => (
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
          roots={tree.roots.map((root) => treeNode(root, withTasks))}
          tint={tintOf}
          empty={<EmptyState icon="list-tree" sentence={t('strategy.tree.empty')} />}
        />
      </Card>
    </>,
  )
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

function treeNode(node: PlanNode, withTasks: boolean): TreeNode<PlanNode> {
  const children = withTasks ? node.children : node.children.filter(({ level }) => level !== 'task')
  return { id: node.id, row: node, children: children.map((child) => treeNode(child, withTasks)) }
}

/** The internal volet has a colour of its own, as agents know it from their tables. */
const tintOf = ({ nature }: PlanNode) => (nature === 'internal' ? 'accent' : 'none')

function columns(): Column<PlanNode>[] {
  const { title, state, progress, deadline, managers, budget } = elementColumns()
  return [
    { ...title, cell: (node) => <TitleCell node={node} /> },
    { ...state, cell: (node) => node.level !== 'volet' && state.cell(node) },
    progress,
    deadline,
    { ...managers, cell: managers.value },
    budget,
  ]
}

function TitleCell({ node }: { node: PlanNode }) {
  return (
    <>
      <ElementLink node={node} />{' '}
      {node.health && node.health !== 'good' && <HealthMark health={node.health} />}
      {mayEdit(node) && node.children.length === 0 && node.level === 'operational' && (
        <small>
          {' '}
          <a href={`${elementPath(node)}/new?level=action`}>{t('strategy.tree.first_action')}</a>
        </small>
      )}
    </>
  )
}
