import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '../database.ts'

let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'beffroi-swept-'))
})
afterAll(() => rm(place, { recursive: true }))

/** What a run of the tests leaves, whoever had it. */
async function leave(name: string): Promise<string> {
  const folder = join(place, name, 'postgres')
  await mkdir(join(folder, 'cluster/data'), { recursive: true })
  return folder
}

test('what a run left is taken away once its process is gone, and nothing else', async () => {
  await writeFile(join(await leave('beffroi-test-dead'), 'beffroi.pid'), `${process.pid} earlier/1`)
  await writeFile(join(await leave('other-dead'), 'beffroi.pid'), `${process.pid} earlier/1`)
  await leave('beffroi-test-beginning')
  await sweep(place)
  expect((await readdir(place)).toSorted()).toEqual(['beffroi-test-beginning', 'other-dead'])
})
