import { tableOwners } from './needs.ts'
import { type Source, at, isScript, isTest, placeOf } from './source.ts'

const name = '[a-z_]+\\.[a-z_]+'
const inSql = new RegExp(`\\b(?:from|join|into|update|using|merge|only|table)\\s+(${name})`, 'gi')
const inBuilder =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|(?:inner|left|right|full|cross)Join(?:Lateral)?)\(([^)]*)/g
const quoted = new RegExp(`['"](${name})(?: as [a-z_]+)?['"]`, 'g')

/** The tables that a script reads or writes by SQL, written out or built. */
function queried({ text }: Source): { table: string; offset: number }[] {
  const built = [...text.matchAll(inBuilder)].flatMap(({ 1: given = '', index }) =>
    [...given.matchAll(quoted)].map(([, table = '']) => ({ table, offset: index })),
  )
  const written = [...text.matchAll(inSql)].map(({ 1: table = '', index }) => ({
    table,
    offset: index,
  }))
  return [...built, ...written]
}

/**
 * Trades that read or write the tables of another trade by SQL of their own: what another holds is asked for through
 * its index.ts, which alone knows how it is kept and who may see it. Tables of the commons are joined as they are.
 */
export function checkForeignTables(sources: readonly Source[]): string[] {
  const owners = tableOwners(sources)
  return sources
    .filter(({ path }) => isScript(path) && !isTest(path))
    .flatMap((source) => {
      const own = placeOf(source.path)
      return queried(source).flatMap(({ table, offset }) => {
        const place = owners.get(table)
        if (place?.floor !== 'modules' || own?.floor !== 'modules') return []
        if (place.folder === own.folder) return []
        return [`${at(source, offset)} goes to ${table}: ask ${place.folder} through its index.ts`]
      })
    })
}
