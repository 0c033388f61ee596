export { anchor, dropAnchors } from './anchor.ts'
export { forgetAudit, headOfChain } from './chain.ts'
export { pseudonymise, pseudonymOf } from './pseudonym.ts'
export { type Finding, type Verification, verifyAudit } from './verify.ts'
