import { raw } from 'hono/html'
import { t } from '#kernel/i18n'
import { ActText } from '#kernel/pages'
import { escape, laid, type RichText, toHtml, toTree } from '#kernel/richtext'
import { itsLanguage } from '#kernel/tenancy'
import type { Review } from './reviewing.ts'
import { type LeavingText, throughout } from '#modules/copies'
import { finder, type Standing } from '#commons/pseudonymisation'

/** Signs of nobody’s text, in whose place the tags of marks come once it is HTML. */
const [opens, opened, closes] = ['\uE000', '\uE001', '\uE002']
const ours = /[\uE000-\uE002]/g

/** The texts of a point as they would leave, in which what is judged or to judge is marked where it stands. */
export function MarkedTexts({ review }: { review: Review }) {
  const find = marking(review)
  const places = new Set<number>()
  const finish = (html: string) => tagged(html, review, places)
  return (
    <div lang={itsLanguage()}>
      {review.texts.map((text) => (
        <section class="review-text">
          <h3>{titleOf(text, review)}</h3>
          {text.html === undefined ? (
            <p>{raw(finish(escape(cut(text.words.replaceAll(ours, ''), 0, find))))}</p>
          ) : (
            <ActText html={finish(markedAct(text.html, find))} label={titleOf(text, review)} />
          )}
        </section>
      ))}
    </div>
  )
}

/** An act has words and what stands in it unseen: the first of its texts is the former. */
function titleOf({ part, html }: LeavingText, { texts }: Review): string {
  const name = t(`publications.review.part.${part}`)
  const isUnseen = html === undefined && texts.some((one) => one.part === part && one.html)
  return isUnseen ? t('publications.review.part.unseen', { part: name }) : name
}

interface Marked {
  from: number
  to: number
  at: number
}

/** Where the words of a review stand in a text, and the how-manieth of them each is; of two that overlap, the longer. */
function marking({ found }: Review): (text: string) => Marked[] {
  const at = new Map(found.map(({ words }, index) => [words, index]))
  const find = finder(at.keys())
  return (text) => {
    const left: Marked[] = []
    const sorted = find(text).toSorted((a: Standing, b: Standing) => a.from - b.from || b.to - a.to)
    for (const { words, from, to } of sorted)
      if (from >= (left.at(-1)?.to ?? 0)) left.push({ from, to, at: at.get(words) ?? 0 })
    return left
  }
}

function markedAct(html: RichText, find: (text: string) => Marked[]): string {
  const blocks = toTree(html.replaceAll(ours, '') as RichText) // What is taken away are no tags.
  const { words, places } = laid(blocks)
  const marks = find(words)
  const drawn = throughout(blocks, (block) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return block
    const children = block.children.map((child) => {
      const from = child.type === 'text' ? places.get(child) : undefined
      if (child.type !== 'text' || from === undefined) return child
      return { ...child, text: cut(child.text, from, () => marks) }
    })
    return { ...block, children }
  })
  return toHtml(drawn)
}

/** A piece of a text that begins at `from`, with signs around what is marked in it. */
function cut(piece: string, from: number, find: (text: string) => Marked[]): string {
  let drawn = ''
  let at = 0
  for (const mark of find(piece)) {
    const [begin, end] = [Math.max(mark.from - from, at), Math.min(mark.to - from, piece.length)]
    if (end <= begin) continue
    drawn += `${piece.slice(at, begin)}${opens}${mark.at}${opened}${piece.slice(begin, end)}${closes}`
    at = end
  }
  return drawn + piece.slice(at)
}

const looks = { masked: 'mask', kept: 'found kept', undecided: 'found' } as const

/** With tags in the place of signs: the first mark of each words has the address that the list leads to. */
function tagged(html: string, { found }: Review, places: Set<number>): string {
  return html
    .replaceAll(/\uE000(\d+)\uE001/g, (_, index: string) => {
      const at = Number(index)
      const state = found[at]?.verdict ?? 'undecided'
      const id = places.has(at) ? '' : ` id="words-${at}"`
      places.add(at)
      const said = escape(t(`publications.review.state.${state}`))
      return `<mark class="${looks[state]}"${id} title="${said}">`
    })
    .replaceAll(closes, '</mark>')
}
