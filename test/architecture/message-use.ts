import { type Catalogue, argumentsOf } from './messages.ts'
import { type Source, at, isScript, isTest } from './source.ts'
import {
  type SyntaxNode,
  calledName,
  inside,
  nodes,
  propertiesOf,
  stringOf,
  strings,
} from './syntax.ts'

const isUse = ({ path }: Source) => isScript(path) && !isTest(path) && !path.includes('/locales/')

/** Messages that nobody says: no string names them, no family of `made` keys holds them. */
export function unusedMessages(
  keys: Iterable<string>,
  sources: readonly Source[],
  made: readonly RegExp[],
): string[] {
  const said = new Set(sources.filter(isUse).flatMap((one) => strings(one).map(({ text }) => text)))
  return [...keys]
    .filter((key) => !said.has(key) && !made.some((family) => family.test(key)))
    .map((key) => `nobody says ${key}`)
}

/** Families of keys that no longer hold a message. */
export function idleFamilies(keys: readonly string[], made: readonly RegExp[]): string[] {
  return made
    .filter((family) => !keys.some((key) => family.test(key)))
    .map((family) => `no message is of the family ${family.source}`)
}

/** A message that a script names, with the parameters that it gives. */
interface Saying {
  readonly node: SyntaxNode
  readonly key: string
  /** Undefined where the parameters are made elsewhere. */
  readonly given: ReadonlySet<string> | undefined
}

/** Messages that do not exist, and messages that are not given what they ask for. */
export function checkSayings(sources: readonly Source[], catalogue: Catalogue): string[] {
  return sources.filter(isUse).flatMap((source) =>
    sayingsIn(source, catalogue).flatMap(({ node, key, given }) => {
      const text = catalogue.get(key)
      if (text === undefined) return [`${at(source, node.start)} says ${key}, which does not exist`]
      const missing = given ? [...argumentsOf(text)].filter((name) => !given.has(name)) : []
      return missing.map((name) => `${at(source, node.start)} says ${key} without ${name}`)
    }),
  )
}

function sayingsIn(source: Source, catalogue: Catalogue): Saying[] {
  return [
    ...nodes(source, 'CallExpression', 'NewExpression').flatMap((call) => inCall(call, catalogue)),
    ...nodes(source, 'ObjectExpression').flatMap((object) => inObject(object, catalogue)),
  ]
}

/** `t('key', {…})`, `new Conflict('key', {…})`, `ensure(…, 'key', {…})`. */
function inCall(call: SyntaxNode, catalogue: Catalogue): Saying[] {
  const given = inside(call, 'arguments')
  if (calledName(call) === 'isMessage') return []
  return given.flatMap((argument, index) =>
    branches(argument).flatMap((node) => {
      const key = stringOf(node)
      const says = key !== undefined && (calledName(call) === 't' || catalogue.has(key))
      if (!says || calledName(call) === 'redirect') return []
      return [{ node, key, given: parameters(given[index + 1]) }]
    }),
  )
}

/** `{ key: 'key', params: {…} }`, as obstacles and flash messages are. */
function inObject(object: SyntaxNode, catalogue: Catalogue): Saying[] {
  const properties = propertiesOf(object)
  return branches(properties?.get('key')).flatMap((node) => {
    const key = stringOf(node)
    if (key === undefined || !catalogue.has(key)) return []
    return [{ node, key, given: parameters(properties?.get('params')) }]
  })
}

/** The one or the other of a choice. */
function branches(node: SyntaxNode | undefined): SyntaxNode[] {
  if (node?.type !== 'ConditionalExpression') return node ? [node] : []
  return [...inside(node, 'consequent'), ...inside(node, 'alternate')].flatMap(branches)
}

function parameters(node: SyntaxNode | undefined): ReadonlySet<string> | undefined {
  if (!node) return new Set()
  if (node.type !== 'ObjectExpression') return undefined
  const properties = propertiesOf(node)
  return properties && new Set(properties.keys())
}
