export { anchor, dropAnchors } from './anchor.ts'
export { forgetAudit, headOfChain } from './chain.ts'
export { type Finding, type Verification, verifyAudit } from './verify.ts'
