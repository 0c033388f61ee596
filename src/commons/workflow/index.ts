import { roles } from '#commons/directory'
import type { Module } from '#kernel/module'
import { checkRolesIn, workflows } from './definition.ts'
import './locales/index.ts'

export { ActionDialogs, Obstacles, stepDialog } from './action-bar.tsx'
export { asksOf, offeredStep } from './asked.ts'
export { BesideDossier, besideDossiers } from './beside.tsx'
export { DossierHead } from './dossier-head.tsx'
export { DossierHistory, StateBadge } from './history.tsx'
export {
  type Action,
  type Openness,
  actions,
  assess,
  change,
  deedKey,
  doersNames,
  deedName,
  changeMany,
  enforce,
  enforceMany,
  kindName,
  pastEmptyLevels,
  stateName,
  verbName,
} from './change.ts'
export {
  type Doer,
  type GuardOfMany,
  isEditable,
  isOneOf,
  isOneOfIn,
  mightTake,
  offeredSteps,
  type Obstacle,
  type Transition,
  type Workflow,
  awaitedBy,
  checkWorkflow,
  principalsOf,
  workflow,
  workflows,
} from './definition.ts'
export { ensureWithheld, isTheirs, withholding } from './reading.ts'
export { StepMenu } from './step-menu.tsx'
export { type PlainSteps, plainSteps, stepRoute, takeStep } from './steps.ts'

/** States, transitions and guards as data; the one door of state changes. */
export const workflowModule: Module = {
  name: 'workflow',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'dossiers', 'holdings'],
  checks: () => checkRolesIn(workflows.every(), roles.every()),
}
