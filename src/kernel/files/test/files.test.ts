import { createHash, randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { closeToOthers, type FileHash, readStoredFile, storeFile } from '../index.ts'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

const content = () => new TextEncoder().encode(`content ${randomUUID()}`)
const store = (bytes: Uint8Array) => authority.asSystem(() => storeFile(bytes))
const read = (hash: FileHash) => authority.asSystem(() => readStoredFile(hash))

/** Where this test run keeps the bytes of a file. */
async function pathsOf(hash: string, on = authority): Promise<string[]> {
  // Beside them stands the cluster of the run, whose files come and go meanwhile.
  const folder = inject('fileFolder')
  const kept = (await readdir(folder)).filter((name) => name !== 'postgres')
  const all = await Promise.all(
    kept.map(async (name) => {
      const paths = await readdir(join(folder, name), { recursive: true }).catch(() => [])
      return paths.map((path) => join(folder, name, path))
    }),
  )
  return all.flat().filter((path) => path.includes(on.tenant.id) && path.endsWith(hash))
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('a file', () => {
  test('is known by the SHA-256 of its content, and comes back as it was', async () => {
    const bytes = content()
    const hash = await store(bytes)
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(new Uint8Array(await read(hash))).toEqual(bytes)
  })

  test('is kept once, however often it comes, and even if it comes twice at once', async () => {
    const bytes = content()
    const [first] = await Promise.all([store(bytes), store(bytes)])
    expect(await store(bytes)).toBe(first)
    expect(await pathsOf(first)).toHaveLength(1)
  })

  test('may be empty', async () => {
    expect(await read(await store(new Uint8Array()))).toHaveLength(0)
  })

  test('that was altered on disk is not given out', async () => {
    const hash = await store(content())
    const [path = ''] = await pathsOf(hash)
    await writeFile(path, 'another content')
    await expect(read(hash)).rejects.toThrow(`The stored file ${hash} was altered`)
  })

  test('of another authority is not there, even by its hash', async () => {
    const bytes = content()
    const hash = await store(bytes)
    const other = await givenAuthority()
    await expect(other.asSystem(() => readStoredFile(hash))).rejects.toThrow(
      `The stored file ${hash} is lost`,
    )
    await other.asSystem(() => storeFile(bytes))
    expect([await pathsOf(hash), await pathsOf(hash, other)].map(({ length }) => length)).toEqual([
      1, 1,
    ])
  })

  test('of a transaction that is undone leaves bytes at most, never a row without bytes', async () => {
    const bytes = content()
    const undone = authority.asSystem(async () => {
      await storeFile(bytes)
      throw new Error('stop')
    })
    await expect(undone).rejects.toThrow('stop')
    expect(new Uint8Array(await read(await store(bytes)))).toEqual(bytes)
  })
})

test('a file is for this account of the machine alone, folder and all (S6)', async () => {
  const [path = ''] = await pathsOf(await store(content()))
  const modes = await Promise.all([path, dirname(path), dirname(dirname(path))].map(modeOf))
  expect(modes).toEqual([0o600, 0o700, 0o700])
})

test('what an earlier release left open to other accounts is closed at the start (S6)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beffroi-open-'))
  try {
    await mkdir(join(folder, 'authority'))
    await writeFile(join(folder, 'authority', 'file'), 'secret')
    for (const [name, mode] of [
      ['', 0o755],
      ['authority', 0o755],
      ['authority/file', 0o644],
    ] as const)
      await chmod(join(folder, name), mode)
    expect(await closeToOthers(folder)).toBe(3)
    const modes = ['', 'authority', 'authority/file'].map((name) => modeOf(join(folder, name)))
    expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600])
    expect(await closeToOthers(folder)).toBe(0)
    expect(await closeToOthers(join(folder, 'nowhere'))).toBe(0)
  } finally {
    await rm(folder, { recursive: true })
  }
})
