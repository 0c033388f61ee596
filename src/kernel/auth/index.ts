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
  forgetAccount,
  lockAccount,
  setPrincipals,
} from './account.ts'
export {
  addressBook,
  forgetLinks,
  invitationAt,
  linkAt,
  linkHash,
  spendInvitation,
  originHere,
  originInLetters,
  type PasswordLink,
  sendInvitations,
  sendPasswordLink,
  useLink,
} from './link.ts'
export { giveHat, takeHat, hatInWords, type InsideHats, insideHats } from './hat.ts'
export { type LocalWays, localWays, localWaysStandBack } from './local.ts'
export { changePassword, leastOfPassword, setPassword } from './password.ts'
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
  proveSession,
  type Session,
  sessionActor,
  sessionIdOf,
  type SessionLimits,
  sessionLimits,
  sessionsOfMine,
} from './session.ts'
export { seeAs, stopSeeing } from './see-as.ts'
export { standingPerson } from './seen.ts'
export { keepOutside, wear } from './wearing.ts'
export { deviceInWords } from './agent.ts'
export { besidesPassword, signIn, type Welcome } from './sign-in.ts'
export { beforeSession } from './standing.ts'
export { atDoor, forgetTried, openedAt, refusedAt } from './tries.ts'
export { disableAccount, enableAccount, renameAccount } from './suspension.ts'
