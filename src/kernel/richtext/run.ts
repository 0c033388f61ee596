import type { Align, Block, HeadingLevel, Inline, Mark, Text } from './tree.ts'
import { blankParagraph, isVisible } from './tree.ts'
import { type Listed, remember } from './word-lists.ts'

/** What the elements around a piece of text say of it. */
export interface Context {
  marks: Mark[]
  href?: string
  align?: Align
  heading?: HeadingLevel
  listed?: Listed
}

/**
 * The text of one paragraph or heading while it is being read; white space collapses as in HTML.
 * Pieces are joined once, at the end: a text may come in a million pieces.
 */
export class Run {
  #inlines: Inline[] = []
  #context: Context = { marks: [] }
  /** The text being written, the pieces of which are not joined yet. */
  #last: Text | undefined
  #pieces: string[] = []
  /** Whether a space would be the first of its line, or the second in a row. */
  #afterSpace = true

  text(value: string, context: Context): void {
    const collapsed = value.replace(/[ \t\n\f\r]+/g, ' ')
    const text = this.#afterSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    if (text === '') return
    this.#startIn(context)
    if (!this.#last || !sameStyle(this.#last, context)) {
      this.#endText()
      this.#last = textOf(context)
    }
    this.#pieces.push(text)
    this.#afterSpace = text.endsWith(' ')
  }

  break(context: Context): void {
    this.#startIn(context)
    this.#endLine()
    this.#inlines.push({ type: 'break' })
  }

  /** Ends the run and starts afresh; undefined when nothing had been written. */
  end(): Block | undefined {
    this.#endLine()
    const written = this.#inlines
    if (written.length === 0) return undefined
    this.#inlines = []
    if (!written.some((inline) => inline.type === 'text' && isVisible(inline.text))) {
      return blankParagraph()
    }
    const isText = ({ type }: Inline): boolean => type === 'text'
    const children = written.slice(written.findIndex(isText), written.findLastIndex(isText) + 1)
    const { align, heading, listed } = this.#context
    if (heading) return { type: 'heading', level: heading, children }
    const paragraph: Block = { type: 'paragraph', ...(align && { align }), children }
    return listed ? remember(paragraph, listed) : paragraph
  }

  #startIn(context: Context): void {
    if (!this.#last && this.#inlines.length === 0) this.#context = context
  }

  #endText(): void {
    // A mark may come in another piece than its letter.
    const text = this.#pieces.join('').normalize('NFC')
    if (this.#last) this.#inlines.push({ ...this.#last, text })
    this.#last = undefined
    this.#pieces = []
  }

  /** Ends the text without the space at its end: it would be the last of its line. */
  #endLine(): void {
    if (this.#afterSpace) {
      const piece = this.#pieces.pop()?.slice(0, -1)
      if (piece) this.#pieces.push(piece)
      if (this.#pieces.length === 0) this.#last = undefined
    }
    this.#endText()
    this.#afterSpace = true
  }
}

function sameStyle(text: Text, context: Context): boolean {
  return text.href === context.href && text.marks.join() === context.marks.join()
}

function textOf({ marks, href }: Context): Text {
  return href === undefined
    ? { type: 'text', text: '', marks }
    : { type: 'text', text: '', marks, href }
}
