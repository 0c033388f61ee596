export { type Ask, ensureAskable, outgoing, useOutgoing } from './ask.ts'
export { resolveName } from './resolve.ts'
