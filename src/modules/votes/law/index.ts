import { ballotLaw } from './ballot.ts'
import { majorityLaw } from './majority.ts'

/** How organs vote: majority, ballots, ties, closed session. */
export const voteLaw = [...majorityLaw, ...ballotLaw]
