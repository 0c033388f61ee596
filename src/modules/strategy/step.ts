import { plainSteps } from '#commons/workflow'
import { actions, objectives, tasks } from './element.ts'
import { plans } from './plan.ts'
import { actionWorkflow, objectiveWorkflow, planWorkflow, taskWorkflow } from './workflow.ts'

/** The steps of each kind of dossier, as their pages offer them. */
export const steps = {
  'strategy.plan': plainSteps(plans, planWorkflow),
  'strategy.objective': plainSteps(objectives, objectiveWorkflow),
  'strategy.action': plainSteps(actions, actionWorkflow),
  'strategy.task': plainSteps(tasks, taskWorkflow),
}
