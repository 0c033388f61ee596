export { codeOf, stepAt } from './code.ts'
export { renewRecoveryCodes, recoveryCodesLeft } from './recovery.ts'
export { beginTotp, confirmTotp, hasTotp, removeTotp, takeSecond, totpSecret } from './totp.ts'
