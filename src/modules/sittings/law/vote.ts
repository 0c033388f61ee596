import { ballotLaw } from './ballot.ts'
import { majorityLaw } from './majority.ts'
import { quorumLaw } from './quorum.ts'

/** How organs decide: quorum, majority, ballots, closed session. */
export const voteLaw = [...quorumLaw, ...majorityLaw, ...ballotLaw]
