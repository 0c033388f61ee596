import { decisionLaw } from './decision.ts'
import { meetingLaw } from './meeting.ts'
import { voteLaw } from './vote.ts'

/** The law of deliberations, applied or only recorded. */
export const deliberationLaw = [...meetingLaw, ...voteLaw, ...decisionLaw]
