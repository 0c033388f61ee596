/**
 * The tables, by schema-qualified name. A folder adds its own by declaration merging beside its
 * migrations: `interface Tables { 'commons.dossier': DossierTable }`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface Tables {}

export { type Database, connect } from './pool.ts'
export { haveMet, isBusy, NoTurn, tookTooLong } from './limits.ts'
export { Shares } from './shares.ts'
export { ensureOwnSettings } from './settings.ts'
export { ensureServer } from './ready.ts'
export { ensureOneHouse } from './house-mark.ts'
export {
  type TenantId,
  afterCommit,
  apart,
  currentTenantId,
  db,
  elsewhere,
  foundingTransaction,
  loadedOnce,
  notifyAtCommit,
  ofNobody,
  ofTransaction,
  onlyRead,
  transaction,
} from './transaction.ts'
export { type Latest, latest } from './latest.ts'
export { onlyOne } from './only-one.ts'
export { migrate } from './migrate.ts'
export { type MigrationFolder, readMigrations } from './migration-files.ts'
export { dumpFolders, dumpSchema } from './dump.ts'
export { reasonOf } from './migration-failure.ts'
export { asRows } from './rows.ts'
export {
  discardLeftBehind,
  type EmbeddedDatabase,
  StartFailure,
  startEmbedded,
} from './embedded.ts'
export { type OpenDatabase, openDatabase } from './open.ts'
