import type * as libxml2 from 'libxml2-wasm'
import type { XmlDocument, XmlElement as Node, XmlTreeNode, XsdValidator } from 'libxml2-wasm'

/** The largest document that is read, in bytes. */
export const maxBytes = 10 * 1024 * 1024

/**
 * Tags cost more than their bytes. So many `<` hold the server up for half a second, and take some
 * 200 MB; ten megabytes of nothing but tags would be five times that.
 */
const maxTags = 500_000

/** An element as plain data. */
export interface XmlElement {
  /** As it is written: with its prefix, if it has one. */
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  /** Its own text, without that of its children; what merely indents these is left out. */
  text: string
  /** From 1. libxml counts so far only: 65 535 stands for all lines from there on. */
  line: number
}

export interface XmlProblem {
  kind: 'too_large' | 'malformed' | 'doctype' | 'invalid'
  /** From 1; 0 where it is of no line. */
  line: number
  /** In the English of libxml: for those who made the file, not for a page. */
  message: string
  /** The element that is `invalid`, as XPath; else empty. */
  path: string
}

export type XmlReading = { ok: true; root: XmlElement } | { ok: false; problems: XmlProblem[] }

/** A document as it came, and the schema that it has to follow. */
export interface XmlSource {
  bytes: Uint8Array
  schema: string | undefined
}

type Library = typeof libxml2

/** `readXml`, where it is called. Node runs this file in a process beside, too. */
export async function parseXml(source: XmlSource): Promise<XmlReading> {
  // Loading costs 40 ms and 20 MB: only those who read XML pay.
  return parsedBy(await import('libxml2-wasm'), source)
}

/** The same, once the library is there. */
export function parsedBy(libxml: Library, { bytes, schema }: XmlSource): XmlReading {
  if (bytes.length > maxBytes || tagsIn(bytes) > maxTags) {
    const message = `More than ${maxBytes} bytes or ${maxTags} tags`
    return refused({ kind: 'too_large', line: 0, message, path: '' })
  }
  const parsed = attempt(libxml, 'malformed', () => parse(libxml, bytes))
  if ('problems' in parsed) return parsed
  // Nothing of libxml is collected by itself.
  using document = parsed.done
  if (document.dtd) {
    return refused({ kind: 'doctype', line: 0, message: 'A DOCTYPE is not read', path: '' })
  }
  if (schema !== undefined) {
    const validator = compiled(libxml, schema)
    const valid = attempt(libxml, 'invalid', () => validator.validate(document))
    if ('problems' in valid) return valid
  }
  return { ok: true, root: plain(libxml, document.root) }
}

/** How often `<` stands in it, in whatever encoding. */
function tagsIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) count += 1
  return count
}

const refused = (...problems: XmlProblem[]): XmlReading & { ok: false } => ({ ok: false, problems })

function parse({ ParseOption, XmlDocument }: Library, bytes: Uint8Array): XmlDocument {
  const option =
    ParseOption.XML_PARSE_NONET |
    ParseOption.XML_PARSE_NO_XXE |
    ParseOption.XML_PARSE_NO_SYS_CATALOG |
    ParseOption.XML_PARSE_BIG_LINES
  return XmlDocument.fromBuffer(bytes, { option })
}

/** What `work` makes, or what libxml has against it. */
function attempt<T>(
  { XmlLibError }: Library,
  kind: XmlProblem['kind'],
  work: () => T,
): { done: T } | (XmlReading & { ok: false }) {
  try {
    return { done: work() }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    const problems = error.details.map(({ line, message, xpath }) => ({
      kind,
      line,
      message: message.trim(),
      path: xpath ?? '',
    }))
    return refused(...problems)
  }
}

/** A validator points into the document that it was made of: both live as long as the process. */
const validators = new Map<string, { validator: XsdValidator; source: XmlDocument }>()

function compiled(libxml: Library, schema: string): XsdValidator {
  const known = validators.get(schema)
  if (known) return known.validator
  const source = parse(libxml, new TextEncoder().encode(schema))
  try {
    const validator = libxml.XsdValidator.fromDoc(source)
    validators.set(schema, { validator, source })
    return validator
  } catch (error) {
    source.dispose()
    throw error
  }
}

function plain(libxml: Library, node: Node): XmlElement {
  const children: XmlElement[] = []
  let text = ''
  for (let child = node.firstChild; child; child = following(libxml, child)) {
    if (child instanceof libxml.XmlElement) children.push(plain(libxml, child))
    else if (child instanceof libxml.XmlText || child instanceof libxml.XmlCData) {
      text += child.content
    }
  }
  const attributes = node.attrs.map((one) => [asWritten(one), one.value])
  const indents = children.length > 0 && text.trim() === ''
  return {
    name: asWritten(node),
    attributes: Object.fromEntries(attributes),
    children,
    text: indents ? '' : text,
    line: node.line,
  }
}

/**
 * The sibling after any node. The library gives processing instructions no `next`: asked of its own they look like
 * the last of their siblings.
 */
function following({ XmlTreeNode }: Library, node: XmlTreeNode): XmlTreeNode | null {
  // A getter of the base class, which reads the tree and nothing of the class that it is called on.
  return Reflect.get(XmlTreeNode.prototype, 'next', node) as XmlTreeNode | null
}

const asWritten = ({ prefix, name }: { prefix: string; name: string }) =>
  prefix === '' ? name : `${prefix}:${name}`
