import { decisionLaw } from './decision.ts'
import { meetingLaw } from './meeting.ts'
import { sittingLaw } from './sitting.ts'
import { supervisionLaw } from './supervision.ts'

/** The law of deliberations, applied or only recorded. */
export const deliberationLaw = [...meetingLaw, ...sittingLaw, ...decisionLaw, ...supervisionLaw]
