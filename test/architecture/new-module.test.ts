import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { enlisted } from '../../bin/new-module-files.ts'
import { figure } from '#test/harness'
import { addField, fieldOfElement, fieldOfPoint } from './added-fields.ts'
import { typeFaults } from './type-faults.ts'

const copied = [
  ...['src', 'test', 'bin', 'bench', 'db', 'docs', 'package.json', 'tsconfig.json'],
  ...['.gitignore', '.oxlintrc.json', '.oxfmtrc.json', 'knip.ts', 'vitest.config.ts'],
  'dist/public', // What browsers are served is as small as can be already.
]

let copy: string
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'beffroi-copy-'))
  for (const name of copied)
    await cp(join(projectRoot, name), join(copy, name), { recursive: true })
  const include = ['src/modules', 'test/harness']
  // What is kept from one look to the next would have it look at every file, for what is new may touch all.
  const ofTypes = {
    extends: './tsconfig.json',
    include,
    compilerOptions: { incremental: false, tsBuildInfoFile: null },
  }
  await writeFile(join(copy, 'its-types.json'), JSON.stringify(ofTypes))
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const binaries = join(projectRoot, 'node_modules/.bin')

/** Runs a program in the copy, as a person does: what this test run knows of itself stays out. */
const run = (program: string, ...args: string[]) => runWith({}, program, ...args)

async function runWith(
  settings: Readonly<Record<string, string>>,
  program: string,
  ...args: string[]
): Promise<{ code: number; text: string }> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name),
  )
  const path = `${binaries}:${process.env['PATH']}`
  const env = { ...Object.fromEntries(own), PATH: path, NO_COLOR: '1', ...settings }
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: copy, env })
    return { code: 0, text: stdout + stderr }
  } catch (error) {
    if (!(error instanceof Error && 'stdout' in error && 'stderr' in error)) throw error
    return { code: 1, text: `${error.stdout}${error.stderr}` }
  }
}

/** What a check says of what is new: nothing, even where the rest of the house has faults. */
async function objections(program: string, ...args: string[]): Promise<string[]> {
  const { code, text } = await run(program, ...args)
  return code === 0 ? [] : aboutNew(text)
}

const aboutNew = (text: string) =>
  text
    .split('\n')
    .filter((line) => /parkings|streets|added|urgency|difficulty|max-lines/.test(line))
    .filter((line) => !/^\s*✓/.test(line))

/**
 * The same of tests, each of which runs. One worker: each would read the whole house, and there are others at work. Their database
 * is one of the server that this run has: the migrations of the new come onto those of the house.
 */
async function failures(...tests: string[]): Promise<string[]> {
  const server = { url: inject('templateUrl'), superuserUrl: inject('superuserUrl') }
  const settings = { TEST_SERVER: JSON.stringify(server) }
  const { code, text } = await runWith(settings, 'vitest', 'run', '--maxWorkers=1', ...tests)
  const silent = tests.filter((one) => !text.includes(one)).map((one) => `${one} did not run`)
  return code === 0 ? silent : [...silent, ...aboutNew(text)]
}

/** Of the types those of the new trades, and of those to which a field was added. */
function typed(...folders: readonly string[]): Promise<string[]> {
  const tests = 'src/modules/{deliberations,strategy}/test/**'
  const files = folders.flatMap((one) =>
    globSync(`src/modules/${one}/**/*.{ts,tsx}`, { cwd: copy, exclude: [tests] }),
  )
  return typeFaults(copy, 'its-types.json', files)
}

/** The architecture tests that a folder more can break; the others look at what it does not touch. */
const looking = [
  'structure',
  'words',
  'isolation',
  'languages',
  'conduct',
  'public',
  'readers',
  'records',
]

/** What a new trade may hold in all: its tests, words, tables and README among them. */
const most = 200

/** What a trade with a field of each kind and a piece of each sort may hold, without its tests and words. */
const mostOfRich = 360

