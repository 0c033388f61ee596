/** Groups that hold no words of the text. */
const silent =
  /^(fonttbl|colortbl|stylesheet|list(override)?table|info|generator|pict|object|header|footer|fldinst)$/

/** What a control word or a control sign says, where it says anything. */
const spoken = new Map([
  ...['par', 'line', 'sect', 'page', 'row', '\n', '\r'].map((name) => [name, '\n'] as const),
  ...['tab', 'cell'].map((name) => [name, '\t'] as const),
  ...Object.entries({ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' }),
  ...Object.entries({ emdash: '—', endash: '–', '~': '\u00a0', _: '\u2011', '-': '' }),
])

const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const windows1252 = new TextDecoder('windows-1252').decode(bytes)
const pieces =
  /\\(?<word>[a-z]+)(?<value>-?\d+)? ?|\\'(?<hex>[\da-f]{2})|\\(?<sign>[^])|(?<brace>[{}])|(?<words>[^\\{}\r\n]+)|[^]/gi

interface Group {
  readonly silent: boolean
  /** How many characters stand after \u for those who do not know it. */
  readonly fallback: number
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
    } else if (brace === '}') {
      group = outer.pop() ?? group
      skipped = 0
    } else if (words !== undefined) say(words)
    else if (hex !== undefined) say(windows1252.charAt(Number.parseInt(hex, 16)))
    else if (sign === '*') group = { ...group, silent: true }
    else if (sign !== undefined) say(spoken.get(sign) ?? sign)
    else if (word === 'u' && value !== undefined) {
      if (!group.silent) text += String.fromCharCode(Number(value) & 0xffff)
      skipped = group.fallback
    } else if (word === 'uc') group = { ...group, fallback: Math.max(0, Number(value ?? 1)) }
    else if (word !== undefined && silent.test(word)) group = { ...group, silent: true }
    else if (word !== undefined) say(spoken.get(word) ?? '')
  }
  return text.toWellFormed().trim()
}
