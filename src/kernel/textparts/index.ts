// What a rich text is made of besides its blocks, declared once: the server reads, writes and prints it so, and the
// editor in the browser is built from it. Plain data, since the browser loads it.

/** A mark: its name, the tag that it is written as, and the tags that are read as it. */
interface MarkDeclared {
  readonly name: string
  readonly tag: string
  readonly class?: string
  readonly also: readonly string[]
}

/**
 * From the outermost tag to the innermost: the one order in which marks are listed and written. `masked` is the
 * author's « à masquer à la publication »: the words stay readable in the house.
 */
export const marks = [
  { name: 'masked', tag: 'mark', class: 'masked', also: [] },
  { name: 'bold', tag: 'strong', also: ['b'] },
  { name: 'italic', tag: 'em', also: ['i'] },
  { name: 'underline', tag: 'u', also: [] },
  { name: 'strike', tag: 's', also: ['strike', 'del'] },
  { name: 'sub', tag: 'sub', also: [] },
  { name: 'sup', tag: 'sup', also: [] },
] as const satisfies readonly MarkDeclared[]

/** An act is set below the title of its page, hence no level above 3. */
export const headingLevels = [3, 4, 5] as const

/** Of paragraphs, as `class="align-center"`; without one, to the left. */
export const alignments = ['center', 'right', 'justify'] as const

/** How an ordered list counts where not in figures: `a.`, `A.`, `i.`, `I.` */
export const numberings = ['a', 'A', 'i', 'I'] as const

/** Tags whose start and end break the line, whether a block of ours is made of them or not. */
export const blocks = (
  'p h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd blockquote table thead tbody tfoot tr td th ' +
  'caption colgroup div section article aside header footer main nav address center pre figure ' +
  'figcaption details summary fieldset legend form html body'
).split(' ')

/** A picture, on a line of its own: `<img src="/pictures/<SHA-256>" alt="…">`. */
export const picture = {
  tag: 'img',
  /** Before the hash of its bytes; in what was published, below `openFolder`. */
  folder: '/pictures/',
  openFolder: '/publications/pictures/',
  /** Of its alternative text, in characters. */
  longestAlt: 500,
  /** Those who cannot see it need no words for it where `alt` is empty; without one, words are still owed. */
  sides: ['center', 'right'],
} as const

const tags = [
  ...blocks,
  ...marks.flatMap(({ tag, also }) => [tag, ...also]),
  ...['a', 'span', 'ins', 'br', 'hr', picture.tag],
]
const anyTag = new RegExp(`</?(?:${tags.join('|')})(?:\\s[^<>]*)?/?>`, 'i')

/** Whether what a field holds is HTML: it has a tag that we know. Else it is plain text, whatever signs it has. */
export const isHtml = (value: string) => anyTag.test(value)

/** Where a blank line parts paragraphs of plain text. */
export const blankLines = /\n(?:[ \t\f]*\n)+/
