import type { RichText } from '#kernel/richtext'

/**
 * The source of a template as its engine reads it: formatted text in which `{{ name }}` and `{% if … %}` were typed as words.
 * Within them nothing is formatted and no sign is escaped; a paragraph, an item or a row that holds tags alone is its tags, and
 * one that holds one name alone may become several paragraphs. Each step reads the text once.
 */
export const sourceOf = (body: RichText): string =>
  ['tr', 'li', 'p', 'h3', 'h4', 'h5'].reduce<string>(
    (html, tag) => unwrapped(html, tag),
    bared(body),
  )

/** What stands between one of `opens` and its end, each changed; what does not end is left as it is. */
function bared(html: string): string {
  let out = ''
  let at = 0
  for (;;) {
    const brace = html.indexOf('{', at)
    const kind = html[brace + 1]
    if (brace === -1) return out + html.slice(at)
    if (kind !== '{' && kind !== '%') {
      out += html.slice(at, brace + 1)
      at = brace + 1
      continue
    }
    const end = html.indexOf(kind === '{' ? '}}' : '%}', brace + 2)
    if (end === -1) return out + html.slice(at)
    out += html.slice(at, brace) + plain(html.slice(brace, end + 2))
    at = end + 2
  }
}

const signs: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' },
}

/** The words of a piece of HTML on one line, its typographic quotes and spaces those of a keyboard. */
const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&[a-z#\d]{1,6};/g, (sign) => signs[sign] ?? sign)
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[“”«»]/g, '"')

/** Elements of one name that hold tags alone, or one name alone, without their own markup. */
function unwrapped(html: string, tag: string): string {
  const [open, close] = [`<${tag}>`, `</${tag}>`]
  let out = ''
  let at = 0
  for (;;) {
    const start = html.indexOf(open, at)
    const end = start === -1 ? -1 : html.indexOf(close, start)
    if (end === -1) return out + html.slice(at)
    const inner = html.slice(start + open.length, end)
    // Of what stands in one another, the innermost.
    const nested = inner.lastIndexOf(open)
    if (nested !== -1) {
      out += html.slice(at, start + open.length + nested)
      at = start + open.length + nested
      continue
    }
    out += html.slice(at, start)
    out += bareOf(inner, tag === 'p') ?? html.slice(start, end + close.length)
    at = end + close.length
  }
}

/** The tags of an element that holds nothing else; of a paragraph with one name alone, that name as blocks. */
function bareOf(inner: string, names: boolean): string | null {
  const words = inner.replace(/<[^<>]*>/g, ' ').trim()
  if (!words.startsWith('{') || !words.endsWith('}')) return null
  if (names && words.startsWith('{{') && words.indexOf('}}') === words.length - 2)
    return `{{${words.slice(2, -2)}| blocks }}`
  let at = 0
  while (at < words.length) {
    if (!words.startsWith('{%', at)) return null
    const end = words.indexOf('%}', at)
    if (end === -1) return null
    at = end + 2
    while (words[at] === ' ' || words[at] === '\n') at += 1
  }
  return words
}
