export { container, manifestOf, verifyContainer } from './container.ts'
export { answerLocally, type LocalAuthority, makeLocalAuthority } from './local-authority.ts'
export { stamp } from './request.ts'
export { certificatesIn, verifyTimestamp } from './token.ts'
