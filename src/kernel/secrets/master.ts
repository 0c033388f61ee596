import { timingSafeEqual } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#kernel/config'
import { StartFailure } from '#kernel/db'
import { blind, decipher, encipher, fingerprintOf } from './cipher.ts'

/** Where master keys come from: what the operator gives, or a file that the house keeps. */
export interface KeySource {
  /** In words, for who has to look there. */
  readonly where: string
  /** The keys, that which wraps first; none where nobody made one yet. */
  read(): Promise<readonly Buffer[]>
  /** Null: the operator writes it. */
  readonly write: ((keys: readonly Uint8Array[]) => Promise<void>) | null
  /** Lays keys aside that are to leave this place, and says where they are then. Null: the operator keeps them. */
  readonly layAside: ((keys: readonly Uint8Array[]) => Promise<string>) | null
}

/** As the operator says it: `SECRETS_KEY`, `SECRETS_KEY_FILE`, else the file `secrets.key` in the data folder. */
export function keySource({ secrets, dataFolder }: Config): KeySource {
  const { keys, file } = secrets
  if (keys !== null)
    return {
      where: 'SECRETS_KEY',
      read: () => Promise.resolve(parsed(keys, 'SECRETS_KEY')),
      write: null,
      layAside: null,
    }
  if (file !== null)
    return {
      where: file,
      read: async () => parsed(await readFile(file, 'utf8'), file),
      write: null,
      layAside: null,
    }
  const path = join(dataFolder, 'secrets.key')
  return {
    where: path,
    read: async () => parsed(await readFile(path, 'utf8').catch(ifMissing), path),
    write: (all) => write(path, all),
    layAside: async (former) => {
      // To the millisecond: what was laid aside before is never written over.
      const aside = `${path}.before-${Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }).replaceAll(':', '')}`
      await write(aside, former)
      return aside
    },
  }
}

function ifMissing(failure: NodeJS.ErrnoException): string {
  if (failure.code === 'ENOENT') return ''
  throw failure
}

/** Written whole or not at all, for the account of the house alone. */
async function write(path: string, keys: readonly Uint8Array[]): Promise<void> {
  const draft = `${path}.part`
  const handle = await open(draft, 'w', 0o600)
  await handle.chmod(0o600)
  await handle.writeFile(keys.map((key) => `${Buffer.from(key).toString('base64')}\n`).join(''))
  await handle.sync()
  await handle.close()
  await rename(draft, path)
}

/** Keys in base64 or hexadecimal, with lines, spaces or commas between them. Never says what stands there. */
function parsed(text: string, where: string): Buffer[] {
  const words = text.split(/[\s,]+/).filter(Boolean)
  return words.map((word) => {
    const key = Buffer.from(word, /^[0-9a-f]{64}$/i.test(word) ? 'hex' : 'base64')
    if (key.byteLength === 32 && /^[\w+/=-]+$/.test(word)) return key
    throw new StartFailure(
      `${where} holds what is no key: 32 bytes in base64 are one, as « openssl rand -base64 32 » writes them.`,
    )
  })
}

let source: KeySource | null = null
let ring: ReadonlyMap<string, Buffer> = new Map()

/** Takes the master keys of this process from there. */
export async function useMasterKeys(from: KeySource): Promise<readonly string[]> {
  const keys = await from.read()
  source = from
  ring = new Map(keys.map((key) => [fingerprintOf(key), key]))
  return [...ring.keys()]
}

/** Where this process has its master keys from. */
export function masterSource(): KeySource {
  if (!source) throw new Error('Nobody said where the master keys are')
  return source
}

/** Wraps a key of an authority by the master key that is first, as its source has them now. */
export async function wrap(
  key: Uint8Array,
  belongs: string,
): Promise<{ wrapped: Buffer; master: string }> {
  const [first] = await useMasterKeys(masterSource())
  const by = first === undefined ? undefined : ring.get(first)
  if (first === undefined || !by) throw missing()
  return { wrapped: encipher(by, key, belongs), master: first }
}

/** The key that was wrapped. A master key that came since this process began is looked for where they are. */
export async function unwrap(
  wrapped: Uint8Array,
  master: string,
  belongs: string,
): Promise<Buffer> {
  if (!ring.has(master)) await useMasterKeys(masterSource())
  const by = ring.get(master)
  if (!by) throw missing()
  return decipher(by, wrapped, belongs)
}

const missing = () =>
  new StartFailure(`A key that wraps secrets of this house is not at ${masterSource().where}.`)

/** What the house signed, and by which master key. */
export interface Signature {
  readonly master: string
  readonly signature: Buffer
}

/** Signs a text by the first master key, for this purpose alone: nobody who has the database alone can. */
export function sign(purpose: string, text: string): Signature {
  const [first] = ring
  if (!first) throw missing()
  const [master, key] = first
  return { master, signature: blind(key, purpose, text) }
}

/** Whether the house signed this; `unknown` where that master key is no longer here. */
export function signed(
  purpose: string,
  text: string,
  { master, signature }: Signature,
): 'yes' | 'no' | 'unknown' {
  const key = ring.get(master)
  if (!key) return 'unknown'
  const own = blind(key, purpose, text)
  return own.length === signature.length && timingSafeEqual(own, signature) ? 'yes' : 'no'
}
