import { read } from '#commons/dossiers'
import { type PlainSteps, change, plainSteps } from '#commons/workflow'
import { type ElementColumns, actions, objectives, tasks } from './element.ts'
import { presentationDay } from './presentation.ts'
import { type Level, levelRules } from './level.ts'
import { plans } from './plan.ts'
import { actionWorkflow, objectiveWorkflow, planWorkflow, taskWorkflow } from './workflow.ts'

/** The delay of presentation binds a plan as long as it is in preparation. */
const lead = (verb: 'enforce' | 'redraft') => async (id: string) => {
  const plan = await read(plans, id, { lock: true })
  const due_on = verb === 'redraft' ? await presentationDay(plan) : null
  return change(plans, planWorkflow, plan, verb, { patch: { due_on } })
}
const made = { enforce: lead('enforce'), redraft: lead('redraft') }

/** The steps of each kind of dossier, as their pages offer them. */
export const steps = {
  'strategy.plan': plainSteps(plans, planWorkflow, { made }),
  'strategy.objective': plainSteps(objectives, objectiveWorkflow),
  'strategy.action': plainSteps(actions, actionWorkflow),
  'strategy.task': plainSteps(tasks, taskWorkflow),
}

/** The steps of an element, by its kind. */
export const stepsOf = ({ level }: { level: Level }): PlainSteps<ElementColumns, string> =>
  steps[levelRules[level].kind]
