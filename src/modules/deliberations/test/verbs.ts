/** Verbs of meetings and points that no other trade calls, for tests of the whole. */
export { close, openSitting, stepMeeting } from '../meeting-steps.ts'
export { moveItem, present, withdraw } from '../order.ts'
export { rewrite } from '../rewrite.ts'
export { decisions } from '../workflow.ts'
