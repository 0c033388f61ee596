/** Verbs of a sitting that no other trade calls, for tests of votes. */
export { recordAttendance } from '../attendance.ts'
export { faultsIn } from '../consistency.ts'
export { noteMovement, removeMovement } from '../movement.ts'
export { takePartIn, votersIn } from '../presence.ts'
export { membersFor, quorum, quorumAmong, quorumRule } from '../quorum.ts'
export { attendance, movementsOf, officersOf, sittingOf } from '../sitting.ts'
export { declareUrgency, urgenciesOf, urgencyRule } from '../urgency.ts'
