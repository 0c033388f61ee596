export { container, manifestOf, type Proven, verifyContainer } from './container.ts'
export { answerLocally, type LocalAuthority, makeLocalAuthority } from './local-authority.ts'
export { RefusedTimestamp, stamp, type Stamped, type TimestampAuthority } from './request.ts'
export {
  certificatesIn,
  FlawedTimestamp,
  type Flaw,
  type Timestamp,
  verifyTimestamp,
} from './token.ts'
