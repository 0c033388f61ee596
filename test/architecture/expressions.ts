import { check } from 'recheck'
import { at, isScript, isTest, type Source } from './source.ts'
import { calledName, inside, nodes, type SyntaxNode, stringOf } from './syntax.ts'

/** A regular expression of the house, as it is written, and where. */
export interface Expression {
  readonly place: string
  readonly source: string
  readonly flags: string
}

/** `/source/flags`, by which the record and the list of harmless ones know it. */
export const written = ({ source, flags }: Expression) => `/${source}/${flags}`

const isOurs = ({ path }: Source) =>
  path.startsWith('src/') &&
  isScript(path) &&
  !isTest(path) &&
  !path.startsWith('src/kernel/testing/')

/** Every literal of the house, but for its tests. */
export const expressions = (sources: readonly Source[]): Expression[] =>
  sources.filter(isOurs).flatMap((source) =>
    nodes(source, 'Literal').flatMap((node) => {
      const literal = node['regex']
      if (typeof literal !== 'object' || literal === null) return []
      const { pattern, flags } = literal as { pattern: string; flags: string } // As ESTree has it.
      return { place: at(source, node.start), source: pattern, flags }
    }),
  )

/** Those that are put together as the program runs, which no check reads. */
export const composed = (sources: readonly Source[]): string[] =>
  sources
    .filter(isOurs)
    .flatMap((source) =>
      [...nodes(source, 'NewExpression'), ...nodes(source, 'CallExpression')]
        .filter((node) => calledName(node) === 'RegExp' && isOfPieces(node))
        .map(() => source.path),
    )

const isOfPieces = (node: SyntaxNode) => stringOf(inside(node, 'arguments')[0]) === undefined

/** In milliseconds, for one expression on a busy machine. */
const patience = 30_000

/** Why an expression may take more than twice as long for twice as much; nothing where it is proven that it does not. */
export async function fault({ source, flags }: Expression): Promise<string | undefined> {
  const found = await check(source, flags, { timeout: patience })
  if (found.status === 'safe') return undefined
  return found.status === 'vulnerable'
    ? found.complexity.summary
    : `not proven: ${found.error.kind}`
}
