export { keySource, sign, signed, useMasterKeys } from './master.ts'
export { rotateData, rotateMaster } from './rotate.ts'
export { blindIndex, seal, sealedColumns, unseal } from './seal.ts'
export { ensureSecrets, missingMasters } from './start.ts'
