import { TokenizerMode } from 'parse5'
import type { HeadingLevel, Mark } from './tree.ts'

/** Inline tags that mean a mark, old spellings included. */
export const marksByTag = new Map<string, Mark>([
  ['strong', 'bold'],
  ['b', 'bold'],
  ['em', 'italic'],
  ['i', 'italic'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
  ['sub', 'sub'],
  ['sup', 'sup'],
])

/** An act is set below the title of its page, hence no level above 3. */
export const headingLevels = new Map<string, HeadingLevel>([
  ['h1', 3],
  ['h2', 3],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 5],
])

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Tags whose start and end break the line. */
export const blockTags = words(
  'p h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd blockquote table thead tbody tfoot tr td th ' +
    'caption colgroup div section article aside header footer main nav address center pre figure ' +
    'figcaption details summary fieldset legend form html body',
)

/** Block tags inside which a heading around them no longer makes the text a heading. */
export const structureTags = words('li td th blockquote')

/** Tags that are read, or dropped without losing anything: they are not worth counting. */
export const harmlessTags = words(`${[...blockTags, ...marksByTag.keys()].join(' ')} a span`)

export const voidTags = words(
  'br hr img wbr input area base col embed frame keygen link meta param source track basefont',
)

/** Tags that are dropped together with what they hold. */
export const mutedTags = words(
  'script style textarea title iframe noembed noframes noscript svg math select head template xml',
)

/** Of these, the ones whose content the HTML tokenizer must not read as markup. */
export const rawTextModes = new Map<
  string,
  (typeof TokenizerMode)['RCDATA' | 'RAWTEXT' | 'SCRIPT_DATA']
>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
])

/** Tags whose end HTML lets the author leave out (HTML Standard, 13.1.2.4). */
export const optionalEnds = words(
  'p li dt dd tr td th thead tbody tfoot colgroup caption html head body',
)

/** For a start tag, the open elements which it ends, and those beyond which it does not look. */
export const impliedEnds = new Map<
  string,
  { ends: ReadonlySet<string>; within: ReadonlySet<string> }
>()
const imply = (starts: string, ends: string, within: string): void => {
  for (const name of starts.split(' ')) {
    impliedEnds.set(name, { ends: words(ends), within: words(within) })
  }
}
imply('li', 'li', 'ul ol menu dir blockquote td th table')
imply('dt dd', 'dt dd', 'dl blockquote td th table')
imply('td th', 'td th caption colgroup', 'tr thead tbody tfoot table')
imply('tr', 'td th tr caption colgroup', 'thead tbody tfoot table')
imply('thead tbody tfoot', 'td th tr thead tbody tfoot caption colgroup', 'table')

/** An end tag does not look for its start beyond these (HTML Standard, 13.2.4.2: scope). */
export function scopeOf(endTag: string): ReadonlySet<string> {
  return tableTags.has(endTag) ? tableScope : cellScope
}
const tableTags = words('table thead tbody tfoot tr td th caption colgroup')
const tableScope = words('table')
const cellScope = words('table td th caption')

/** A tag that shows that a field holds HTML rather than plain text. */
export const anyTagOfOurs = new RegExp(
  `</?(?:${[...harmlessTags, 'br', 'hr', 'mark'].join('|')})(?:\\s[^<>]*)?/?>`,
  'i',
)
