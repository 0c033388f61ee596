import './locales/index.ts'

export {
  accountIdOf,
  accountIds,
  accountsBearing,
  accountsExist,
  createAccount,
  setPrincipals,
} from './account.ts'
export { pin, unpin } from './pinned.ts'
export { endSession, openSession, sessionActor } from './session.ts'
export { beforeSession, signIn } from './sign-in.ts'
