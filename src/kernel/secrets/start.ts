import pg from 'pg'
import { type Database, onlyOne, StartFailure } from '#kernel/db'
import { log } from '#kernel/log'
import { newKey } from './cipher.ts'
import { type KeySource, useMasterKeys } from './master.ts'

/**
 * Takes the master keys of this house, made at its first start. Refuses where a key that wraps secrets of this database
 * is not among them: what is enciphered could not be read, and what is written now not with the rest.
 */
export async function ensureSecrets(database: Database, from: KeySource): Promise<void> {
  await onlyOne(database, 'kernel.secret_master', async () => {
    let known = await useMasterKeys(from)
    const before = await mastersOf(database)
    const isComplete = await letGo(database, (one) => !known.includes(one))
    if (isComplete && known.length === 0 && from.write) {
      await from.write([newKey()])
      known = await useMasterKeys(from)
    }
    // It was restored, or its key was lost: nobody is to learn that later, from what cannot be checked.
    if (isComplete && before.length > 0 && !before.some((one) => known.includes(one)))
      log('warn', 'start', { message: isAnother(from) })
    if (!isComplete || known.length === 0)
      throw new StartFailure(
        `${from.where} does not hold the key with which the secrets of this database are wrapped. Bring it back (it is ` +
          'not in a backup: it is kept apart), to that place or by SECRETS_KEY or SECRETS_KEY_FILE. Without it ' +
          'national numbers and other secrets cannot be read any more.',
      )
    for (const one of known) await enterMaster(database, one)
  })
}

const isAnother = ({ where }: KeySource) =>
  `The master key that this database knew is not at ${where}: another one holds from now on. Nothing was enciphered under ` +
  'the one before; what it signed (ends of the security log, noted outside of the database) cannot be checked without ' +
  `it. Where you have it, put it there too, and start anew. Keep what is at ${where} apart from backups.`

/** The master keys that this database knows; none before its first start. */
async function mastersOf({ owner }: Database): Promise<string[]> {
  const { rows } = await owner.query<{ fingerprint: string }>(
    'select fingerprint from kernel.secret_master',
  )
  return rows.map(({ fingerprint }) => fingerprint)
}

/** The master keys of a database that are not at hand here: what they wrap or signed cannot be read. */
export async function missingMasters(database: Database, from: KeySource): Promise<string[]> {
  const known = await useMasterKeys(from)
  return (await mastersOf(database)).filter((one) => !known.includes(one))
}

/** Lets no key wrap any more that is not wanted; false where one still does, which stays. */
export async function letGo(
  database: Database,
  isUnwanted: (fingerprint: string) => boolean,
): Promise<boolean> {
  for (const fingerprint of (await mastersOf(database)).filter(isUnwanted)) {
    try {
      await database.owner.query('delete from kernel.secret_master where fingerprint = $1', [
        fingerprint,
      ])
    } catch (failure) {
      // Row-level security shows no key to the owner; the foreign key knows.
      if (failure instanceof pg.DatabaseError && failure.code === '23503') return false
      throw failure
    }
  }
  return true
}

/** Says that a master key may wrap from now on. */
export const enterMaster = ({ owner }: Database, fingerprint: string) =>
  owner.query('insert into kernel.secret_master (fingerprint) values ($1) on conflict do nothing', [
    fingerprint,
  ])
