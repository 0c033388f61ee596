import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'

const copied = [
  ...['src', 'test', 'bin', 'bench', 'db', 'docs', 'package.json', 'tsconfig.json'],
  ...['.gitignore', '.oxlintrc.json', '.oxfmtrc.json', 'knip.ts', 'vitest.config.ts'],
]

let copy: string
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'beffroi-copy-'))
  for (const name of copied)
    await cp(join(projectRoot, name), join(copy, name), { recursive: true })
  await symlink(join(projectRoot, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const binaries = join(projectRoot, 'node_modules/.bin')

/** Runs a program in the copy, as a person does: what this test run knows of itself stays out. */
async function run(program: string, ...args: string[]): Promise<{ code: number; text: string }> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name),
  )
  const path = `${binaries}:${process.env['PATH']}`
  const env = { ...Object.fromEntries(own), PATH: path, NO_COLOR: '1' }
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: copy, env })
    return { code: 0, text: stdout + stderr }
  } catch (error) {
    if (!(error instanceof Error && 'stdout' in error && 'stderr' in error)) throw error
    return { code: 1, text: `${error.stdout}${error.stderr}` }
  }
}

/** What a check says of the new module: nothing, even where the rest of the house has faults. */
async function objections(program: string, ...args: string[]): Promise<string[]> {
  const { code, text } = await run(program, ...args)
  if (code === 0) return []
  return text.split('\n').filter((line) => line.includes('parkings') && !/^\s*✓/.test(line))
}

test(
  'bin/new-module makes a module that passes every check and answers',
  { timeout: 180_000 },
  async () => {
    const made = await run('bin/new-module', 'parkings', 'Stationnement', 'Parking')
    expect(made).toEqual({ code: 0, text: expect.stringContaining('/parkings') })
    const list = await readFile(join(copy, 'src/modules.ts'), 'utf8')
    expect(list).toContain("import { parkings } from '#modules/parkings'")
    expect(await objections('oxfmt', '--check')).toEqual([])
    expect(await objections('oxlint')).toEqual([])
    expect(await objections('tsc', '--noEmit')).toEqual([])
    expect(await objections('knip')).toEqual([])
    const others = ['--exclude', '**/new-module.test.ts']
    const tests = ['src/modules/parkings', 'test/architecture']
    expect(await objections('vitest', 'run', ...others, ...tests)).toEqual([])
  },
)

test('a fault in a module is told of', { timeout: 180_000 }, async () => {
  await writeFile(join(copy, 'src/modules/parkings/fee.ts'), 'export const fee: string = 1;\n')
  expect(await objections('oxfmt', '--check')).not.toEqual([])
  expect(await objections('tsc', '--noEmit')).not.toEqual([])
  expect(await objections('knip')).not.toEqual([])
})

test.for(['Permits', 'order', 'deliberations', 'clock', '../kernel', ''])(
  'a name that no module can bear is refused: « %s »',
  async (name) => {
    const { code, text } = await run('bin/new-module', name)
    expect(code).toBe(1)
    expect(text).toMatch(/^(A module is named by|There is already)/)
  },
)
