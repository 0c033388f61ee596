/**
 * The tables, by schema-qualified name. A folder adds its own by declaration merging beside its
 * migrations: `interface Tables { 'commons.dossier': DossierTable }`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by declaration merging
export interface Tables {}

export { type Database, connect } from './pool.ts'
export { type TenantId, currentTenantId, db, transaction } from './transaction.ts'
export { type MigrationFolder, migrate } from './migrate.ts'
export { dumpSchema } from './dump.ts'
export { type EmbeddedDatabase, StartFailure, startEmbedded } from './embedded.ts'
export { type OpenDatabase, openDatabase } from './open.ts'
