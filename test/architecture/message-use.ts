import { type Catalogue, argumentsOf } from './messages.ts'
import { type Source, at, isScript, isTest } from './source.ts'
import {
  type SyntaxNode,
  calledName,
  inside,
  nodes,
  pieceOf,
  propertiesOf,
  stringOf,
  strings,
} from './syntax.ts'

const isUse = ({ path }: Source) => isScript(path) && !isTest(path) && !path.includes('/locales/')

/**
 * Messages that nobody says: no declaration makes them, no script names them, nor the family that they
 * are of.
 */
export function unusedMessages(
  keys: Iterable<string>,
  sources: readonly Source[],
  declared: ReadonlySet<string>,
): string[] {
  const scripts = sources.filter(isUse)
  const said = new Set(scripts.flatMap((one) => strings(one).map(({ text }) => text)))
  const made = familiesByFolder(scripts)
  return [...keys]
    .filter((key) => !declared.has(key) && !said.has(key))
    .filter((key) => !made.get(folderOf(key))?.some((one) => one.test(key)))
    .map((key) => `nobody says ${key}`)
}

/** Words for states, verbs and deeds that a kind of dossiers does not have. */
export function vainWords(
  keys: readonly string[],
  kinds: readonly string[],
  declared: ReadonlySet<string>,
): string[] {
  return keys
    .filter((key) => {
      const [, kind = ''] = /^(\w+\.\w+)\.(?:state|verb|done)\.\w+$/.exec(key) ?? []
      return kinds.includes(kind) && !declared.has(key)
    })
    .map((key) => `nobody says ${key}`)
}

const folderOf = (key: string) => key.slice(0, key.indexOf('.'))

/**
 * The families of keys that scripts make from data: `folder.thing.${…}`, or a string that ends with
 * a dot, to which something is added.
 */
function familiesByFolder(sources: readonly Source[]): Map<string, RegExp[]> {
  const families = sources.flatMap((source) => [
    ...nodes(source, 'TemplateLiteral').map((node) => inside(node, 'quasis').map(pieceOf)),
    ...strings(source).flatMap(({ text }) => (text.endsWith('.') ? [[text, '']] : [])),
  ])
  const made = families
    .filter(([head = '', ...others]) => others.length > 0 && /^[a-z_]+\.[a-z_]+\./.test(head))
    .map(([head = '', ...others]) => ({
      folder: folderOf(head),
      keys: [head, ...others].map(RegExp.escape).join('[\\w.-]+'),
    }))
  const grouped = Map.groupBy(made, ({ folder }) => folder)
  return new Map(
    [...grouped].map(([folder, own]) => {
      const different = new Set(own.map(({ keys }) => keys))
      return [folder, [...different].map((keys) => new RegExp(`^${keys}$`))]
    }),
  )
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

/** What these are called with may read like a message, and is the name of something else. */
const namesOther = new Set(['emit', 'knownMessage', 'may', 'permission', 'workflow'])

/** `t('key', {…})`, `new Conflict('key', {…})`, `ensure(…, 'key', {…})`. */
function inCall(call: SyntaxNode, catalogue: Catalogue): Saying[] {
  const given = inside(call, 'arguments')
  if (namesOther.has(calledName(call))) return []
  return given.flatMap((argument, index) =>
    branches(argument).flatMap((node) => {
      const key = stringOf(node)
      const says = key !== undefined && (calledName(call) === 't' || catalogue.has(key))
      return says ? [{ node, key, given: parameters(given[index + 1]) }] : []
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