test(
  `bin/new-module makes a working trade of at most ${most} lines that passes every check, as the example does`,
  { timeout: 240_000 },
  async () => {
    const made = await run('bin/new-module', 'parkings', 'permit', 'Stationnement', 'Parking')
    expect(made).toEqual({ code: 0, text: expect.stringContaining('/parkings/permits') })
    const list = await readFile(join(copy, 'src/modules.ts'), 'utf8')
    expect(list).toContain("import { parkings } from '#modules/parkings'")
    const its = join(copy, 'src/modules/parkings')
    const files = globSync('**/*.*', { cwd: its })
    expect(linesIn('a trade that bin/new-module makes', its, files)).toBeLessThanOrEqual(most)
    // The example stands beside it: one look at the house for both.
    await cp(join(copy, 'test/example/streets'), join(copy, 'src/modules/streets'), {
      recursive: true,
    })
    await writeFile(join(copy, 'src/modules.ts'), enlisted(list, 'streets'))
    const tests = looking.map((name) => `test/architecture/${name}.test.ts`)
    // So do a field that is added to a point and one to an element, and what of them the house has then.
    await cp(join(copy, 'test/example/fields'), join(copy, 'test/added/fields'), {
      recursive: true,
    })
    const ofPoint = addField(copy, fieldOfPoint)
    const ofElement = addField(copy, fieldOfElement)
    expect(figure('A field of a point', ofPoint.length, 'files')).toBeLessThanOrEqual(4)
    expect(figure('A field of an element', ofElement.length, 'files')).toBeLessThanOrEqual(5)
    const code = [...ofPoint, ...ofElement].filter((file) => /\.tsx?$/.test(file))
    const ofBoth = ['src/modules/parkings', 'src/modules/streets', 'test/added']
    const found = await Promise.all([
      failures(...ofBoth, ...tests),
      typed('parkings', 'streets', 'deliberations', 'strategy'),
      objections('knip'),
      // A field more finds room in its files, too.
      objections('oxlint', 'src/modules/parkings', 'src/modules.ts', ...code),
      objections('oxfmt', '--check', 'src/modules/parkings', 'src/modules.ts'),
    ])
    expect(found.flat()).toEqual([])
  },
)

/** How many lines these files hold, blank ones among them; says so. */
function linesIn(what: string, folder: string, files: readonly string[]): number {
  const lines = files.reduce(
    (sum, file) => sum + readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length,
    0,
  )
  return figure(what, lines, `lines in ${files.length} files`)
}

test(`a trade with a field of each kind, a law, a letter and a reminder takes at most ${mostOfRich} lines`, () => {
  const folder = join(projectRoot, 'test/example/streets')
  const files = globSync('**/*.{ts,sql}', { cwd: folder }).filter(
    (file) => !/^(test|locales)/.test(file),
  )
  expect(linesIn('a rich trade, without tests and words', folder, files)).toBeLessThanOrEqual(
    mostOfRich,
  )
})

test('a fault in a module is told of', { timeout: 180_000 }, async () => {
  await writeFile(join(copy, 'src/modules/parkings/fee.ts'), 'export const fee: string = 1;\n')
  expect(await objections('oxfmt', '--check', 'src/modules/parkings')).not.toEqual([])
  expect(await typed('parkings')).toEqual([expect.stringContaining('parkings/fee.ts')])
})

test.for([
  ['Permits', 'permit'],
  ['order', 'line'],
  ['deliberations', 'point'],
  ['clock', 'hand'],
  ['../kernel', 'part'],
  ['', ''],
  ['permits', ''],
  ['permits', 'permits'],
  ['permits', 'case'],
  ['permits', 'permit', '--plural', 'permit'],
])('names that no module can bear are refused: « %s », « %s »', async (names) => {
  const { code, text } = await run('bin/new-module', ...names)
  expect(code).toBe(1)
  expect(text).toMatch(
    /^(A module is named by|There is already|Its dossiers are named by|Several of its dossiers)/,
  )
})
