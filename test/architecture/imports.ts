import { posix } from 'node:path'
import { type Place, type Source, at, isScript, isTest, placeOf } from './source.ts'
import { inside, nodes, stringOf } from './syntax.ts'

/** What a script imports, and where it says so. */
export interface Import {
  readonly specifier: string
  readonly where: string
}

const importing = [
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'TSImportType',
]

/** Every import, re-export and dynamic import of a script. */
export function importsOf(source: Source): Import[] {
  return nodes(source, ...importing).flatMap((node) => {
    const specifier = stringOf(inside(node, 'source')[0])
    return specifier === undefined ? [] : [{ specifier, where: at(source, node.start) }]
  })
}

/** The floor and folder that `#floor/folder` names. */
export function importedPlace(specifier: string): Place | undefined {
  const [, floor, folder] = /^#(kernel|commons|modules)\/(.+)$/.exec(specifier) ?? []
  // The expression allows no other floor.
  return folder === undefined ? undefined : { floor: floor as Place['floor'], folder }
}

/** The path that a relative import leads to. */
const resolved = ({ path }: Source, specifier: string) => posix.join(posix.dirname(path), specifier)

const height = { kernel: 0, commons: 1, modules: 2 }

/** Imports that point upwards: arrows go down only, modules → commons → kernel. */
export function checkFloors(sources: readonly Source[]): string[] {
  return sources.filter(({ path }) => isScript(path)).flatMap(upwards)
}

function upwards(source: Source): string[] {
  const from = placeOf(source.path)
  if (!from) return []
  return importsOf(source).flatMap(({ specifier, where }) => {
    const to = importedPlace(specifier) ?? placeOf(resolved(source, specifier))
    if (!to || height[to.floor] <= height[from.floor]) return []
    return [`${where} reaches up from ${from.floor} to ${specifier}`]
  })
}

/**
 * Imports of the house that do not go through the door of a folder (its index.ts, named
 * `#floor/folder`). The tests of the repository are no part of the house: they may look inside;
 * and what stands in the test folder of one is there for the tests of others.
 */
export function checkDoors(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isScript(path) && path.startsWith('src/'))
    .flatMap(besideTheDoor)
}

function besideTheDoor(source: Source): string[] {
  const own = placeOf(source.path)
  return importsOf(source).flatMap(({ specifier, where }) => {
    if (specifier.startsWith('.')) {
      const target = resolved(source, specifier)
      const other = placeOf(target)
      if (isTest(source.path) && isTest(target)) return []
      if (other && (other.floor !== own?.floor || other.folder !== own.folder))
        return [`${where} imports ${specifier}: say #${other.floor}/${other.folder}`]
      return own && !target.startsWith(`src/${own.floor}/${own.folder}/`)
        ? [`${where} imports ${specifier}, which is outside its folder`]
        : []
    }
    if (isTest(source.path)) return []
    const forTests = specifier.startsWith('#test/') || specifier === '#kernel/testing'
    const ownDoor = own && specifier === `#${own.floor}/${own.folder}`
    if (forTests && own?.folder !== 'testing')
      return [`${where} imports ${specifier}, made for tests`]
    return ownDoor ? [`${where} imports its own folder by its door`] : []
  })
}

/** The ways round among the kernel's folders: each is a circle of names. */
export function kernelCycles(sources: readonly Source[]): string[] {
  const arrows = new Map<string, Set<string>>()
  for (const source of sources) {
    const from = placeOf(source.path)
    if (from?.floor !== 'kernel' || !isScript(source.path) || isTest(source.path)) continue
    const to = arrows.get(from.folder) ?? new Set()
    arrows.set(from.folder, to)
    for (const { specifier } of importsOf(source)) {
      const place = importedPlace(specifier)
      if (place?.floor === 'kernel' && place.folder !== from.folder) to.add(place.folder)
    }
  }
  return circles(arrows)
}

function circles(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (folder: string, path: readonly string[]) => {
    if (path.includes(folder)) {
      found.push([...path.slice(path.indexOf(folder)), folder].join(' → '))
      return
    }
    if (done.has(folder)) return
    for (const next of arrows.get(folder) ?? []) visit(next, [...path, folder])
    done.add(folder)
  }
  for (const folder of arrows.keys()) visit(folder, [])
  return found
}
