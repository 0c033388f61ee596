export { ensureAskable, outgoing, useOutgoing } from './ask.ts'
export { resolveName } from './resolve.ts'
