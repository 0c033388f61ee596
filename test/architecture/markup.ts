import { type Source, at, isScript, isTest } from './source.ts'
import { type SyntaxNode, inside, nodes, stringOf, strings } from './syntax.ts'

/** Attributes and properties whose words a person sees or hears. */
const spoken = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'caption', 'confirm'],
  ...[
    'description',
    'facts',
    'heading',
    'help',
    'hint',
    'label',
    'legend',
    'placeholder',
    'prompt',
  ],
  ...['sentence', 'text', 'title', 'unit'],
])

const isPage = ({ path }: Source) => path.endsWith('.tsx') && !isTest(path)
/** Letters, apart from a place to fill in and the head of an address. */
const isWords = (text: string | undefined) =>
  text !== undefined && /\p{L}/u.test(text.replaceAll(/\{\w+\}|https?:\/\//g, ''))

/** Words of a person's language that stand in a page instead of in a catalogue. */
export function checkWords(sources: readonly Source[]): string[] {
  return sources
    .filter(isPage)
    .flatMap((source) =>
      [
        ...nodes(source, 'JSXText').filter(({ value }) => isWords(String(value))),
        ...nodes(source, 'JSXElement', 'JSXFragment').flatMap(saidByChildren),
        ...nodes(source, 'JSXAttribute').flatMap(saidByAttribute),
        ...nodes(source, 'Property').flatMap(saidByProperty),
      ].map((node) => `${at(source, node.start)} says words that are in no catalogue`),
    )
}

function saidByChildren(element: SyntaxNode): SyntaxNode[] {
  return inside(element, 'children')
    .filter(({ type }) => type === 'JSXExpressionContainer')
    .flatMap((container) => inside(container, 'expression'))
    .flatMap(said)
}

function saidByAttribute(attribute: SyntaxNode): SyntaxNode[] {
  if (!spoken.has(nameOf(attribute))) return []
  return inside(attribute, 'value').flatMap((value) =>
    value.type === 'JSXExpressionContainer'
      ? inside(value, 'expression').flatMap(said)
      : said(value),
  )
}

/** In data for a component, a single lower-case word is a name of ours, a key or a value. */
function saidByProperty(property: SyntaxNode): SyntaxNode[] {
  const [key] = inside(property, 'key')
  if (!spoken.has(String(key?.['name'] ?? stringOf(key)))) return []
  return inside(property, 'value')
    .flatMap(said)
    .filter((node) => !/^[a-z0-9_.-]+$/.test(stringOf(node) ?? ''))
}

/** The strings that an expression may come to. */
function said(node: SyntaxNode): SyntaxNode[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [...inside(node, 'consequent'), ...inside(node, 'alternate')].flatMap(said)
    case 'LogicalExpression':
      return inside(node, 'right').flatMap(said)
    case 'TemplateLiteral':
      return inside(node, 'quasis').some((piece) => isWords(rawOf(piece))) ? [node] : []
    default:
      return isWords(stringOf(node)) ? [node] : []
  }
}

const rawOf = ({ value }: SyntaxNode) =>
  typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : ''

/** Styles and handlers within the markup, which the content security policy forbids. */
export function checkInline(sources: readonly Source[]): string[] {
  const inString = /(<[a-z][^>]*|["'])\s(style|on[a-z]+)\s*=\s*["']/i
  return sources
    .filter(({ path }) => isScript(path) && path.startsWith('src/') && !isTest(path))
    .flatMap((source) => [
      ...nodes(source, 'JSXAttribute')
        .filter((attribute) => /^(style|on[a-z]+)$/i.test(nameOf(attribute)))
        .map((node) => `${at(source, node.start)} writes ${nameOf(node)}= into the markup`),
      ...strings(source)
        .filter(({ text }) => inString.test(text))
        .map(({ node }) => `${at(source, node.start)} writes a style or handler into the markup`),
    ])
}

function nameOf(attribute: SyntaxNode): string {
  const [name] = inside(attribute, 'name')
  return typeof name?.['name'] === 'string' ? name['name'] : ''
}

/** Forms that set what they say, however often they are sent, and carry no key: by their class or their marks. */
const again = new Set(['pin', 'preference', 'columns-menu', 'data-moves'])

/** Forms that a second press would send as a second act: they carry the key of their page (`OnceField`). */
export function checkKeys(sources: readonly Source[]): string[] {
  return sources.filter(isPage).flatMap((source) =>
    nodes(source, 'JSXElement')
      .filter((element) => {
        const [opening] = inside(element, 'openingElement')
        if (!opening || nameOf(opening) !== 'form') return false
        const attributes = inside(opening, 'attributes')
        const valueOf = (name: string) =>
          attributes.filter((one) => nameOf(one) === name).flatMap((one) => inside(one, 'value'))
        const posts = valueOf('method').some((value) => stringOf(value) === 'post')
        const marks = [...valueOf('class').map(stringOf), ...attributes.map(nameOf)]
        const keyed = source.text.slice(element.start, element.end).includes('<OnceField')
        return posts && !keyed && !marks.some((one) => again.has(one ?? ''))
      })
      .map((element) => `${at(source, element.start)} sends a form without a key`),
  )
}
