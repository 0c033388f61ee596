import { helpTasks } from '#commons/help'
import { tradeFits } from '#commons/trades'
import { fictionalPeople, namesPersons, roles } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { laws } from '#commons/law'
import { notification, notifications } from '#commons/notifications'
import { processings, retained, retentions } from '#commons/holdings'
import { groups } from '#commons/tasks'
import { vocabularies } from '#commons/vocabularies'
import { offeredSteps, workflows } from '#commons/workflow'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { api } from './api/index.ts'
import { actions, objectives, tasks } from './element.ts'
import { elementFields } from './element-fields.tsx'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { planFields } from './plan-fields.ts'
import { permissions } from './permissions.ts'
import { plans } from './plan.ts'
import { planLaw } from './law/plan.ts'
import { provision } from './provision.ts'
import { coordinator, fictionalCoordinator, planPartner } from './role.ts'
import { steps } from './step.ts'
import { seeds } from './seeds.ts'
import { onArchive } from './structure.ts'
import { ownVocabularies } from './vocabulary.ts'
import { actionWorkflow, objectiveWorkflow, planWorkflow, taskWorkflow } from './workflow.ts'

export {
  type Element,
  type NewElement,
  element,
  elementPath,
  elements,
  healths,
  mayEdit,
  rewrite,
} from './element.ts'
export { Node, nodeAnswer } from './api/answers.ts'
export { answersOf, choiceNames, elementFields } from './element-fields.tsx'
export {
  type PlanBody,
  begunOn,
  bodiesOf,
  lawOfBody,
  presentationDay,
  ruledOn,
} from './presentation.ts'
export { type Level, levelRules, levels } from './level.ts'
export { type NewParty, type Party, keptParty, nobody, replaceParties } from './party.ts'
export { addBudgetLine } from './budget.ts'
export { columnsOf, DeadlineOf, ElementLink, isColumn, namesOf } from './pages/columns.tsx'
export { HealthMark } from './pages/marks.tsx'
export { elementCards, planListActions } from './pages/cards.ts'
export { PlanHead, type PlanTab, planTabs } from './pages/plan-head.tsx'
export { makeRoom } from './placement.ts'
export {
  type Plan,
  countFrom,
  openPlan,
  planKnownAs,
  planPath,
  plans,
  rewritePlan,
  termOf,
  yearsOf,
} from './plan.ts'
export { planFields, planParts, planYears, WrittenPlan } from './plan-fields.ts'
export { progressOf } from './progress.ts'
export { coordinator } from './role.ts'
export { type ElementFilter, filtered, listPlans, viewNames } from './queries.ts'
export { type Field as PlanField, hides, shownFields } from './fields.ts'
export { hiddenColumns } from './hidden.ts'
export { conditionIn, ElementQuery } from './schema.ts'
export { partOfField } from './party-fields.ts'
export { addElement } from './structure.ts'
export { type Part, parts } from './tables.ts'
export { type PlanNode, type PlanTree, inOrder, loadTree } from './tree.ts'
export { rescaled, whole } from './weights.ts'
export { actionWorkflow, finalStates, planWorkflow, workflowOf } from './workflow.ts'
export { linkOf } from './writing.ts'

/** A plan and what came of it is how an authority accounts for a legislature: it stays. */
const kept = { keep: 'always', because: 'strategy.retention', verified: false } as const

/** Strategic plans (programme stratégique transversal): objectives, actions, means, evaluation. */
export const strategy: Module = {
  name: 'strategy',
  floor: 'modules',
  nature: 'trade',
  title: 'strategy.title',
  brings: 'strategy.brings',
  needs: [
    'annexes',
    'budgets',
    'clock',
    'directory',
    'dossiers',
    'help',
    'holdings',
    'indicators',
    'law',
    'notifications',
    'records',
    'tasks',
    'trades',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  provision,
  seeds,
  reactions: { 'strategy.plan.archive': onArchive, 'strategy.plan.restore': onArchive },
  fills: [
    fill(helpTasks, {
      ...{ of: 'strategy', title: 'strategy.task.follow', steps: 'strategy.task.follow.steps' },
      ...{ href: '/pst', permission: permission('strategy.element.edit') },
    }),
    fill(tradeFits, {
      ...{ trade: 'strategy', otherwise: 'strategy.unfit' },
      kinds: ['municipality', 'cpas'],
    }),
    fill(namesPersons, {
      ...{ table: 'strategy.responsibility', column: 'person_id', moves: true },
      label: 'strategy.names_persons',
    }),
    fill(processings, {
      title: 'strategy.processing',
      purpose: 'strategy.processing.purpose',
      basis: 'legal_obligation',
      law: 'strategy.processing.law',
      persons: ['privacy.persons.elected', 'privacy.persons.staff'],
      recipients: ['privacy.recipients.inside', 'privacy.recipients.public'],
      of: ['strategy.plan', 'strategy.objective', 'strategy.action', 'strategy.task'],
    }),
    fill(roles, coordinator, planPartner),
    fill(fictionalPeople, fictionalCoordinator),
    fill(
      notifications,
      notification(actions, actionWorkflow, ['own:bearers']),
      notification(tasks, taskWorkflow, ['own:bearers']),
    ),
    fill(
      retentions,
      retained(plans, planFields, kept, ['strategy.plan.held']),
      ...[objectives, actions, tasks].map((one) =>
        retained(one, elementFields, kept, ['strategy.held']),
      ),
    ),
    fill(laws, ...planLaw),
    fill(kinds, plans, objectives, actions, tasks),
    fill(workflows, planWorkflow, objectiveWorkflow, actionWorkflow, taskWorkflow),
    fill(offeredSteps, ...Object.values(steps)),
    fill(vocabularies, ...ownVocabularies),
    fill(navigation, {
      section: 'trades',
      group: groups.steer,
      label: 'strategy.title',
      href: '/strategy',
      icon: 'target',
      permission: permission('strategy.read'),
      kinds: ['strategy.plan', 'strategy.objective', 'strategy.action', 'strategy.task'],
    }),
  ],
}
