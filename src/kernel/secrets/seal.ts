import { randomUUID } from 'node:crypto'
import { type Generated, sql } from 'kysely'
import { currentTenantId, db, loadedOnce } from '#kernel/db'
import { slot } from '#kernel/module'
import { blind, decipher, encipher, newKey } from './cipher.ts'
import { unwrap, wrap } from './master.ts'

type Use = 'data' | 'index'

declare module '#kernel/db' {
  interface Tables {
    'kernel.secret_key': {
      tenant_id: Generated<string>
      id: Generated<string>
      use: Use
      wrapped: Buffer
      master: string
      made_at: Generated<Temporal.Instant>
      retired_at: Generated<Temporal.Instant | null>
    }
  }
}

/** A column of which every value is enciphered (`bytea`), in a table with the primary key (tenant_id, `id`). */
export interface SealedColumn {
  /** `commons.party` */
  readonly table: string
  readonly column: string
}

/** Where enciphered values are: whoever rotates keys finds them there. */
export const sealedColumns = slot<SealedColumn>('sealedColumns')

/** How a value is written: the first byte, the id of its key, then what `encipher` gives. */
const version = 1
const headSize = 17

interface Key {
  id: string
  bytes: Buffer
}

/** Keys of authorities that this process has unwrapped, by their ids. */
const unwrapped = new Map<string, Buffer>()
/** So many are kept; those that came first leave. */
const mostKept = 2000

/** To what a wrapped key belongs. */
export const keyBelongs = (use: Use, id: string) => ['key', use, currentTenantId(), id].join('\0')

const nameOf = (id: string) => `${currentTenantId()}/${id}`

async function opened(row: {
  id: string
  use: Use
  wrapped: Buffer
  master: string
}): Promise<Key> {
  const name = nameOf(row.id)
  const known = unwrapped.get(name)
  if (known) return { id: row.id, bytes: known }
  const bytes = await unwrap(row.wrapped, row.master, keyBelongs(row.use, row.id))
  const [oldest] = unwrapped.keys()
  if (unwrapped.size >= mostKept && oldest !== undefined) unwrapped.delete(oldest)
  unwrapped.set(name, bytes)
  return { id: row.id, bytes }
}

const rows = () => db().selectFrom('kernel.secret_key').select(['id', 'use', 'wrapped', 'master'])

/** The key with which values are enciphered now; who rotates waits for those who have it. */
const dataKey = loadedOnce(() => currentKey('data'))
const indexKey = loadedOnce(() => currentKey('index'))

async function currentKey(use: Use): Promise<Key> {
  const now = rows().where('use', '=', use).where('retired_at', 'is', null)
  const find = () => (use === 'data' ? now.forShare() : now).executeTakeFirst()
  const known = await find()
  if (known) return opened(known)
  await makeKey(use)
  return opened(await now.executeTakeFirstOrThrow())
}

/** Makes the key with which an authority enciphers from now on, unless somebody has. */
async function makeKey(use: Use): Promise<void> {
  const id = randomUUID()
  const wrapped = await wrap(newKey(), keyBelongs(use, id))
  await db()
    .insertInto('kernel.secret_key')
    .values({ id, use, ...wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** To what a value belongs: its authority, its column, its row. Elsewhere it cannot be read. */
const valueBelongs = ({ table, column }: SealedColumn, row: string) =>
  ['value', currentTenantId(), table, column, row].join('\0')

/** Enciphers the value of a column in a row, by the row’s id, with the key of the current authority. */
export async function seal(column: SealedColumn, row: string, text: string): Promise<Buffer> {
  const { id, bytes } = await dataKey.get()
  const head = Buffer.concat([Buffer.of(version), idBytes(id)])
  return Buffer.concat([head, encipher(bytes, Buffer.from(text), valueBelongs(column, row))])
}

/** Reads it again. Throws where it was changed, or taken from another row, column or authority. */
export async function unseal(column: SealedColumn, row: string, sealed: Buffer): Promise<string> {
  const id = keyIdOf(sealed)
  const key = unwrapped.get(nameOf(id)) ?? (await keyBy(id))
  return decipher(key, sealed.subarray(headSize), valueBelongs(column, row)).toString()
}

async function keyBy(id: string): Promise<Buffer> {
  const row = await rows().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Error('The key of this value is not one of this authority')
  return (await opened(row)).bytes
}

/**
 * What the value of a column is found by, without being read: the same for the same value of the same authority. Who has
 * the key of the index can try values, so it is of use only for what one looks for exactly.
 */
export async function blindIndex({ table, column }: SealedColumn, value: string): Promise<Buffer> {
  const { bytes } = await indexKey.get()
  return blind(bytes, `${table}\0${column}`, value)
}

export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

function keyIdOf(sealed: Buffer): string {
  if (sealed[0] !== version) throw new Error('Nobody knows how this value is written')
  const hex = sealed.subarray(1, headSize).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The key with which the current authority enciphers, for who rotates: whoever has it has ended. */
export async function retireDataKey(): Promise<string> {
  await db()
    .updateTable('kernel.secret_key')
    .set({ retired_at: sql`now()` })
    .where('use', '=', 'data')
    .where('retired_at', 'is', null)
    .execute()
  dataKey.forget()
  const { id } = await dataKey.get()
  return id
}
