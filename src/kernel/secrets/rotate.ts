import { sql } from 'kysely'
import { type Database, db, onlyOne, StartFailure } from '#kernel/db'
import { fingerprintOf, newKey } from './cipher.ts'
import { masterSource, unwrap, useMasterKeys, wrap } from './master.ts'
import {
  idBytes,
  keyBelongs,
  retireDataKey,
  seal,
  type SealedColumn,
  sealedColumns,
  unseal,
} from './seal.ts'
import { enterMaster, letGo } from './start.ts'

/** So many values are enciphered anew in a transaction: their rows wait that long for whoever writes them. */
const batch = 200

/** Runs work for one authority, in a transaction of its own. */
type Within = <T>(work: () => Promise<T>) => Promise<T>

/** Two who rotate at once would never agree which key is the last. */
const alone = <T>(database: Database, work: () => Promise<T>): Promise<T> =>
  onlyOne(database, 'kernel.secrets_rotate', work)

/**
 * Gives an authority a new key and enciphers all of its values with it, while people read and write. Who was stopped
 * goes on by beginning again. Returns how many values there were.
 */
export const rotateData = (database: Database, within: Within): Promise<number> =>
  alone(database, async () => {
    if (!(await within(hasKey))) return 0
    const key = await within(retireDataKey)
    let count = 0
    for (const column of sealedColumns.every())
      for (let after: string | null = zero; after !== null;) {
        const from: string = after
        const done: readonly string[] = await within(() => sealAnew(column, key, from))
        count += done.length
        after = done.at(-1) ?? null
      }
    await within(forgetRetired)
    return count
  })

const zero = '00000000-0000-0000-0000-000000000000'

const hasKey = async () =>
  (await db()
    .selectFrom('kernel.secret_key')
    .select('id')
    .where('use', '=', 'data')
    .executeTakeFirst()) !== undefined

/** Enciphers the next values with the key that is current; returns the ids of their rows. */
async function sealAnew(column: SealedColumn, key: string, after: string): Promise<string[]> {
  const [table, name] = [sql.table(column.table), sql.ref(column.column)]
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select id, ${name} as sealed from ${table}
    where id > ${after} and substring(${name} from 2 for 16) <> ${idBytes(key)}
    order by id limit ${batch} for update`.execute(db())
  for (const { id, sealed } of rows) {
    const anew = await seal(column, id, await unseal(column, id, sealed))
    await sql`update ${table} set ${name} = ${anew} where id = ${id}`.execute(db())
  }
  return rows.map(({ id }) => id)
}

/**
 * Keys that nothing is enciphered with any more go; who has just read a value may still need one, so they stay for an
 * hour.
 */
async function forgetRetired(): Promise<void> {
  const used = sealedColumns.every().map(({ table, column }) => {
    const name = sql.ref(column)
    return sql`and not exists (select from ${sql.table(table)} t where substring(t.${name} from 2 for 16) = uuid_send(k.id))`
  })
  await sql`delete from kernel.secret_key k
    where use = 'data' and retired_at < now() - interval '1 hour' ${sql.join(used, sql` `)}`.execute(
    db(),
  )
}

/**
 * Wraps the keys of all authorities by a new master key, and lets go of the one before. The house writes its own file; a
 * key that the operator keeps is put before the old one by them, and the house started anew, before this is asked.
 * Returns where the house laid the former key aside, for backups of before; null where the operator keeps it.
 */
export const rotateMaster = (
  database: Database,
  authorities: () => Promise<readonly Within[]>,
): Promise<string | null> =>
  alone(database, async () => {
    const source = masterSource()
    const now = await source.read()
    if (now.length < 2) {
      if (!source.write)
        throw new StartFailure(
          `${source.where} holds one key: put a new one before it, start the house anew, and ask again.`,
        )
      // Who was stopped finds two keys, and goes on with them.
      await source.write([newKey(), ...now])
    }
    const [first = ''] = await useMasterKeys(source)
    await enterMaster(database, first)
    do for (const within of await authorities()) await within(() => wrapAnew(first))
    while (!(await letGo(database, (one) => one !== first)))
    const { kept = [], former = [] } = Object.groupBy(await source.read(), (key) =>
      fingerprintOf(key) === first ? 'kept' : 'former',
    )
    const aside = (await source.layAside?.(former)) ?? null
    await source.write?.(kept)
    await useMasterKeys(source)
    return aside
  })

async function wrapAnew(master: string): Promise<void> {
  const keys = await db()
    .selectFrom('kernel.secret_key')
    .select(['id', 'use', 'wrapped', 'master'])
    .where('master', '<>', master)
    .forUpdate()
    .execute()
  for (const { id, use, wrapped, master: by } of keys) {
    const belongs = keyBelongs(use, id)
    const anew = await wrap(await unwrap(wrapped, by, belongs), belongs)
    await db().updateTable('kernel.secret_key').set(anew).where('id', '=', id).execute()
  }
}
