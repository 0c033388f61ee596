import { directorGeneral } from '#commons/directory'
import { type Doer, type Workflow, workflow } from '#commons/workflow'
import type { ElementKindName } from './level.ts'
import { coordinator } from './role.ts'

const coordination: Doer[] = [coordinator, directorGeneral]
/** Those who answer for an element, besides the coordination: see rights.ts. */
const editors: Doer[] = [...coordination, 'own:editors']

/** What is given up says why. */
const givenUp = { comment: 'required', back: true } as const
const underWay = ['created', 'to_be_scheduled', 'ongoing'] as const

/** The plan: prepared, in force once the council took note of it, archived with its legislature. */
export const planWorkflow = workflow('strategy.plan', {
  initial: 'draft',
  states: {
    draft: { tone: 'info', waitsFor: [coordinator] },
    in_force: { tone: 'good' },
    archived: { tone: 'neutral' },
  },
  transitions: {
    enforce: { from: ['draft'], to: 'in_force', who: coordination, inPerson: true },
    archive: { from: ['in_force'], to: 'archived', who: coordination, back: true },
    redraft: { from: ['in_force'], to: 'draft', who: coordination, back: true },
    restore: { from: ['archived'], to: 'in_force', who: coordination, back: true },
  },
})

/** An objective (and a volet): created → ongoing → achieved. */
export const objectiveWorkflow = workflow('strategy.objective', {
  initial: 'created',
  states: {
    created: { tone: 'neutral' },
    ongoing: { tone: 'info' },
    achieved: { tone: 'good' },
    abandoned: { tone: 'bad' },
  },
  transitions: {
    begin: { from: ['created'], to: 'ongoing', who: editors },
    achieve: { from: ['created', 'ongoing'], to: 'achieved', who: editors },
    abandon: { from: ['created', 'ongoing'], to: 'abandoned', who: coordination, ...givenUp },
    reopen: { from: ['achieved', 'abandoned'], to: 'ongoing', who: editors, back: true },
    redraft: { from: ['ongoing'], to: 'created', who: coordination, back: true },
  },
})

/** An action or a sub-action: created → to be scheduled → ongoing → terminated, or stopped. */
export const actionWorkflow = workflow('strategy.action', {
  initial: 'created',
  states: {
    created: { tone: 'neutral' },
    to_be_scheduled: { tone: 'warn', waitsFor: ['own:bearers'] },
    ongoing: { tone: 'info', waitsFor: ['own:bearers'] },
    terminated: { tone: 'good' },
    stopped: { tone: 'bad' },
    abandoned: { tone: 'bad' },
  },
  transitions: {
    schedule: { from: ['created'], to: 'to_be_scheduled', who: editors },
    begin: { from: ['to_be_scheduled'], to: 'ongoing', who: editors },
    terminate: { from: ['ongoing'], to: 'terminated', who: editors },
    stop: { from: [...underWay], to: 'stopped', who: editors, ...givenUp },
    resume: { from: ['stopped', 'abandoned'], to: 'to_be_scheduled', who: editors, back: true },
    reopen: { from: ['terminated'], to: 'ongoing', who: editors, back: true },
    unschedule: { from: ['ongoing'], to: 'to_be_scheduled', who: editors, back: true },
    redraft: { from: ['to_be_scheduled'], to: 'created', who: editors, back: true },
    abandon: { from: [...underWay, 'stopped'], to: 'abandoned', who: coordination, ...givenUp },
  },
})

/** A task: created → to assign → to do → in progress → realized → closed. */
export const taskWorkflow = workflow('strategy.task', {
  initial: 'created',
  states: {
    created: { tone: 'neutral' },
    to_assign: { tone: 'warn', waitsFor: ['service:head'] },
    to_do: { tone: 'info', waitsFor: ['own:bearers'] },
    in_progress: { tone: 'info', waitsFor: ['own:bearers'] },
    realized: { tone: 'good', waitsFor: ['service:head'] },
    closed: { tone: 'good' },
  },
  transitions: {
    send: { from: ['created'], to: 'to_assign', who: editors },
    assign: { from: ['to_assign'], to: 'to_do', who: editors, when: hasBearer },
    start: { from: ['to_do'], to: 'in_progress', who: editors },
    realize: { from: ['to_do', 'in_progress'], to: 'realized', who: editors },
    close: { from: ['realized'], to: 'closed', who: editors },
    back: {
      from: ['to_assign', 'to_do', 'in_progress', 'realized', 'closed'],
      to: 'created',
      who: editors,
      back: true,
    },
  },
})

function hasBearer({ bearers }: { bearers: readonly string[] }) {
  return bearers.length > 0 ? null : ({ key: 'strategy.task.no_bearer' } as const)
}

export const workflowOf: Readonly<Record<ElementKindName, Workflow>> = {
  'strategy.objective': objectiveWorkflow,
  'strategy.action': actionWorkflow,
  'strategy.task': taskWorkflow,
}

/** States in which an element is done, and those in which it was given up. */
export const doneStates: readonly string[] = ['achieved', 'terminated', 'realized', 'closed']
export const droppedStates: readonly string[] = ['stopped', 'abandoned']
/** States in which an element is over; what is late is not among them. */
export const finalStates: readonly string[] = [...doneStates, ...droppedStates]

/** The states of objectives and actions, for the setting of those whose budgets count. */
export const countableStates: readonly string[] = [
  ...new Set([...Object.keys(objectiveWorkflow.states), ...Object.keys(actionWorkflow.states)]),
]
