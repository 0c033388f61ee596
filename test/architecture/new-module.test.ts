import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
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
  const env = { ...Object.fromEntries(own), PATH: path }
  try {
    const { stdout, stderr } = await promisify(execFile)(program, args, { cwd: copy, env })
    return { code: 0, text: stdout + stderr }
  } catch (error) {
    if (!(error instanceof Error && 'stdout' in error && 'stderr' in error)) throw error
    return { code: 1, text: `${error.stdout}${error.stderr}` }
  }
}

test(
  'bin/new-module makes a module that passes every check and answers',
  { timeout: 180_000 },
  async () => {
    const made = await run('bin/new-module', 'parkings', 'Stationnement', 'Parking')
    expect(made).toEqual({ code: 0, text: expect.stringContaining('/parkings') })
    const list = await readFile(join(copy, 'src/modules.ts'), 'utf8')
    expect(list).toContain("import { parkings } from '#modules/parkings'")
    const passed = { code: 0, text: expect.any(String) }
    expect(await run('oxfmt', '--check')).toEqual(passed)
    expect(await run('oxlint')).toEqual(passed)
    expect(await run('tsc', '--noEmit')).toEqual(passed)
    expect(await run('knip')).toEqual(passed)
    const others = ['--exclude', '**/new-module.test.ts']
    const tests = ['src/modules/parkings', 'test/architecture']
    expect(await run('vitest', 'run', ...others, ...tests)).toEqual(passed)
  },
)

test.for(['Permits', 'order', 'deliberations', 'clock', '../kernel', ''])(
  'a name that no module can bear is refused: « %s »',
  async (name) => {
    const { code, text } = await run('bin/new-module', name)
    expect(code).toBe(1)
    expect(text).toMatch(/^(A module is named by|There is already)/)
  },
)
