import { type Source, at, isScript, isTest, placeOf } from './source.ts'
import { calledName, inside, nodes, pieceOf, stringOf } from './syntax.ts'

/** An event that a script emits under a name of its own. */
export interface Emission {
  readonly type: string
  readonly where: string
}

const scripts = (sources: readonly Source[]) =>
  sources.filter(({ path }) => isScript(path) && !isTest(path))

/** The events that scripts emit by name; those of workflows and of `write` are made from data. */
export function emissions(sources: readonly Source[]): Emission[] {
  return scripts(sources).flatMap((source) =>
    nodes(source, 'CallExpression')
      .filter((call) => calledName(call) === 'emit')
      .flatMap((call) => {
        const type = stringOf(inside(call, 'arguments')[0])
        return type === undefined ? [] : [{ type, where: at(source, call.start) }]
      }),
  )
}

/** Events that are not called `folder.thing.verb` after the folder that emits them. */
export function checkEvents(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const folder = placeOf(source.path)?.folder
    return emissions([source])
      .filter(({ type }) => !/^[a-z_]+(\.[a-z_]+){2}$/.test(type) || type.split('.')[0] !== folder)
      .map(({ type, where }) => `${where} emits ${type}, which is not ${folder}.thing.verb`)
  })
}

/** The last part of the events that `write(kind, dossier, patch, 'verb')` makes, with the folder. */
export function writtenVerbs(sources: readonly Source[]): { folder: string; verb: string }[] {
  return scripts(sources).flatMap((source) => {
    const folder = placeOf(source.path)?.folder
    if (!folder) return []
    return nodes(source, 'CallExpression')
      .filter((call) => calledName(call) === 'write')
      .flatMap((call) => {
        const verb = stringOf(inside(call, 'arguments')[3])
        return verb === undefined ? [] : [{ folder, verb }]
      })
  })
}

/** The verbs of events on dossiers of whatever kind: `emit(`${dossier.kind}.add_annex`)`. */
export function verbsOnAnyKind(sources: readonly Source[]): string[] {
  return scripts(sources).flatMap((source) =>
    nodes(source, 'CallExpression')
      .filter((call) => calledName(call) === 'emit')
      .flatMap((call) => inside(call, 'arguments').slice(0, 1))
      .flatMap(
        (type) =>
          inside(type, 'quasis')
            .map(pieceOf)
            .at(-1)
            ?.match(/^\.(\w+)$/)?.[1] ?? [],
      ),
  )
}

/** The events that happen to dossiers of these kinds besides the steps of their workflows. */
export function deeds(sources: readonly Source[], kinds: readonly string[]): string[] {
  const emitted = emissions(sources)
    .map(({ type }) => type)
    .filter((type) => kinds.some((kind) => type.startsWith(`${kind}.`)))
  const written = writtenVerbs(sources).flatMap(({ folder, verb }) =>
    kinds.filter((kind) => kind.startsWith(`${folder}.`)).map((kind) => `${kind}.${verb}`),
  )
  const onAny = verbsOnAnyKind(sources).flatMap((verb) => kinds.map((kind) => `${kind}.${verb}`))
  return [...new Set([...emitted, ...written, ...onAny])]
}

/** What history says of an event: `deliberations.item.done.vote`. */
export const deedMessage = (type: string) => type.replace(/\.(\w+)$/, '.done.$1')
