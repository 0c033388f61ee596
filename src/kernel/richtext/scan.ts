import type { Token, TokenHandler } from 'parse5'
import { Tokenizer } from 'parse5'
import { Builder } from './builder.ts'
import type { Broken } from './damage.ts'
import { Damage } from './damage.ts'
import type { Meaning } from './meaning.ts'
import { meaningOf } from './meaning.ts'
import * as names from './names.ts'
import type { Context } from './run.ts'
import type { Block, Mark } from './tree.ts'
import { markOrder } from './tree.ts'

export interface Reading {
  blocks: Block[]
  dropped: { what: string; count: number }[]
  broken: Broken[]
}

/** Reads any HTML into our blocks: total, in time linear in the length of the source. */
export function read(source: string): Reading {
  const scanner = new Scanner(source)
  return scanner.reading()
}

interface Opened {
  name: string
  meaning: Meaning
  isBlock: boolean
  isMuted: boolean
  at: Token.Location | null
  close: () => void
}

/** Start tags open at once; deeper ones are dropped, so that searching them stays cheap. */
const deepest = 200

/**
 * The HTML Standard's tokenizer, with elements kept balanced as an author means them: a mark that
 * is not closed ends with its paragraph instead of running on to the end of the act.
 */
class Scanner implements TokenHandler {
  readonly #tokenizer: Tokenizer
  readonly #builder = new Builder()
  readonly #damage: Damage
  readonly #dropped = new Map<string, number>()
  readonly #open: Opened[] = []
  /** Elements that another start tag ended: an end tag that still comes for them is no damage. */
  readonly #ended = new Map<string, number>()
  #tooDeep = 0

  constructor(source: string) {
    this.#damage = new Damage(source)
    this.#tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this)
    this.#tokenizer.write(source, true)
  }

  reading(): Reading {
    return {
      blocks: this.#builder.finish(),
      dropped: Array.from(this.#dropped, ([what, count]) => ({ what, count })),
      broken: this.#damage.list(),
    }
  }

  onParseError({ code, ...at }: Token.Location & { code: string }): void {
    this.#damage.parseError(code, at)
  }

  onCharacter(token: Token.CharacterToken): void {
    if (this.#isMuted()) return
    this.#builder.text(printable(token.chars), this.#context())
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}

  onEof(): void {
    this.#closeFrom(0)
  }

  onStartTag(token: Token.TagToken): void {
    const { tagName: name, selfClosing } = token
    if (names.voidTags.has(name)) return this.#void(name)
    const mode = names.rawTextModes.get(name)
    if (mode !== undefined && !selfClosing) this.#tokenizer.state = mode
    if (names.blockTags.has(name)) this.#startBlock()
    this.#endImplied(name)
    // Dropped content must be known as such at any depth, or it would be read as text.
    if (this.#open.length >= deepest && !names.mutedTags.has(name)) this.#refuse(token)
    else this.#push(token)
    // XHTML writes an empty element so; HTML would leave it open.
    if (selfClosing) this.onEndTag(token)
  }

  onEndTag(token: Token.TagToken): void {
    const { tagName: name } = token
    if (name === 'br') return this.#void(name)
    if (names.voidTags.has(name)) return
    if (this.#tooDeep > 0 && !this.#endsMuted(name)) {
      this.#tooDeep -= 1
      return
    }
    const index = this.#find(name)
    const found = this.#open[index]
    if (!found) return this.#stray(token)
    if (found.name !== name) this.#damage.report('misnested', token.location)
    const crosses = index < this.#open.length - 1
    if (crosses && !found.isBlock && !found.isMuted) {
      this.#damage.report('misnested', token.location)
      this.#open.splice(index, 1)
      return
    }
    this.#closeFrom(index + 1)
    this.#pop()
  }

  #void(name: string): void {
    if (this.#isMuted()) return
    if (name === 'br') this.#builder.break(this.#context())
    else if (name === 'hr') this.#builder.rule()
    else if (name !== 'wbr') this.#drop(name)
  }

  #push(token: Token.TagToken): void {
    const { tagName: name, location: at } = token
    const silent = this.#isMuted()
    const meaning = meaningOf(token, silent ? () => {} : (what) => this.#drop(what))
    const isBlock = names.blockTags.has(name)
    const close = isBlock && !silent ? this.#builder.open(name, meaning) : () => {}
    const isMuted = names.mutedTags.has(name)
    this.#open.push({ name, meaning, isBlock, isMuted, at, close })
  }

  #refuse(token: Token.TagToken): void {
    this.#damage.report('too-deep', token.location)
    this.#drop(token.tagName)
    this.#tooDeep += 1
    if (names.blockTags.has(token.tagName)) this.#builder.endRun()
  }

  /**
   * A block ends what would swallow it: dropped content that is not closed, and a link (a long
   * address written again in each of many paragraphs would fill the memory).
   */
  #startBlock(): void {
    const muted = this.#open.findIndex((element) => element.isMuted)
    if (muted >= 0) this.#closeFrom(muted)
    for (const { meaning } of this.#open) {
      if (meaning.href === undefined) continue
      delete meaning.href
      this.#drop('a')
    }
  }

  #endImplied(name: string): void {
    if (name === 'p' && this.#open.at(-1)?.name === 'p') return this.#endOptional()
    const rule = names.impliedEnds.get(name)
    if (!rule) return
    const wall = this.#open.findLastIndex((element) => rule.within.has(element.name))
    const ended = this.#open.findIndex(
      (element, index) => index > wall && rule.ends.has(element.name),
    )
    if (ended < 0) return
    this.#closeFrom(ended + 1)
    this.#endOptional()
  }

