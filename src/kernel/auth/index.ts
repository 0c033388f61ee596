import './locales/index.ts'

export {
  accountIdOf,
  accountIds,
  accountNamed,
  accountsBearing,
  accountsExist,
  bearsOf,
  createAccount,
  createAccounts,
  lockAccount,
  setPrincipals,
} from './account.ts'
export {
  addressBook,
  forgetLinks,
  linkAt,
  originHere,
  type PasswordLink,
  sendPasswordLink,
  useLink,
} from './link.ts'
export { changePassword, leastOfPassword } from './password.ts'
export { knownDevice } from './device.ts'
export { pin, unpin } from './pinned.ts'
export { askReset, writeReset } from './reset.ts'
export { comeInBy, completeSignIn } from './completed.ts'
export { type ProgramAsks, programActors } from './program.ts'
export { ensureProven, isProven, proofs, prove } from './proof.ts'
export {
  boundSessions,
  endSession,
  endSessionOfMine,
  endAllSessions,
  endSessionsOf,
  halfSession,
  openSession,
  type Session,
  sessionActor,
  type SessionLimits,
  sessionLimits,
  sessionsOfMine,
} from './session.ts'
export { seeAs, stopSeeing } from './see-as.ts'
export { deviceInWords } from './agent.ts'
export { besidesPassword, signIn, type Welcome } from './sign-in.ts'
export { beforeSession } from './standing.ts'
export { atDoor, forgetTried, openedAt, refusedAt } from './tries.ts'
export { disableAccount, enableAccount, renameAccount } from './suspension.ts'
