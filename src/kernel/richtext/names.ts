import { TokenizerMode } from 'parse5'
import { blocks, marks } from '#kernel/textparts'
import type { HeadingLevel, Mark } from './tree.ts'

/** Inline tags that mean a mark, old spellings included. */
export const marksByTag = new Map<string, Mark>(
  marks
    .filter((mark) => !('class' in mark)) // The class says it, whatever its tag.
    .flatMap(({ name, tag, also }) => [tag, ...also].map((one) => [one, name])),
)

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
export const blockTags: ReadonlySet<string> = new Set(blocks)

/** Block tags inside which a heading around them no longer makes the text a heading. */
export const structureTags = words('li td th blockquote')

/** Tags that are read, or dropped without losing anything: they are not worth counting. */
export const harmlessTags: ReadonlySet<string> = new Set([
  ...blocks,
  ...marksByTag.keys(),
  ...['a', 'span', 'ins'],
])

export const voidTags = words(
  'br hr img wbr input area base col embed frame keygen link meta param source track basefont',
)

/** Tags that are dropped together with what they hold; the sources of a formula stand beside it. */
export const mutedTags = words(
  'script style title iframe noembed noframes noscript svg head template xml annotation annotation-xml',
)

/** Tags whose words stand apart from those before and after them. */
export const apartTags = words('textarea select option optgroup datalist button')

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
