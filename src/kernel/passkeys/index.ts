export { forgetChallenges } from './challenge.ts'
export {
  accountByKey,
  askKey,
  askNewKey,
  keepKey,
  passkeysOf,
  removeKey,
  removeKeys,
} from './passkey.ts'
