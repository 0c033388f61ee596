import { t } from '#kernel/i18n'
import { EmptyState, Gantt, type GanttRow } from '#kernel/ui'
import { today } from '#commons/clock'
import { elementPath, inOrder, linkOf, type PlanNode } from '#modules/strategy'
import { planView } from './plan-view.tsx'
import { pages } from './routes.ts'

planView(pages, 'gantt', ['volet', 'service'], ({ tree, nodes, query: { volet } }) => {
  const asked = new Set(nodes)
  const leadsTo = (node: PlanNode): boolean => asked.has(node) || node.children.some(leadsTo)
  const roots = tree.roots.filter(({ id }) => id === volet)
  const rows = inOrder(volet ? { ...tree, roots, nodes: [] } : tree)
    .filter(({ node }) => node.level !== 'task' && leadsTo(node))
    .map(({ node, depth }) => rowOf(node, depth))
  const { starts_on: from, ends_on: to } = tree.plan
  const empty = <EmptyState icon="search" sentence={t('strategy.none_shown')} />
  const label = t('accountability.tab.gantt')
  return {
    count: nodes.length,
    body: <Gantt {...{ label, from, to, rows, empty }} today={today()} />,
  }
})

function rowOf(node: PlanNode, level: number): GanttRow {
  const { id, deadline, late } = node
  const own = beginOf(node)
  const [start = null] = own ? [own] : beginsBelow(node).toSorted(Temporal.PlainDate.compare)
  const problems = node.problems.filter((problem) => problem !== 'no_deadline' || !deadline)
  const usual = node.done === 100 ? 'good' : 'info'
  const notes = problems.map((problem) => t(`accountability.gantt.${problem}`))
  if (late) notes.unshift(t('strategy.date.late'))
  return {
    id,
    level,
    start,
    label: linkOf(node).label,
    href: elementPath(node),
    end: deadline?.date ?? null,
    inherited: start !== own || deadline?.inherited,
    progress: node.done,
    tone: late ? 'bad' : problems.length > 0 ? 'warn' : usual,
    note: notes.join(', '),
  }
}

const beginOf = ({ planned_begin, effective_begin }: PlanNode) => planned_begin ?? effective_begin

/** When what is below begins. */
const beginsBelow = ({ children }: PlanNode): Temporal.PlainDate[] =>
  children.flatMap((child) => [...[beginOf(child) ?? []].flat(), ...beginsBelow(child)])
