/** Verbs of meetings and points that no other trade calls, for tests of the whole. */
export { close, freeze, openSitting, stepMeeting } from '../meeting-steps.ts'
export { planMeeting, rearrange } from '../planning.ts'
export { moveItem, present, withdraw } from '../order.ts'
export { rewrite } from '../rewrite.ts'
export { decisions } from '../workflow.ts'
export { comeBack } from '../coming-back.ts'
