// Prints the figures of the house: npm run figures. What tests claim (`figure` in test/harness/queries.ts) and
// hold, then the lines of each module; with --times also how long the tests of each folder take.
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')
const row = (what: string, value: string, unit: string) =>
  console.log(`${what.padEnd(60)} ${value.padStart(9)} ${unit}`)

function runTests(...args: string[]): string {
  const run = spawnSync(process.execPath, [vitest, 'run', ...args], {
    ...{ cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (run.status !== 0) process.exitCode = 1
  return run.stdout
}

function claimed(): void {
  const claims = globSync('{src,test}/**/*.test.ts', { cwd: root }).filter((file) =>
    /\bfigure\b[^}]*\} from '#test\/harness'/.test(textOf(file)),
  )
  for (const [, what = '', value = '', unit = ''] of runTests(...claims).matchAll(
    /^([^\s✓].*): (\d[\d.]*) (\p{L}.*)$/gmu,
  ))
    row(what, value, unit)
}

const linesIn = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + textOf(file).trimEnd().split('\n').length, 0)

function lines(): void {
  for (const folder of globSync('src/{kernel,commons,modules}/*/', { cwd: root }).toSorted()) {
    const files = globSync(`${folder}/**/*.{ts,tsx,sql,md}`, { cwd: root })
    const code = files.filter((file) => !/[\\/](test|locales)[\\/]|\.md$/.test(file))
    const how = `lines in ${code.length} files, without tests and words; ${linesIn(files)} in ${files.length} with all`
    row(folder, String(linesIn(code)), how)
  }
}

interface Results {
  testResults: { name: string; startTime: number; endTime: number }[]
}

/** Seconds of each folder, added over its files: two run at once. */
function times(): void {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-figures-'))
  const file = join(folder, 'tests.json')
  runTests('--reporter=json', `--outputFile=${file}`)
  const results: Results = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(folder, { recursive: true })
  const sums = new Map<string, number>()
  for (const { name, startTime, endTime } of results.testResults) {
    const place = relative(root, name).split(/[\\/]/).slice(0, 3).join('/')
    const key = place.startsWith('test') ? place.split('/').slice(0, 2).join('/') : place
    sums.set(key, (sums.get(key) ?? 0) + (endTime - startTime) / 1000)
  }
  for (const [place, seconds] of [...sums].toSorted(([, one], [, other]) => other - one))
    row(`tests of ${place}`, seconds.toFixed(1), 's')
}

claimed()
lines()
if (process.argv.includes('--times')) times()
