import type { Token, TokenHandler } from 'parse5'
import { picture as declaredPicture } from '#kernel/textparts'
import { Builder } from './builder.ts'
import type { Broken } from './damage.ts'
import { Damage } from './damage.ts'
import { meaningOf } from './meaning.ts'
import * as names from './names.ts'
import { type Brought, pictureOf } from './picture.ts'
import { contextOf, type Opened } from './opened.ts'
import type { Context } from './run.ts'
import type { Block } from './tree.ts'
import { signsAround, typedIn } from './shown.ts'
import { BoundedTokenizer, printable } from './tokenizer.ts'

export interface Reading {
  blocks: Block[]
  dropped: { what: string; count: number }[]
  broken: Broken[]
  /** Pictures that came with the text, each once. */
  brought: Brought[]
}

/**
 * Reads any HTML into our blocks: total, in time linear in the length of the source. Pictures whose bytes it holds
 * are dropped, unless whoever asks takes them (`withPictures`).
 */
export function read(source: string, { withPictures = false } = {}): Reading {
  const scanner = new Scanner(source, withPictures)
  return scanner.reading()
}

/** Start tags open at once; deeper ones are dropped, so that searching them stays cheap. */
const deepest = 200
/** Dropped content must be known as such below that too, or it would be read as text. */
const deepestMuted = 2 * deepest

/** In characters: « xviii) » and spaces after it. */
const longestMarker = 20

/**
 * The HTML Standard's tokenizer, with elements kept balanced as an author means them: a mark that
 * is not closed ends with its paragraph instead of running on to the end of the act.
 */
class Scanner implements TokenHandler {
  readonly #tokenizer: BoundedTokenizer
  readonly #builder = new Builder((what) => this.#drop(what))
  readonly #damage: Damage
  readonly #dropped = new Map<string, number>()
  readonly #open: Opened[] = []
  /** Elements that another start tag ended: an end tag that still comes for them is no damage. */
  readonly #ended = new Map<string, number>()
  readonly #brought = new Map<string, Brought>()
  readonly #bring: ((one: Brought) => void) | undefined
  /** Changes are tracked: what is deleted stands beside what was put in its place. */
  readonly #tracked: boolean
  #tooDeep = 0
  /** How many of the open elements are dropped with what they hold. */
  #muted = 0
  /** What the open elements say of text, until one of them is opened or closed. */
  #around: Context | undefined

  constructor(source: string, withPictures: boolean) {
    this.#bring = withPictures ? (one) => void this.#brought.set(one.hash, one) : undefined
    this.#damage = new Damage(source)
    this.#tracked = /<ins[\s>]/i.test(source)
    this.#tokenizer = new BoundedTokenizer({ sourceCodeLocationInfo: true }, this)
    this.#tokenizer.write(source, true)
  }

  reading(): Reading {
    return {
      blocks: this.#builder.finish(),
      dropped: Array.from(this.#dropped, ([what, count]) => ({ what, count })),
      broken: this.#damage.list(),
      brought: [...this.#brought.values()],
    }
  }

  onParseError({ code, ...at }: Token.Location & { code: string }): void {
    this.#damage.parseError(code, at)
  }

  onCharacter(token: Token.CharacterToken): void {
    if (this.#isMuted()) return this.#keepMarker(token.chars)
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
    if (name === declaredPicture.tag) return this.#picture(token)
    if (names.voidTags.has(name)) return this.#void(name, token)
    const mode = names.rawTextModes.get(name)
    if (mode !== undefined && !selfClosing) this.#tokenizer.state = mode
    if (names.blockTags.has(name)) this.#startBlock()
    this.#endImplied(name)
    const most = names.mutedTags.has(name) ? deepestMuted : deepest
    if (this.#open.length >= most) this.#refuse(token)
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
      this.#takeOut(index)
      return
    }
    this.#closeFrom(index + 1)
    this.#pop()
  }

  #void(name: string, token?: Token.TagToken): void {
    if (this.#isMuted()) return
    if (name === 'br') this.#builder.break(this.#context())
    else if (name === 'hr') this.#builder.rule()
    else if (name === 'input') this.#say(typedIn(token))
    else if (name !== 'wbr') this.#drop(name)
  }

  /** Words and signs that a reader of the source sees, and that no text of it holds. */
  #say(words: string): void {
    if (words !== '' && !this.#isMuted()) this.#builder.text(printable(words), this.#context())
  }

  #picture(token: Token.TagToken): void {
    if (this.#isMuted()) return
    const { marks, href, align } = this.#context()
    const shown = pictureOf(token, marks.includes('masked'), this.#bring)
    if (!shown) return this.#drop(token.tagName)
    if (href !== undefined) this.#drop('a')
    const side = declaredPicture.sides.find((one) => one === align)
    this.#builder.picture(side ? { ...shown, align: side } : shown)
  }

  #push(token: Token.TagToken): void {
    const { tagName: name, location: at } = token
    const silent = this.#isMuted()
    const drop = silent ? () => {} : (what: string) => this.#drop(what)
    const meaning = meaningOf(token, drop, this.#tracked)
    const isBlock = names.blockTags.has(name)
    const isMuted = names.mutedTags.has(name) || meaning.hides !== undefined
    const { before, after, mark } = signsAround(name, this.#open.at(-1))
    this.#say(before)
    if (mark) meaning.marks.push(mark)
    const close = isBlock && !silent ? this.#builder.open(name, meaning) : () => this.#say(after)
    this.#open.push({ name, meaning, isBlock, isMuted, at, close, within: 0 })
    if (isMuted) this.#muted += 1
    this.#around = undefined
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
    const unclosed = this.#open.findIndex(({ isMuted, meaning }) => isMuted && !meaning.hides)
    if (unclosed >= 0) this.#closeFrom(unclosed)
    for (const { meaning } of this.#open) {
      if (meaning.href === undefined) continue
      delete meaning.href
      this.#around = undefined
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
    if (index >= 0) this.#takeOut(index)
  }

  /** Ends an inline element that others overlap: these stay open. */
  #takeOut(index: number): void {
    this.#open.splice(index, 1)
    this.#around = undefined
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
    if (closed?.isMuted) this.#muted -= 1
    this.#around = undefined
    closed?.close()
    return closed
  }

  #endsMuted(name: string): boolean {
    const top = this.#open.at(-1)
    return top?.isMuted === true && top.name === name
  }

  #isMuted(): boolean {
    return this.#muted > 0
  }

  /** The bullet or number that Word writes before an item says what list it is of. */
  #keepMarker(text: string): void {
    if (this.#open.find(({ isMuted }) => isMuted)?.meaning.hides !== 'marker') return
    const listed = this.#open.findLast(({ meaning }) => meaning.listed)?.meaning.listed
    if (listed && listed.marker.length < longestMarker) listed.marker += printable(text)
  }

  #drop(what: string): void {
    this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + 1)
  }

  #context(): Context {
    return (this.#around ??= contextOf(this.#open))
  }
}
