import type { Token } from 'parse5'

export interface Broken {
  /** 1-based, in the source. */
  line: number
  /** 1-based, in the source. */
  column: number
  /**
   * A code of the HTML Standard's parse errors (13.2.2), or our own: `unclosed-element`,
   * `stray-end-tag`, `misnested`, `too-deep`.
   */
  code: string
  /** The first characters of the source there, on one line. */
  excerpt: string
}

/** The parse errors that are damage; the others are old spellings, which lose nothing. */
const damaging = new Set<string>([
  'eof-in-tag',
  'eof-before-tag-name',
  'eof-in-comment',
  'eof-in-script-html-comment-like-text',
  'missing-end-tag-name',
  'invalid-first-character-of-tag-name',
  'unexpected-character-in-attribute-name',
  'unexpected-character-in-unquoted-attribute-value',
  'unexpected-equals-sign-before-attribute-name',
  'missing-whitespace-between-attributes',
  'control-character-in-input-stream',
  'noncharacter-in-input-stream',
  'surrogate-in-input-stream',
  'unexpected-null-character',
  'null-character-reference',
  'control-character-reference',
  'noncharacter-character-reference',
  'surrogate-character-reference',
  'character-reference-outside-unicode-range',
  'absence-of-digits-in-numeric-character-reference',
  'unknown-named-character-reference',
])

/** Beyond these a list helps nobody. */
const mostReported = 100
const excerptLength = 40

/** Collects the damage of one source, in the order of its lines. */
export class Damage {
  readonly #source: string
  readonly #broken: Broken[] = []

  constructor(source: string) {
    this.#source = source
  }

  report(code: string, at: Token.Location | null): void {
    if (!at || this.#broken.length >= mostReported) return
    const { startLine: line, startCol: column, startOffset: offset } = at
    const there = this.#source.slice(offset, offset + excerptLength)
    const excerpt = (there || this.#source.slice(-excerptLength)).replace(/\s+/g, ' ').trim()
    this.#broken.push({ line, column, code, excerpt })
  }

  parseError(code: string, at: Token.Location): void {
    if (damaging.has(code)) this.report(code, at)
  }

  list(): Broken[] {
    return this.#broken.toSorted((a, b) => a.line - b.line || a.column - b.column)
  }
}
