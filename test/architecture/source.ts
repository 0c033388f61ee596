import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A hand-written file of the repository; `path` from its root, with slashes. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Where a file of `src` lives: the floor and the folder on it. */
export interface Place {
  readonly floor: 'kernel' | 'commons' | 'modules'
  readonly folder: string
}

const written = '{src,test,bench,bin}/**/*.{ts,tsx,js,sql,css,typ}'

/** All that people wrote, in the order of the paths. */
export function readSources(root: string): Source[] {
  const paths = globSync(written, { cwd: root }).map((path) => path.split(sep).join('/'))
  return paths.toSorted().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The place of a file; undefined outside the three floors. */
export function placeOf(path: string): Place | undefined {
  const [, floor, folder] = /^src\/(kernel|commons|modules)\/([^/]+)\//.exec(path) ?? []
  // The expression allows no other floor.
  return folder === undefined ? undefined : { floor: floor as Place['floor'], folder }
}

export const isTest = (path: string) => /(^|\/)test\//.test(path)
export const isScript = (path: string) => /\.(ts|tsx|js)$/.test(path)

/** Where the lines of a file begin, for `at`. */
const begins = new WeakMap<Source, readonly number[]>()

/** `path:line`, as an editor opens it. */
export function at(source: Source, offset: number): string {
  let lines = begins.get(source)
  if (!lines) {
    lines = [0, ...source.text.matchAll(/\n/g).map(({ index }) => index + 1)]
    begins.set(source, lines)
  }
  const after = lines.findIndex((begin) => begin > offset)
  return `${source.path}:${after < 0 ? lines.length : after}`
}
