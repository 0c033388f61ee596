import { type Source, at, isScript, isTest } from './source.ts'
import { calledName, inside, nodes, stringOf } from './syntax.ts'

/** Permissions that are named and have no policy, or that have one and are never asked for. */
export function checkPermissions(
  declared: ReadonlySet<string>,
  sources: readonly Source[],
): string[] {
  const named = sources.filter(({ path }) => isScript(path) && !isTest(path)).flatMap(namedIn)
  const asked = new Set(named.map(({ name }) => name))
  return [
    ...named
      .filter(({ name }) => !declared.has(name))
      .map(({ name, where }) => `${where} names the permission ${name}, which has no policy`),
    ...[...declared]
      .filter((name) => !asked.has(name))
      .map((name) => `nothing asks for the permission ${name}`),
  ]
}

/** `permission('…')`, `may('…')`, and `permission: '…'` of a link. */
function namedIn(source: Source): { name: string; where: string }[] {
  const calls = nodes(source, 'CallExpression')
    .filter((call) => ['permission', 'may'].includes(calledName(call)))
    .flatMap((call) => inside(call, 'arguments').slice(0, 1))
  const links = nodes(source, 'Property')
    .filter((property) => inside(property, 'key')[0]?.['name'] === 'permission')
    .flatMap((property) => inside(property, 'value'))
  return [...calls, ...links].flatMap((node) => {
    const name = stringOf(node)
    return name === undefined ? [] : [{ name, where: at(source, node.start) }]
  })
}
