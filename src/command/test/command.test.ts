import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Commands, commandsBeside } from './beside.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const sample = join(root, 'src/modules/plonemeeting/sample')
let home: string
let dataFolder: string

/** A process in which commands run on what the first ones have made, where only what they say is looked at. */
let commands: Commands | undefined

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-command-'))
  dataFolder = join(home, 'first')
})
afterAll(async () => {
  await commands?.ends()
  await rm(home, { recursive: true, force: true })
})

const beside = async (...words: string[]) =>
  (commands ??= await commandsBeside({ DATA_DIR: dataFolder })).run(words)

interface Ended {
  code: number
  said: string
}

/** Runs bin/beffroi as an operator does. */
const beffroi = (...words: string[]) => beffroiIn(dataFolder, 'fr_BE.UTF-8', ...words)

/** The same on a folder of data, in a language. */
function beffroiIn(folder: string, language: string, ...words: string[]): Promise<Ended> {
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, DATA_DIR: folder, LANG: language, LC_ALL: language }
  return new Promise((resolve) => {
    execFile(join(root, 'bin/beffroi'), words, { env }, (failure, out, errors) =>
      resolve({ code: Number(failure?.code ?? 0), said: out + errors }),
    )
  })
}

test('a newcomer previews and imports the fictional meeting from the clone, without a server', async () => {
  const files = (await readdir(sample)).map((name) => join(sample, name))
  const words = ['import', 'plonemeeting', '--authority', 'beauval', '--organ', 'CC']
  const asked = await beffroi(...words, ...files)
  expect(asked.code).toBe(1)
  expect(asked.said).toContain('Service inconnu ici\u00A0: Secrétariat général (3 points).')
  expect(asked.said).toContain('rien n’est importé')

  const maps = ['--service', '8c3bae489dd03942a1de86661853c88d=Personnel', '--create-missing']
  const done = await beffroi(...words, ...maps, '--write', ...files)
  expect(done).toMatchObject({ code: 0, said: expect.stringContaining('12 points, 2 annexes') })
  const again = await beside(...words, '--write', ...files)
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('Tout est déjà ici') })
  expect((await beside('import', 'plonemeeting', '--nonsense')).code).toBe(2)
}, 120_000)

test('the help names every role of the house, those of trades too', async () => {
  const { said } = await beside('help')
  for (const role of ['administrator', 'coordinator', 'secretariat']) expect(said).toContain(role)
})

test('what is refused is said in a sentence, and what is not understood with the words of that command alone', async () => {
  const refused = await beside('trade', 'on', 'strategy')
  expect(refused).toMatchObject({ code: 1, said: expect.not.stringMatching(/ at |trades\./) })
  const taken = ['--login', 'agent', '--first-name', 'Luc', '--last-name', 'Bois']
  const again = await beside('person', 'add', '--authority', 'beauval', ...taken)
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/^ {2}login: /m) })
  expect(again.said).not.toMatch(/^ {4}at /m)
  // No password is drawn: they choose their own, and nobody knows it.
  const fresh = ['--login', 'luc', '--first-name', 'Luc', '--last-name', 'Bois']
  const added = await beside('person', 'add', '--authority', 'beauval', ...fresh)
  expect(added).toMatchObject({ code: 0, said: expect.stringMatching(/\/sign-in\/link\/\S+$/m) })
  const host = ['--name', 'Zz', '--kind', 'municipality', '--host', 'http://z z']
  expect(await beside('authority', 'create', '--slug', 'zz', ...host)).toMatchObject({
    ...{ code: 2, said: expect.stringContaining('is no host name') },
  })
  const unsaid = await beside('authority', 'create')
  expect(unsaid.code).toBe(2)
  expect(unsaid.said).toContain('beffroi authority create --slug')
  expect(unsaid.said).not.toContain('beffroi jobs')
  const nowhere = await beside('backup', join(home, 'none', 'house.tar'))
  expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining('There is no folder') })
  const over = await beside('backup', join(sample, '..', 'index.ts'))
  expect(over).toMatchObject({ code: 1, said: expect.stringContaining('exists') })
}, 120_000)

test('the words of README work: back up, restore elsewhere, verify, with nothing but npm (R6)', async () => {
  const file = join(home, 'beffroi.tar')
  const elsewhere = join(home, 'second')
  expect((await beffroiIn(dataFolder, 'en', 'trade', 'list')).said).toContain('Commune de Beauval')
  const backed = await beffroiIn(dataFolder, 'en', 'backup', file)
  expect(backed).toMatchObject({ code: 0, said: expect.stringMatching(/\d+ rows, \d+ files/) })
  const restored = await beffroiIn(elsewhere, 'en', 'restore', file)
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('brings it up to date') })
  const verified = await beffroiIn(elsewhere, 'en', 'files', 'verify')
  expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('files are whole') })
}, 120_000)
