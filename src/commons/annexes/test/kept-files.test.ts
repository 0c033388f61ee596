import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { db } from '#kernel/db'
import { Unavailable } from '#kernel/errors'
import {
  keepingFiles,
  storeFile,
  sweepFiles,
  tablesThatNeedFiles,
  verifyFiles,
} from '#kernel/files'
import { create } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { addAnnex, type Annex, removeAnnex } from '../annex.ts'

let authority: TestAuthority
let errand: Errand

beforeAll(prepareErrands)
afterAll(removeErrands)

beforeEach(async () => {
  authority = await givenAuthority()
  errand = await authority.asSystem(() => create(errands, { title: 'Course', state: 'open' }, {}))
})

const text = () => `content ${randomUUID()}`
const bytesOf = (content: string) => new TextEncoder().encode(content)

const add = (content: string): Promise<Annex> =>
  authority.asSystem(() => addAnnex(errand, { name: 'a.txt', bytes: bytesOf(content) }))

/** Where the bytes lie. */
async function placesOf(name: string, on = authority): Promise<string[]> {
  const all = await readdir(inject('fileFolder'), { recursive: true })
  return all
    .filter((path) => path.includes(on.tenant.id) && path.includes(name))
    .map((path) => join(inject('fileFolder'), path))
}
const onDisk = async (name: string) =>
  Promise.all((await placesOf(name)).map(async (path) => (await readFile(path)).toString()))

/** The clearing of some night. */
const sweepIn = (days: number) =>
  authority.asSystem(() => sweepFiles(Temporal.Now.instant().add({ hours: days * 24 })))

describe('a file that was lost or damaged', () => {
  test('is there again once the same bytes are uploaded (R7)', async () => {
    const content = text()
    const { hash } = await add(content)
    const [path = ''] = await placesOf(hash)
    await rm(path)
    await add(content)
    expect(await onDisk(hash)).toEqual([content])
    // As long as before: the size alone would not tell.
    await writeFile(path, content.replace('content', 'CONTENT'))
    await add(content)
    expect(await onDisk(hash)).toEqual([content])
  })

  test('is found by comparing each with its hash, and put back where another keeps the same bytes', async () => {
    const [whole, common] = [text(), text()]
    await add(whole)
    const [lost, damaged, shared] = [await add(text()), await add(text()), await add(common)]
    const other = await givenAuthority()
    await other.asSystem(() => storeFile(bytesOf(common)))
    for (const { hash } of [lost, shared]) await rm((await placesOf(hash))[0] ?? '')
    await writeFile((await placesOf(damaged.hash))[0] ?? '', 'other')
    expect(await authority.asSystem(() => verifyFiles([other.tenant.id]))).toEqual({
      whole: 1,
      healed: [shared.hash],
      damaged: [damaged.hash],
      lost: [lost.hash],
    })
    expect(await onDisk(shared.hash)).toEqual([common])
  })
})

describe('bytes that nothing needs any more', () => {
  test('are erased a month after their annex was withdrawn, which stays in history; not before', async () => {
    const annex = await add(text())
    const stays = await add(text())
    await authority.asSystem(() => removeAnnex(errand, annex.id))
    await sweepIn(2)
    expect(await placesOf(annex.hash)).toHaveLength(1)
    await authority.asSystem(() =>
      sql`update commons.annex set removed_at = now() - interval '31 days' where id = ${annex.id}`.execute(
        db(),
      ),
    )
    expect(await sweepIn(2)).toBe(1)
    expect(await placesOf(annex.hash)).toEqual([])
    expect(await placesOf(stays.hash)).toHaveLength(1)
    expect(await authority.asSystem(verifyFiles)).toMatchObject({ whole: 1, lost: [] })
  })

  test('and were erased are kept anew where they come again', async () => {
    const content = text()
    const hash = await authority.asSystem(() => storeFile(bytesOf(content)))
    await sweepIn(2)
    expect(await placesOf(hash)).toEqual([])
    await add(content)
    await sweepIn(2)
    expect(await onDisk(hash)).toEqual([content])
    expect(await authority.asSystem(verifyFiles)).toMatchObject({ whole: 1, lost: [] })
  })

  test('of an upload that was undone, and drafts of one that was killed, go after a day', async () => {
    const content = text()
    const undone = authority.asSystem(async () => {
      await storeFile(bytesOf(content))
      throw new Error('stop')
    })
    await expect(undone).rejects.toThrow('stop')
    const { hash } = await add(text())
    const [kept = ''] = await placesOf(hash)
    const draft = `${kept}.${randomUUID()}`
    await writeFile(draft, 'half')
    expect(await sweepIn(0)).toBe(0)
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    await utimes(draft, yesterday, yesterday)
    expect(await sweepIn(0)).toBe(1)
    expect(await sweepIn(2)).toBe(1)
    expect(await placesOf('')).toSatisfy((paths: string[]) => paths.includes(kept))
  })

  test('are not cleared away while files are kept or backed up', async () => {
    const { database } = await ground()
    const swept = keepingFiles(database, () => sweepIn(2))
    await expect(swept).rejects.toThrow(Unavailable)
    expect(await sweepIn(2)).toBe(0)
  })
})

test('every table that names files says which it needs', async () => {
  const { database } = await ground()
  const { rows } = await database.owner.query<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint
     where confrelid = 'kernel.file'::regclass and confdeltype <> 'c'`,
  )
  expect(tablesThatNeedFiles()).toEqual(expect.arrayContaining(rows.map(({ name }) => name)))
})
