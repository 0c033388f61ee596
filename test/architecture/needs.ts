import { importedPlace, importsOf } from './imports.ts'
import { type Place, type Source, at, isScript, isTest, placeOf } from './source.ts'
import { strings } from './syntax.ts'

/** What the manifest of a folder says of what it needs. */
export interface Manifest {
  readonly name: string
  readonly needs: readonly string[]
}

/**
 * Needs that a folder has and does not name (by an import or by a table of another), needs that it
 * names and does not have, and tables of a floor above.
 */
export function checkNeeded(sources: readonly Source[], manifests: readonly Manifest[]): string[] {
  const owners = tableOwners(sources)
  const had = new Map<string, Map<string, string>>()
  const wrong: string[] = []
  for (const source of sources.filter(({ path }) => !isTest(path))) {
    const own = placeOf(source.path)
    if (!own) continue
    for (const { place, where, what } of reaches(source, owners)) {
      if (place.floor === 'kernel' || place.folder === own.folder) continue
      if (own.floor === 'kernel') wrong.push(`${where} reaches up to ${what}`)
      const needed = had.get(own.folder) ?? new Map<string, string>()
      had.set(own.folder, needed.set(place.folder, `${where} uses ${what}`))
    }
  }
  return [...wrong, ...manifests.flatMap((one) => compare(one, had.get(one.name) ?? new Map()))]
}

function compare({ name, needs }: Manifest, had: ReadonlyMap<string, string>): string[] {
  const unnamed = [...had].filter(([folder]) => !needs.includes(folder))
  const idle = needs.filter((folder) => !had.has(folder))
  return [
    ...unnamed.map(([folder, why]) => `${name} does not name its need of ${folder}: ${why}`),
    ...idle.map((folder) => `${name} names ${folder}, which it does not use`),
  ]
}

interface Reach {
  readonly place: Place
  readonly where: string
  readonly what: string
}

function reaches(source: Source, owners: ReadonlyMap<string, Place>): Reach[] {
  const imported = isScript(source.path) ? importsOf(source) : []
  return [
    ...imported.flatMap(({ specifier, where }) => {
      const place = importedPlace(specifier)
      return place ? [{ place, where, what: specifier }] : []
    }),
    ...tablesIn(source).flatMap(({ table, where }) => {
      const place = owners.get(table)
      return place ? [{ place, where, what: table }] : []
    }),
  ]
}

/** Whatever reads like `schema.table` in the strings of a script or in SQL, comments apart. */
export function tablesIn(source: Source): { table: string; where: string }[] {
  const name = /\b[a-z_]+\.[a-z_]+\b(?!\.)/g
  if (isScript(source.path))
    return strings(source).flatMap(({ node, text }) =>
      [...text.matchAll(name)].map(([table]) => ({ table, where: at(source, node.start) })),
    )
  if (!source.path.endsWith('.sql')) return []
  const sql = source.text.replaceAll(/--.*/g, (comment) => ' '.repeat(comment.length))
  return [...sql.matchAll(name)].map(({ 0: table, index }) => ({ table, where: at(source, index) }))
}

/** Which folder's migrations make each table, or took it over into another schema. */
export function tableOwners(sources: readonly Source[]): Map<string, Place> {
  const making = /^create (?:unlogged )?table (?:if not exists )?([a-z_]+\.[a-z_]+)/gim
  const moving = /^alter table ([a-z_]+)\.([a-z_]+) set schema ([a-z_]+)/gim
  const owners = new Map<string, Place>()
  const inTime = sources
    .filter(({ path }) => path.endsWith('.sql'))
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  for (const { path, text } of inTime) {
    const place = placeOf(path)
    if (!place) continue
    for (const [, table = ''] of text.matchAll(making)) owners.set(table, place)
    for (const [, schema, name, into] of text.matchAll(moving)) {
      owners.delete(`${schema}.${name}`)
      owners.set(`${into}.${name}`, place)
    }
  }
  return owners
}

const nameOf = ({ path }: Source) => path.split('/').at(-1) ?? ''
