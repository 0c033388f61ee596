/** What `writeXml` writes: an element with its children or with its text. Names are not checked. */
export type XmlNode = {
  name: string
  attributes?: Record<string, string>
} & ({ children: readonly XmlNode[]; text?: never } | { text?: string; children?: never })

/**
 * A document in UTF-8. Whatever the text, the document is well-formed and a reader gets that text
 * back, but for the characters that XML cannot hold (most control characters): they are left out.
 */
export function writeXml(root: XmlNode, { indent = '  ' } = {}): Uint8Array {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', ...writeNode(root, indent)]
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

function writeNode(
  { name, attributes = {}, children, text = '' }: XmlNode,
  indent: string,
): string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${inQuotes(value)}"`)
  const start = `${name}${written.join('')}`
  if (children && children.length > 0) {
    const inner = children.flatMap((child) => writeNode(child, indent))
    return [`<${start}>`, ...inner.map((line) => `${indent}${line}`), `</${name}>`]
  }
  return [text === '' ? `<${start}/>` : `<${start}>${between(text)}</${name}>`]
}

/** A text without the characters that no XML can hold. */
export const inXml = (text: string) => text.replace(forbidden, '')

const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A bare carriage return would be read as a line feed. */
function between(text: string): string {
  return inXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** Bare line ends and tabs in an attribute would be read as spaces. */
const inQuotes = (value: string): string =>
  between(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
