import { chairLaw } from './chair.ts'
import { proxyLaw } from './proxy.ts'
import { quorumLaw } from './quorum.ts'

/** The law of a sitting: who has to be there, who votes for whom, who presides in whose place. */
export const sittingsLaw = [...quorumLaw, ...proxyLaw, ...chairLaw]
