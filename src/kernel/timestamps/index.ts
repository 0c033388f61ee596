export { container, manifestOf, type Proven, verifyContainer } from './container.ts'
export {
  isStamped,
  keepLocalAuthority,
  stampForHouse,
  stampsOf,
  trustedForStamps,
  useStamps,
} from './house.ts'
export { answerLocally, type LocalAuthority, makeLocalAuthority } from './local-authority.ts'
export { RefusedTimestamp, stamp } from './request.ts'
export { certificatesIn, FlawedTimestamp, verifyTimestamp } from './token.ts'
