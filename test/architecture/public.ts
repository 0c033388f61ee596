import { importedPlace, importsOf } from './imports.ts'
import { tableOwners, tablesIn } from './needs.ts'
import { type Place, type Source, at, isScript, isTest } from './source.ts'
import { inside, nodes } from './syntax.ts'

/** Folders that own tables and from which a public page takes what needs none that is private. */
const harmless = ['tenancy', 'publication', 'publications']

/**
 * Scripts that declare public routes and reach for private rows: they name a table, take the
 * transaction itself, or import from a folder that owns tables. Types are free.
 */
export function checkPublicFaces(sources: readonly Source[]): string[] {
  const owners = tableOwners(sources)
  const folders = new Set([...owners.values()].map(name))
  const isPrivate = (place: Place) =>
    name(place) === 'kernel/db' || (folders.has(name(place)) && !harmless.includes(place.folder))
  return sources.filter(declaresPublicRoutes).flatMap((source) => [
    ...importsOf(source).flatMap(({ specifier, where }) => {
      const place = importedPlace(specifier)
      return place && isPrivate(place) && !isTypeOnly(source, where)
        ? [`${where} is public and imports ${specifier}`]
        : []
    }),
    ...tablesIn(source)
      .filter(({ table }) => owners.has(table))
      .map(({ table, where }) => `${where} is public and names ${table}`),
  ])
}

const name = ({ floor, folder }: Place) => `${floor}/${folder}`

function declaresPublicRoutes(source: Source): boolean {
  if (!isScript(source.path) || isTest(source.path)) return false
  return nodes(source, 'NewExpression').some((made) =>
    inside(made, 'callee').some(({ name: of }) => of === 'PublicRoutes' || of === 'RegionRoutes'),
  )
}

const isTypeOnly = (source: Source, where: string) =>
  nodes(source, 'ImportDeclaration').some(
    (node) => node['importKind'] === 'type' && at(source, node.start) === where,
  )