  #endOptional(): void {
    const name = this.#pop()?.name
    if (name) this.#ended.set(name, (this.#ended.get(name) ?? 0) + 1)
  }

  /** Where the element stands that this end tag closes, or -1. */
  #find(name: string): number {
    const scope = names.scopeOf(name)
    const isHeading = names.headingLevels.has(name)
    const index = this.#open.findLastIndex(
      (element) =>
        element.name === name ||
        (isHeading && names.headingLevels.has(element.name)) ||
        scope.has(element.name),
    )
    const found = this.#open[index]
    const closes =
      found && (found.name === name || (isHeading && names.headingLevels.has(found.name)))
    return closes ? index : -1
  }

  #stray(token: Token.TagToken): void {
    const awaited = this.#ended.get(token.tagName) ?? 0
    if (awaited > 0) this.#ended.set(token.tagName, awaited - 1)
    else this.#damage.report('stray-end-tag', token.location)
    if (token.tagName === 'ul') this.#endUnderline()
  }

  /** `<u>Article 1er</ul>` stands in many real acts: the underlining ends where its author meant. */
  #endUnderline(): void {
    const index = this.#find('u')
    if (index >= 0) this.#open.splice(index, 1)
  }

  /** Closes the elements from this one up; those whose end tag HTML requires are damage. */
  #closeFrom(index: number): void {
    while (this.#open.length > index) {
      const closed = this.#pop()
      if (closed && !names.optionalEnds.has(closed.name)) {
        this.#damage.report('unclosed-element', closed.at)
      }
    }
  }

  #pop(): Opened | undefined {
    const closed = this.#open.pop()
    closed?.close()
    return closed
  }

  #endsMuted(name: string): boolean {
    const top = this.#open.at(-1)
    return top?.isMuted === true && top.name === name
  }

  #isMuted(): boolean {
    return this.#open.some((element) => element.isMuted)
  }

  #drop(what: string): void {
    this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + 1)
  }

  #context(): Context {
    const marks = new Set<Mark>()
    const context: Context = { marks: [] }
    for (const { name, meaning } of this.#open) {
      for (const mark of meaning.marks) marks.add(mark)
      if (names.structureTags.has(name)) delete context.heading
      if (meaning.heading) context.heading = meaning.heading
      if (meaning.href !== undefined) context.href = meaning.href
      if (meaning.align === 'left') delete context.align
      else if (meaning.align) context.align = meaning.align
    }
    context.marks = markOrder.filter((mark) => marks.has(mark))
    return context
  }
}

/** Text that any format can carry: no control characters, byte order marks or half characters. */
function printable(text: string): string {
  return text.replace(/[^\t\n\f\r\P{Cc}]|[\ufeff\p{Noncharacter_Code_Point}]/gu, '').toWellFormed()
}
