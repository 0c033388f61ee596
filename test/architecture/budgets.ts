import { isLaw } from './law.ts'
import { type Source, isTest, placeOf } from './source.ts'

/** Lines of a file, all of them, and lines of code of a module; past that, it is two. */
const budget = { file: 300, module: 4000 }

const vague = ['utils', 'util', 'common', 'helpers', 'helper', 'shared', 'lib', 'misc']

const lines = ({ text }: Source) => text.trimEnd().split('\n').length

/** Lines that hold code: neither blank nor comment. */
function linesOfCode({ text }: Source): number {
  const code = text
    .replaceAll(/^[ \t]*\/\*[\s\S]*?\*\//gm, '')
    .split('\n')
    .map((line) => line.trim())
  return code.filter((line) => line !== '' && !line.startsWith('//')).length
}

/**
 * Words are no code, nor is the past: migrations are never changed, and only grow in number. Nor is law, of
 * which a test says that it is data, nor how a piece is dressed.
 */
const isNoCode = (path: string) =>
  path.includes('/locales/') ||
  path.includes('/migrations/') ||
  path.endsWith('/style.css') ||
  path.endsWith('/drawn.css') ||
  isLaw(path)

/** Files that have outgrown their budget. */
export function checkFiles(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => lines(source) > budget.file)
    .map((source) => `${source.path} has ${lines(source)} lines, more than ${budget.file}`)
}

/** Modules that have outgrown their budget, tests, catalogues, law and migrations apart: each is two. */
export function checkModules(sources: readonly Source[]): string[] {
  const sizes = new Map<string, number>()
  for (const source of sources) {
    const place = placeOf(source.path)
    if (!place || place.floor === 'kernel') continue
    if (isTest(source.path) || isNoCode(source.path)) continue
    const name = `${place.floor}/${place.folder}`
    sizes.set(name, (sizes.get(name) ?? 0) + linesOfCode(source))
  }
  return [...sizes].flatMap(([name, size]) =>
    size > budget.module ? [`${name} has ${size} lines of code, more than ${budget.module}`] : [],
  )
}

/** Folders whose name does not say what is in them. */
export function checkNames(sources: readonly Source[]): string[] {
  const folders = new Set(
    sources.flatMap(({ path }) => {
      const parts = path.split('/').slice(0, -1)
      return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
    }),
  )
  return [...folders]
    .filter((folder) => vague.includes(folder.split('/').at(-1) ?? ''))
    .map((folder) => `${folder}: no folder bears that name`)
}
