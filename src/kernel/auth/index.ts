import './locales/index.ts'

export { accountIdOf, accountsExist, createAccount, setPrincipals } from './account.ts'
export { endSession, openSession, sessionActor } from './session.ts'
export { beforeSession, signIn } from './sign-in.ts'
