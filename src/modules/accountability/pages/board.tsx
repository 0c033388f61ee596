import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'
import { Board, filterAddress, Meter } from '#kernel/ui'
import { StepMenu, stateName } from '#commons/workflow'
import {
  actionWorkflow,
  DeadlineOf,
  elementPath,
  elements,
  HealthMark,
  levelRules,
  mayEdit,
  namesOf,
  type PlanNode,
} from '#modules/strategy'
import { planView } from './plan-view.tsx'
import { pages } from './routes.ts'

planView(pages, 'board', ['view', 'volet', 'service'], ({ nodes, path, query }) => {
  const shown = nodes.filter(({ level }) => levelRules[level].kind === actionWorkflow.kind)
  return {
    count: shown.length,
    body: <ActionBoard nodes={shown} back={filterAddress(path, query)} />,
  }
})

/** Actions and sub-actions by their state, each with the steps that are open to me. */
async function ActionBoard({ nodes, back }: { nodes: readonly PlanNode[]; back: string }) {
  const mine = await elements(nodes.filter(mayEdit).map(({ id }) => id))
  const menus = new Map<string, Child>(
    mine.map((one) => {
      const steps = { flow: actionWorkflow, dossier: one, path: elementPath(one), back }
      return [one.id, <StepMenu {...steps} />]
    }),
  )
  const card = (node: PlanNode) => ({
    id: node.id,
    title: node.title,
    href: elementPath(node),
    reference: node.reference,
    end: <Meter value={node.done} label={node.title} />,
    meta: [
      node.deadline && <DeadlineOf node={node} />,
      namesOf(node, 'bearer') || namesOf(node, 'manager'),
      node.health && <HealthMark health={node.health} />,
    ].filter(Boolean),
    actions: menus.get(node.id),
  })
  return (
    <Board
      label={t('accountability.tab.board')}
      columns={Object.entries(actionWorkflow.states).map(([state, { tone }]) => ({
        id: state,
        title: stateName(actionWorkflow.kind, state),
        tone,
        cards: nodes.filter((node) => node.state === state).map(card),
      }))}
    />
  )
}
