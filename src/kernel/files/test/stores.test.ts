import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { backUp, eraseAuthority, importAuthority, wholeArchive } from '#kernel/backup'
import type { BucketSettings } from '#kernel/config'
import { Unavailable } from '#kernel/errors'
import { type S3Server, startS3 } from '../../../../test/harness/s3.ts'
import { inBucket } from '../bucket.ts'
import { inFolder } from '../folder.ts'
import {
  copyFiles,
  readStoredFile,
  receiveFile,
  storeFile,
  storeFiles,
  sweepFiles,
  useFileStore,
  verifyFiles,
} from '../index.ts'

let home: string
let server: S3Server
/** Where no server is any more. */
let gone: string
let authority: TestAuthority

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-stores-'))
  server = await startS3(join(home, 's3'))
  const other = await startS3(join(home, 'gone'))
  gone = other.settings.endpoint
  await other.close()
})
afterAll(async () => {
  await server.close()
  await rm(home, { recursive: true, force: true })
})
beforeEach(async () => {
  authority = await givenAuthority()
})
afterEach(async () => useFileStore((await ground()).files))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const content = () => bytesOf(`content ${randomUUID()}`)
const keep = (bytes: Uint8Array) => authority.asSystem(() => storeFile(bytes))
const read = (hash: string, on = authority) =>
  on.asSystem(async () => new Uint8Array(await readStoredFile(hash as never)))

/** Where the bytes of a hash lie on the disk of either server. */
async function pathsOf(hash: string, on = authority): Promise<string[]> {
  const all = await readdir(home, { recursive: true })
  return all
    .filter((path) => path.includes(on.tenant.id))
    .filter((path) => path.endsWith(hash) || path.endsWith(`${hash}._S3rver_object`))
    .map((path) => join(home, path))
}
const damage = async (hash: string, text: string) => writeFile((await pathsOf(hash))[0] ?? '', text)

const stores = [
  { name: 'a folder', use: () => useFileStore(join(home, 'folder')) },
  { name: 'a bucket', use: () => useFileStore(join(home, 'coming'), server.settings) },
]

describe.each(stores)('in $name', ({ use }) => {
  beforeEach(use)

  test('a file is known by its SHA-256, comes back as it was, and is kept once', async () => {
    const bytes = content()
    const [first] = await Promise.all([keep(bytes), keep(bytes)])
    expect(first).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await keep(bytes)).toBe(first)
    expect(await read(first)).toEqual(bytes)
    expect(await pathsOf(first)).toHaveLength(1)
    expect(await read(await keep(new Uint8Array()))).toHaveLength(0)
  })

  test('what was sent is kept as it came, however large', async () => {
    const text = 'a file of some size '.repeat(200_000)
    const sent = await receiveFile('plan.txt', Readable.from([text.slice(0, 9), text.slice(9)]))
    const [hash = ''] = await authority.asSystem(() => storeFiles([sent]))
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'))
    expect((await read(hash)).byteLength).toBe(text.length)
  })

  test('a file that was altered or lost is not given out, and is whole again where it comes again', async () => {
    const bytes = content()
    const hash = await keep(bytes)
    await damage(hash, 'another content')
    await expect(read(hash)).rejects.toThrow(`The stored file ${hash} was altered`)
    await keep(bytes)
    expect(await read(hash)).toEqual(bytes)
    await rm((await pathsOf(hash))[0] ?? '')
    await expect(read(hash)).rejects.toThrow(`The stored file ${hash} is lost`)
    await keep(bytes)
    expect(await read(hash)).toEqual(bytes)
  })

  test('one of another authority is not there, and heals ours where both keep the same bytes', async () => {
    const bytes = content()
    const [hash, damaged] = [await keep(bytes), await keep(content())]
    const other = await givenAuthority()
    await expect(read(hash, other)).rejects.toThrow(`The stored file ${hash} is lost`)
    await other.asSystem(() => storeFile(bytes))
    await rm((await pathsOf(hash))[0] ?? '')
    await damage(damaged, 'other')
    expect(await authority.asSystem(() => verifyFiles([other.tenant.id]))).toEqual({
      whole: 0,
      ...{ healed: [hash], damaged: [damaged], lost: [] },
    })
  })

  test('what nobody needs is erased after a day, and not before', async () => {
    const hash = await keep(content())
    expect(await authority.asSystem(() => sweepFiles())).toBe(0)
    const tomorrow = Temporal.Now.instant().add({ hours: 25 })
    expect(await authority.asSystem(() => sweepFiles(tomorrow))).toBe(1)
    expect(await pathsOf(hash)).toEqual([])
  })

  test('an authority is exported, erased with its files, and brought in again', async () => {
    const bytes = content()
    const hash = await keep(bytes)
    const { database } = await ground()
    const archive = join(home, `${randomUUID()}.tar`)
    const ending = await backUp(database, archive, authority.tenant)
    expect(ending).toMatchObject({ files: 1, lost: [] })
    await eraseAuthority(database, authority.tenant.id)
    expect(await pathsOf(hash)).toEqual([])
    // Two at once bring it in once, and the one that came too late takes no file of it away.
    const whole = await wholeArchive(archive)
    const both = [importAuthority(database, whole), importAuthority(database, whole)]
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(String(outcomes.find((one) => one.status === 'rejected')?.reason)).toContain(
      `The authority ${authority.tenant.slug} is here already.`,
    )
    expect(await read(hash)).toEqual(bytes)
  })
})

test('files move from the folder to the bucket and back, each read again where it went; what is lost is named', async () => {
  useFileStore(join(home, 'folder'))
  const bytes = content()
  const [hash, lost] = [await keep(bytes), await keep(content())]
  await rm((await pathsOf(lost))[0] ?? '')
  const { database } = await ground()
  const [folder, bucket] = [inFolder(join(home, 'folder')), inBucket(server.settings)]
  const moved = await copyFiles(database, folder, bucket)
  expect(moved.copied).toBeGreaterThan(0)
  expect(moved.lost).toContainEqual({ authority: authority.tenant.id, hash: lost })
  const again = await copyFiles(database, folder, bucket)
  expect(again).toMatchObject({ copied: 0, there: moved.copied + moved.there })
  await rm(join(home, 'folder'), { recursive: true })
  useFileStore(join(home, 'coming'), server.settings)
  expect(await read(hash)).toEqual(bytes)
  expect((await copyFiles(database, bucket, folder)).copied).toBe(again.there)
  useFileStore(join(home, 'folder'))
  expect(await read(hash)).toEqual(bytes)
})

const away: [string, (settings: BucketSettings) => BucketSettings][] = [
  ['does not answer', (settings) => ({ ...settings, endpoint: gone })],
  ['does not know our secret', (settings) => ({ ...settings, secret: 'of another' })],
  ['has no such bucket', (settings) => ({ ...settings, bucket: 'of-another' })],
]

test.each(away)(
  'a server that %s is told as unavailable, and nothing is written',
  async (_, set) => {
    const bucket = set(server.settings)
    useFileStore(join(home, 'coming'), bucket)
    await expect(keep(content())).rejects.toThrow(Unavailable)
    await expect(inBucket(bucket).reach()).rejects.toThrow(Unavailable)
    expect(await authority.asSystem(verifyFiles)).toMatchObject({ whole: 0, lost: [] })
  },
)
