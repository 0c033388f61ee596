import { permission } from '#kernel/access'
import { NotFound } from '#kernel/errors'
import { t, euros, percent } from '#kernel/i18n'
import type { Call } from '#kernel/http'
import { keptFor, page } from '#kernel/pages'
import {
  ButtonLink,
  Card,
  EmptyState,
  filterAddress,
  type TreeNode,
  type Column,
  Row,
  Stack,
  TreeTable,
} from '#kernel/ui'
import { today } from '#commons/clock'
import { load } from '#commons/dossiers'
import { stepRoute } from '#commons/workflow'
import { sumOf } from '#commons/budgets'
import { treeEdition } from '../tree-edition.ts'
import { elementPath, mayEdit } from '../element.ts'
import { type Level, levels } from '../level.ts'
import { type Plan, planPath, plans } from '../plan.ts'
import { steps } from '../step.ts'
import { shareOf } from '../totals.ts'
import { type PlanNode, type PlanTree, loadTree } from '../tree.ts'
import { ElementLink, elementColumns } from './columns.tsx'
import { HealthMark } from './marks.tsx'
import { PlanHead } from './plan-head.tsx'
import { pages } from './routes.ts'

async function treePage(c: Call): Promise<Response> {
  const plan = await load(c, plans)
  const shown = shownOf(c)
  const { withTasks } = shown
  const said = ['strategy.tree', plan.id, await treeEdition(plan), String(today()), shown]
  const { facts, top, adds, piece } = await keptFor(said, () => pieceOf(plan, shown))
  return page(
    c,
    { title: plan.title, pageClass: 'wide' },
    <>
      <PlanHead plan={plan} current="" facts={facts} />
      <Stack>
        <Row>
          <ButtonLink
            href={addressOf(plan, { ...shown, withTasks: !withTasks })}
            small
            icon="list-checks"
          >
            {t(withTasks ? 'strategy.tree.without_tasks' : 'strategy.tree.with_tasks')}
          </ButtonLink>
          {top && (
            <ButtonLink href={addressOf(plan, { withTasks })} small icon="list-tree">
              {t('strategy.tree.all')}
            </ButtonLink>
          )}
          {adds.map(({ title, href }) => (
            <ButtonLink href={`${href}/new?level=strategic`} small icon="plus">
              {t('strategy.tree.add_to', { title })}
            </ButtonLink>
          ))}
        </Row>
        <Card flush>{piece}</Card>
      </Stack>
    </>,
  )
}

/** What is told of a tree, read and computed anew. */
async function pieceOf(plan: Plan, shown: ShownPart) {
  const tree = await loadTree(plan, { brief: true })
  const { withTasks, branch } = shown
  const top = branch === undefined ? undefined : tree.byId.get(branch)
  if (branch !== undefined && !top) throw new NotFound()
  const folds = !top && !shown.whole && tree.nodes.length > manyNodes
  return {
    facts: factsOf(tree),
    top: top !== undefined,
    adds: tree.roots
      .filter(mayEdit)
      .map((volet) => ({ title: volet.title, href: elementPath(volet) })),
    piece: (
      <TreeTable
        caption={t('strategy.tab.tree')}
        hideCaption
        columns={columns()}
        roots={linesOf(tree, { ...shown, folds, top })}
        id={top && `tree-${shown.at}`}
        from={top && levels.indexOf(top.level) + 1}
        whole={folds ? addressOf(plan, { withTasks, whole: true }) : undefined}
        tint={tintOf}
        empty={<EmptyState icon="list-tree" sentence={t('strategy.tree.empty')} />}
      />
    ),
  }
}

pages.get('/plans/:id', permission('strategy.read'), (c) => treePage(c))

stepRoute(pages, '/plans/:id', permission('strategy.plan.run'), steps['strategy.plan'], {
  again: treePage,
  away: '/strategy',
})

/** « 14 objectifs · 52 actions · 38 % · 1 250 000 € » */
function factsOf(tree: PlanTree): string {
  const count = (...wanted: Level[]) =>
    tree.nodes.filter((one) => wanted.includes(one.level)).length
  const total = tree.roots.reduce((sum, root) => sum + sumOf(root.total), 0)
  const facts = [
    t('strategy.plan.objectives', { count: count('strategic', 'operational') }),
    t('strategy.plan.actions', { count: count('action', 'sub_action') }),
    euros(total),
  ]
  return facts.join(' · ')
}

/** A line of the tree: an element at one of its places, with what counts there. */
interface Line {
  node: PlanNode
  cents: number | null
}

/** Actions of a plan larger than this stand folded below their objective, and are sent when it is opened. */
const manyNodes = 150

/** What of a plan is shown: all that stands below one element, which is at this line of the whole; nothing left out. */
interface ShownPart {
  withTasks: boolean
  branch?: string | undefined
  at?: string | undefined
  whole?: boolean | undefined
}

function shownOf({ req }: Call): ShownPart {
  return {
    withTasks: req.query('show') === 'tasks',
    branch: req.query('branch'),
    at: /^\d{1,6}$/.exec(req.query('at') ?? '')?.[0] ?? '0',
    whole: req.query('all') !== undefined,
  }
}

function addressOf(plan: Plan, { withTasks, branch, at, whole }: ShownPart): string {
  const query = {
    show: withTasks ? 'tasks' : '',
    ...(branch && { branch, at: at ?? '' }),
    all: whole ? '1' : '',
  }
  return filterAddress(planPath(plan), query).replace(/\?$/, '')
}

/** The lines of a plan. A mirrored element is a line in each of its places, so the id is the line's. */
function linesOf(
  { plan, roots }: PlanTree,
  { withTasks, folds, top }: ShownPart & { folds: boolean; top: PlanNode | undefined },
): TreeNode<Line>[] {
  let lines = 0
  const line = (node: PlanNode, parent?: PlanNode): TreeNode<Line> => {
    const id = String((lines += 1))
    const below = node.children.filter(({ level }) => withTasks || level !== 'task')
    const row = { node, cents: centsAt(node, parent) }
    return folds && node.level === 'operational' && below.length > 0
      ? { id, row, children: [], below: addressOf(plan, { withTasks, branch: node.id, at: id }) }
      : { id, row, children: below.map((child) => line(child, node)) }
  }
  return (top ? [top] : roots).map((root) => line(root))
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
    { ...budget, cell: amountOf },
  ]
}

/** An amount; where it is a part of the budget that the element’s own page tells, which part. */
function amountOf({ node, cents }: Line): string {
  const whole = sumOf(node.total)
  if (cents === null || cents === whole) return cents === null ? '' : euros(cents)
  const share = percent(Math.round((100 * cents) / whole))
  return t('strategy.tree.share', { amount: euros(cents), share })
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
