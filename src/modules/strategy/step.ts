import { type PlainSteps, plainSteps } from '#commons/workflow'
import { type ElementColumns, actions, objectives, tasks } from './element.ts'
import { type Level, levelRules } from './level.ts'
import { plans } from './plan.ts'
import { actionWorkflow, objectiveWorkflow, planWorkflow, taskWorkflow } from './workflow.ts'

/** The steps of each kind of dossier, as their pages offer them. */
export const steps = {
  'strategy.plan': plainSteps(plans, planWorkflow),
  'strategy.objective': plainSteps(objectives, objectiveWorkflow),
  'strategy.action': plainSteps(actions, actionWorkflow),
  'strategy.task': plainSteps(tasks, taskWorkflow),
}

/** The steps of an element, by its kind. */
export const stepsOf = ({ level }: { level: Level }): PlainSteps<ElementColumns, string> =>
  steps[levelRules[level].kind]
