import './locales/index.ts'

export {
  addressAt,
  type Bound,
  clientOf,
  type Identified,
  identified,
  leaveAt,
  newBound,
  type Reached,
} from './client.ts'
export { Failure, failureInWords, failureOf } from './failure.ts'
export { accountOfSubject, linkOf, linkProvisioned, linksOf, linkSubject, unlink } from './link.ts'
export { forgetLogoutTokens, isFirst, readLogoutToken } from './logout-token.ts'
export {
  addProvider,
  clientSecret,
  isOneOnly,
  type Provider,
  type ProviderFields,
  providerNamed,
  providers,
  providersOn,
  raise,
  removeProvider,
  rewriteProvider,
  secretOf,
  standAs,
} from './provider.ts'
export {
  acceptRequest,
  dropRequest,
  forgetRequests,
  identityRequests,
  keepRequest,
} from './request.ts'
export { bindSession, endSessionsAt, idTokenKept, providerOfSession } from './session.ts'
export type { LinkedVia } from './tables.ts'
export {
  carriedOut,
  forgetWays,
  newBrowser,
  sendOut,
  takeWay,
  type WayBack,
  type WayOut,
} from './way-out.ts'
