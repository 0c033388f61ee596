import { marks, picture } from '#kernel/textparts'

/** What parts the pieces of a level: blocks, items and rows, or the cells of a row. */
interface Level {
  readonly tag: string
  readonly between: '\n' | '\t'
  pieces: number
}

const inlineTags = new Set<string>(['a', ...marks.map(({ tag }) => tag)])
const paragraphTags = new Set(['p', 'h3', 'h4', 'h5'])
const levelTags = new Set(['blockquote', 'ul', 'ol', 'table', 'li', 'tr', 'td', 'th'])
const sectionTags = new Set(['thead', 'tbody'])
const cellTags = new Set(['td', 'th'])
/** In them a paragraph may stand bare. */
const flowTags = new Set(['li', 'td', 'th'])

const pieces = /([^<]+)|<(\/?)([a-z][a-z0-9]*)((?:[^a-z0-9<>][^<>]*)?)>/y
const words = / alt="([^"]*)"/

/**
 * The words of a text in our canonical form, as `plainText` gives them, without building the text: a long one takes
 * some milliseconds instead of hundreds. Null where the form is another one.
 */
export function canonicalWords(html: string): string | null {
  const reader = new Words()
  pieces.lastIndex = 0
  while (pieces.lastIndex < html.length) {
    const [, text, ends, tag = '', said = ''] = pieces.exec(html) ?? [undefined, undefined]
    if (text !== undefined) {
      if (!reader.write(unescaped(text))) return null
    } else if (!tag || !(ends ? reader.end(tag) : reader.start(tag, said))) return null
  }
  return reader.all()
}

class Words {
  #text = ''
  readonly #levels: Level[] = [{ tag: '', between: '\n', pieces: 0 }]
  /** What was read before each cell that is open. */
  readonly #before: string[] = []
  #inParagraph = false

  all(): string | null {
    return this.#levels.length === 1 ? this.#text : null
  }

  write(text: string): boolean {
    if (!this.#inParagraph) {
      if (!flowTags.has(this.#top()?.tag ?? '')) return false
      this.#begin()
      this.#inParagraph = true
    }
    this.#text += text
    return true
  }

  start(tag: string, said: string): boolean {
    if (inlineTags.has(tag)) return true
    if (tag === 'br') return this.write('\n')
    this.#inParagraph = paragraphTags.has(tag)
    if (sectionTags.has(tag)) return true
    this.#begin()
    if (tag === picture.tag) this.#text += unescaped(words.exec(said)?.[1] ?? '')
    if (this.#inParagraph || tag === picture.tag || tag === 'hr') return true
    if (!levelTags.has(tag)) return false
    this.#levels.push({ tag, between: tag === 'tr' ? '\t' : '\n', pieces: 0 })
    if (cellTags.has(tag)) {
      this.#before.push(this.#text)
      this.#text = ''
    }
    return true
  }

  end(tag: string): boolean {
    if (inlineTags.has(tag)) return true
    this.#inParagraph = false
    if (paragraphTags.has(tag) || sectionTags.has(tag)) return true
    if (this.#top()?.tag !== tag) return false
    this.#levels.pop()
    // A cell stays on the line of its row, whatever it holds.
    if (cellTags.has(tag))
      this.#text = (this.#before.pop() ?? '') + this.#text.replace(/[\n\t]+/g, ' ')
    return true
  }

  #top(): Level | undefined {
    return this.#levels.at(-1)
  }

  #begin(): void {
    const top = this.#top()
    if (top && top.pieces++ > 0) this.#text += top.between
  }
}

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
}

/** As `write` escapes, and no other way. */
const unescaped = (text: string) =>
  text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot);/g, (sign) => named[sign] ?? sign) : text
