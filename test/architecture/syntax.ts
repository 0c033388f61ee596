import { parseAst } from 'vitest/node'
import type { Source } from './source.ts'

/** A node of the syntax tree (ESTree, with TypeScript and JSX). */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const parsed = new WeakMap<Source, SyntaxNode>()

/** The syntax tree of a script. Throws where it does not parse. */
function parse(source: Source): SyntaxNode {
  let tree = parsed.get(source)
  if (!tree) {
    const lang = source.path.endsWith('.tsx') ? 'tsx' : 'ts'
    // The parser's own types are a union of all nodes; here a node is what `type` says it is.
    tree = parseAst(source.text, { lang }, source.path) as unknown as SyntaxNode
    parsed.set(source, tree)
  }
  return tree
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** The nodes below a node, itself first, in the order of the text. */
function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* walk(child)
  }
}

/** The nodes of these types in a script. */
export function nodes(source: Source, ...types: string[]): SyntaxNode[] {
  return walk(parse(source))
    .filter((node) => types.includes(node.type))
    .toArray()
}

/** The nodes in a field of a node, whether it holds one or several. */
export function inside(node: SyntaxNode, field: string): SyntaxNode[] {
  const value = node[field]
  return (Array.isArray(value) ? value : [value]).filter(isNode)
}

/** The text of a string that no expression interrupts. */
export function stringOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined
  if (node?.type !== 'TemplateLiteral') return undefined
  const [only, ...others] = inside(node, 'quasis')
  return only && others.length === 0 ? pieceOf(only) : undefined
}

/** The text of a piece of a template, between two expressions. */
export function pieceOf(quasi: SyntaxNode): string {
  const { value } = quasi
  const cooked = typeof value === 'object' && value !== null && 'cooked' in value && value.cooked
  return typeof cooked === 'string' ? cooked : ''
}

/** Every string of a script and every piece of a template, with its node. */
export function strings(source: Source): { node: SyntaxNode; text: string }[] {
  return nodes(source, 'Literal', 'TemplateElement').flatMap((node) => {
    const text = node.type === 'Literal' ? stringOf(node) : pieceOf(node)
    return text === undefined ? [] : [{ node, text }]
  })
}

/** The name by which something is called: `t`, `emit`, `field` of `Invalid.field`. */
export function calledName(call: SyntaxNode): string {
  const [callee] = inside(call, 'callee')
  const [property] = callee?.type === 'MemberExpression' ? inside(callee, 'property') : []
  const name = (property ?? callee)?.['name']
  return typeof name === 'string' ? name : ''
}

/** The properties of an object literal by name; undefined where it spreads another into itself. */
export function propertiesOf(node: SyntaxNode): Map<string, SyntaxNode> | undefined {
  const properties = inside(node, 'properties')
  if (properties.some(({ type }) => type !== 'Property')) return undefined
  return new Map(
    properties.flatMap((property) => {
      const [key] = inside(property, 'key')
      const [value] = inside(property, 'value')
      const name = key?.['name'] ?? stringOf(key)
      return typeof name === 'string' && value ? [[name, value] as const] : []
    }),
  )
}
