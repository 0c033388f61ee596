import './locales/index.ts'

export { type NewAccount, accountIdOf, createAccount, setPrincipals } from './account.ts'
export { type Session, endSession, openSession, sessionActor } from './session.ts'
export { signIn } from './sign-in.ts'
