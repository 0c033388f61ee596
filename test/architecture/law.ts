import { type Source, at, isScript, isTest, placeOf } from './source.ts'
import { type SyntaxNode, calledName, inside, nodes, stringOf } from './syntax.ts'

/** A law that a file asks for: `const quorumLaw = applied('vote.quorum', …)`. */
export interface AskedIn {
  readonly key: string
  readonly does: string
}

const product = ({ path }: Source) => path.startsWith('src/') && isScript(path) && !isTest(path)

const calls = (source: Source) =>
  product(source) && /\bapplied\(/.test(source.text) && !source.path.startsWith('src/commons/law/')
    ? nodes(source, 'CallExpression').filter((call) => calledName(call) === 'applied')
    : []

/** What files ask of the law. */
export function lawsAsked(sources: readonly Source[]): AskedIn[] {
  return sources.flatMap((source) =>
    calls(source).map((call) => {
      const [key, , does] = inside(call, 'arguments')
      return { key: stringOf(key) ?? '', does: stringOf(does) ?? '' }
    }),
  )
}

/** Where a trade declares its law. */
export const isLaw = (path: string) => /^src\/modules\/[^/]+\/law\//.test(path)

const doing = [
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'CallExpression',
  'NewExpression',
  'ClassDeclaration',
]

/** Declared law that is more than data: it makes or calls something. */
export function checkLawIsData(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isLaw(path))
    .flatMap((source) => {
      const [first] = nodes(source, ...doing)
      return first ? [`${at(source, first.start)} does something: law is data`] : []
    })
}

/**
 * Laws that are asked for and not truly applied: by a folder that says that it is another which does,
 * or under a name that no code reads. What is said to be applied would be claimed.
 */
export function checkLaws(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const folder = placeOf(source.path)?.folder ?? ''
    return calls(source).flatMap((call) => {
      const where = at(source, call.start)
      const does = stringOf(inside(call, 'arguments')[2]) ?? ''
      const name = boundTo(source, call)
      return [
        ...(does.startsWith(`${folder}.`)
          ? []
          : [`${where} says by ${does} that another applies it`]),
        ...(name !== undefined && isRead(name, folder, sources)
          ? []
          : [`${where} asks for a law that no code reads`]),
      ]
    })
  })
}

/** The constant that holds what a call returns. */
function boundTo(source: Source, call: SyntaxNode): string | undefined {
  const made = nodes(source, 'VariableDeclarator').find((one) =>
    inside(one, 'init').some(({ start }) => start === call.start),
  )
  const [id] = made ? inside(made, 'id') : []
  return typeof id?.['name'] === 'string' ? id['name'] : undefined
}

/** Whether the folder's own code, and no test, does anything with a name but declare, import and export it. */
function isRead(name: string, folder: string, sources: readonly Source[]): boolean {
  return sources
    .filter(
      (one) => product(one) && placeOf(one.path)?.folder === folder && one.text.includes(name),
    )
    .some((source) => {
      const naming = [
        ...nodes(source, 'ImportSpecifier', 'ExportSpecifier'),
        ...nodes(source, 'VariableDeclarator').flatMap((one) => inside(one, 'id')),
        ...nodes(source, 'Property').flatMap((one) => (one['shorthand'] ? [] : inside(one, 'key'))),
      ]
      return nodes(source, 'Identifier').some(
        (one) =>
          one['name'] === name &&
          !naming.some(({ start, end }) => start <= one.start && one.end <= end),
      )
    })
}
