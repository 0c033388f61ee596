import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'

const folder = mkdtempSync(join(tmpdir(), 'beffroi-run-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reporter = join(projectRoot, 'test/harness/closing-line.ts')
const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs')

interface Ended {
  lines: string[]
  code: number
  /** Why tests failed. */
  reasons: string
}

/** The last lines of a run of these test files, and how it ended. */
function linesOf(files: Record<string, string>, settings = ''): Ended {
  const root = mkdtempSync(join(folder, 'run-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  const config = `import { ClosingLine } from ${JSON.stringify(reporter)}
    export default { test: { globals: true, reporters: ['default', new ClosingLine()], ${settings} } }`
  writeFileSync(join(root, 'vitest.config.ts'), config)
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  const run = spawnSync(process.execPath, [vitest, 'run', '--root', root], {
    env: Object.fromEntries(own),
    encoding: 'utf8',
  })
  return { lines: run.stdout.trimEnd().split('\n'), code: run.status ?? 1, reasons: run.stderr }
}

const good = "test('holds', () => expect(1).toBe(1))\n"

test('a run ends with the plain line of what passed and failed', () => {
  const { lines, code } = linesOf({ 'a.test.ts': good, 'b.test.ts': good })
  expect(lines.at(-1)).toBe('2 passed, 0 failed')
  expect(code).toBe(0)
})

test('what fails is counted, what is skipped is named with its reason', () => {
  const { lines, code } = linesOf({
    'a.test.ts': `${good}test('breaks', () => expect(1).toBe(2))`,
    'b.test.ts': "test('needs the real data', (c) => c.skip('../shared/data is not there'))",
  })
  expect(lines.slice(-2)).toEqual([
    'skipped: needs the real data: ../shared/data is not there',
    '1 passed, 1 failed, 1 skipped',
  ])
  expect(code).toBe(1)
})

test('of a page that is not as expected the main part is printed', () => {
  const page = `<!doctype html><html>${'<link>'.repeat(2000)}<main>The words</main></html>`
  const { reasons } = linesOf(
    { 'a.test.ts': `test('breaks', () => expect('${page}').toContain('Others'))` },
    `setupFiles: [${JSON.stringify(join(projectRoot, 'test/harness/shortened.ts'))}]`,
  )
  expect(reasons).toContain('<main>The words</main>')
  expect(reasons).not.toContain('<link><link><link><link><link><link><link><link>')
})

test('a file that does not load and a start that fails count as failures', () => {
  const broken = linesOf({ 'a.test.ts': good, 'b.test.ts': "throw new Error('Not today')" })
  expect(broken.lines.at(-1)).toBe('1 passed, 1 failed')
  const files = {
    'a.test.ts': good,
    'start.ts': "export default () => { throw new Error('No database') }",
  }
  const unstarted = linesOf(files, "globalSetup: ['start.ts']")
  expect(unstarted.lines.at(-1)).toBe('0 passed, 1 failed')
  expect(unstarted.code).toBe(1)
})
