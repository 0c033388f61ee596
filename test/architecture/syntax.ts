import { parseAst } from 'vitest/node'
import type { Source } from './source.ts'

/** A node of the syntax tree (ESTree, with TypeScript and JSX). */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** The nodes of a script by their type, each kind in the order of the text: it is parsed and walked once. */
const known = new WeakMap<Source, ReadonlyMap<string, SyntaxNode[]>>()

/** Throws where the script does not parse. */
function nodesOf(source: Source): ReadonlyMap<string, SyntaxNode[]> {
  const before = known.get(source)
  if (before) return before
  const lang = source.path.endsWith('.tsx') ? 'tsx' : 'ts'
  // The parser's own types are a union of all nodes; here a node is what `type` says it is.
  const tree = parseAst(source.text, { lang }, source.path) as unknown as SyntaxNode
  const found = new Map<string, SyntaxNode[]>()
  collect(tree, found)
  known.set(source, found)
  return found
}

function collect(node: SyntaxNode, found: Map<string, SyntaxNode[]>): void {
  const same = found.get(node.type)
  if (same) same.push(node)
  else found.set(node.type, [node])
  for (const field in node) {
    const value = node[field]
    if (Array.isArray(value)) {
      for (const child of value) if (isNode(child)) collect(child, found)
    } else if (isNode(value)) collect(value, found)
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** The nodes of these types in a script, one type after the other. */
export function nodes(source: Source, ...types: string[]): SyntaxNode[] {
  const found = nodesOf(source)
  return types.flatMap((type) => found.get(type) ?? [])
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
