// The tests, by vitest; the name of a folder of a floor stands for all that guards it: npm test -- strategy
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** They test the tools of the house, which no trade changes, and take the longest. */
const ofTools = ['new-module', 'closing-line', 'lock']

/** What guards a folder: its tests, those of the modules that need it, journeys that open it, architecture. */
function guardsOf(name: string): string[] | undefined {
  const [folder] = globSync(`src/{kernel,commons,modules}/${name}/index.ts`, { cwd: root })
  if (!folder) return undefined
  const needed = new RegExp(String.raw`needs: \[[^\]]*'${name}'`)
  const around = folder.startsWith(join('src', 'modules'))
    ? pathsThat('src/modules/*/index.ts', (text) => needed.test(text))
    : []
  // A journey opens it by its address, or by its name in the rail.
  const title = titleIn(globSync(folder.replace(/index\.ts$/, 'locales/*fr.ts'), { cwd: root }))
  const isOpened = (text: string) =>
    new RegExp(String.raw`[/#.]${name}\b`).test(text) || (title !== '' && text.includes(title))
  return [
    ...[folder, ...around].map((path) => `${path.replace(/index\.ts$/, '')}`),
    ...pathsThat('test/e2e/*.test.ts', (text) => isOpened(text + besides(text))),
    ...globSync('test/architecture/*.test.ts', { cwd: root }).filter(
      (path) => !ofTools.some((one) => path.endsWith(`${one}.test.ts`)),
    ),
  ]
}

function titleIn(catalogues: readonly string[]): string {
  const words = catalogues.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  return /^ {2}title: '([^']+)'/m.exec(words)?.[1] ?? ''
}

const pathsThat = (pattern: string, holds: (text: string) => boolean) =>
  globSync(pattern, { cwd: root }).filter((path) => holds(readFileSync(join(root, path), 'utf8')))

/** What the journeys’ own files say that a test imports. */
const besides = (text: string) =>
  [...text.matchAll(/from '\.\/(\w+\.ts)'/g)]
    .map(([, file = '']) => readFileSync(join(root, 'test/e2e', file), 'utf8'))
    .join('\n')

const given = process.argv.slice(2).flatMap((one, at, all) => {
  // What follows an option belongs to it; a path stands for itself.
  if (!/^[a-z]+$/.test(one) || all[at - 1]?.startsWith('-')) return [one]
  const guards = guardsOf(one)
  if (guards) return guards
  const folders = globSync('src/modules/*', { cwd: root }).map((path) => basename(path))
  console.error(`No folder is called « ${one} ». The trades are: ${folders.toSorted().join(', ')}.`)
  process.exit(1)
})
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...given], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
