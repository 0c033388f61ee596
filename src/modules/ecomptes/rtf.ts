/** Groups that hold no words of the text. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'listtable',
  'listoverridetable',
  'info',
  'generator',
  'pict',
  'object',
  'header',
  'footer',
  'fldinst',
])

const spoken: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}

const signs: Record<string, string> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
  '\n': '\n',
  '\r': '\n',
}

const windows1252 = new TextDecoder('windows-1252')
const pieces =
  /\\(?<word>[a-z]+)(?<value>-?\d+)? ?|\\'(?<hex>[\da-f]{2})|\\(?<sign>[^])|(?<brace>[{}])|(?<words>[^\\{}\r\n]+)|[^]/gi

interface Group {
  silent: boolean
  /** How many characters stand after \u for those who do not know it. */
  fallback: number
}

/** The words of an RTF text. Never fails: what is no RTF is taken as plain text. */
export function plainOfRtf(rtf: string): string {
  if (!/^\s*\{\\rtf/.test(rtf)) return rtf.replace(/\r\n?/g, '\n')
  const outer: Group[] = []
  let group: Group = { silent: false, fallback: 1 }
  let skipped = 0
  let text = ''
  const say = (some: string) => {
    const characters = [...some]
    const rest = characters.slice(skipped)
    skipped -= characters.length - rest.length
    if (!group.silent) text += rest.join('')
  }
  for (const { groups = {} } of rtf.matchAll(pieces)) {
    const { word, value, hex, sign, brace, words } = groups
    if (brace === '{') {
      outer.push(group)
      group = { ...group }
    } else if (brace === '}') {
      group = outer.pop() ?? group
      skipped = 0
    } else if (words !== undefined) say(words)
    else if (hex !== undefined) say(windows1252.decode(Uint8Array.of(Number.parseInt(hex, 16))))
    else if (sign === '*') group.silent = true
    else if (sign !== undefined) say(signs[sign] ?? sign)
    else if (word === 'u' && value !== undefined) {
      if (!group.silent) text += String.fromCharCode(Number(value) & 0xffff)
      skipped = group.fallback
    } else if (word === 'uc') group.fallback = Number(value ?? 1)
    else if (word !== undefined && silent.has(word)) group.silent = true
    else if (word !== undefined) say(spoken[word] ?? '')
  }
  return text.toWellFormed().trim()
}
