import { t } from '#kernel/i18n'
import {
  type Block,
  masked,
  picturesOf,
  type RichText,
  toHtml,
  toTree,
  wordsToMask,
} from '#kernel/richtext'
import { type Copy, redacted } from '#commons/publication'
import { addressInWords, finder, maskedIn } from '#commons/pseudonymisation'
import type { PublicAnnex, PublicPoint } from './content.ts'
import { publicName } from './file-name.ts'

/** A text that everybody would read of a point; `html` where it is an act, with what stands in it unseen. */
export interface LeavingText {
  part:
    | 'title'
    | 'reference'
    | 'note'
    | 'motivation'
    | 'sentence'
    | 'decision'
    | 'vote'
    | 'annex'
    | 'withheld'
  words: string
  html?: RichText
}

type Leaving = Pick<Copy<PublicPoint>, 'title' | 'content'>

/** All words of a point that leave, in the order in which they are read. */
export function textsOf({ title, content }: Leaving): LeavingText[] {
  const { note = '', motivation, sentences, decision, votes, annexes } = content
  const all: LeavingText[] = [
    { part: 'title', words: title },
    ...namings.flatMap((name) =>
      hasWords(content[name]) ? [{ part: 'reference' as const, words: content[name] }] : [],
    ),
    ...actTexts('note', note),
    ...actTexts('motivation', motivation),
    ...sentences.map((words) => ({ part: 'sentence' as const, words })),
    ...actTexts('decision', decision),
    ...votes.map(({ about }) => ({ part: 'vote' as const, words: about ?? '' })),
    ...annexes.map((file) => ({ part: 'annex' as const, words: file.title })),
  ]
  return all.filter(({ words }) => words !== '')
}

/** How a point is named besides its title. Ours are made of figures; other software may put words there. */
const namings = ['number', 'reference'] as const
const hasWords = (text: string) => /\p{Ll}{2}/u.test(text)

/** An act, and what stands in it that its words do not show: what is said of pictures, addresses of links. */
export function actTexts(part: 'note' | 'motivation' | 'decision', html: string): LeavingText[] {
  const act = html as RichText // As `content` holds it, whose schema cleans it.
  const unseen = [...picturesOf(act).map(({ alt }) => alt ?? ''), ...linked(toTree(act))]
  return [
    { part, words: wordsToMask(act), html: act },
    ...unseen.filter(Boolean).map((words) => ({ part, words })),
  ]
}

/** Where the links of a text lead. */
function linked(blocks: readonly Block[]): string[] {
  const found = new Set<string>()
  throughout(blocks, (block) => {
    if ('children' in block && (block.type === 'paragraph' || block.type === 'heading'))
      for (const child of block.children)
        if (child.type === 'text' && child.href) found.add(addressInWords(child.href))
    return block
  })
  return [...found]
}

/** What is masked of words: true where they are, false where they were looked at and are not. */
export type Masks = ReadonlyMap<string, boolean>

/** The same with nothing in it of what is masked, wherever that stands. */
export function withMasks<L extends Leaving>(leaving: L, masks: Masks): L {
  if (![...masks.values()].includes(true)) return leaving
  const hide = hider(masks)
  const { content } = leaving
  return {
    ...leaving,
    title: hide(leaving.title),
    content: {
      ...content,
      ...{ number: hide(content.number), reference: hide(content.reference) },
      ...(content.note !== undefined && { note: hideInAct(content.note, masks) }),
      motivation: hideInAct(content.motivation, masks),
      sentences: content.sentences.map(hide),
      decision: hideInAct(content.decision, masks),
      votes: content.votes.map((vote) => ({ ...vote, about: vote.about && hide(vote.about) })),
      annexes: content.annexes.map((file) => retitled(file, hide(file.title))),
    },
  }
}

/** A file under another title: what it is called says no more than that. */
const retitled = (file: PublicAnnex, title: string): PublicAnnex => ({
  ...file,
  title,
  ...(file.name !== undefined && { name: publicName(title, file.type) }),
})

/** Masks words in a plain text. */
export function hider(masks: Masks): (text: string) => string {
  const find = finder(masks.keys())
  return (text) => {
    let hidden = ''
    let at = 0
    for (const { from, to } of maskedIn(text, find, (words) => masks.get(words) === true)) {
      hidden += `${text.slice(at, from)}[${t('publication.masked')}]`
      at = to
    }
    return hidden + text.slice(at)
  }
}

/** The same of an act. */
export function hideInAct(html: string, masks: Masks): RichText {
  const act = html as RichText // As `content` holds it, whose schema cleans it.
  const stretches = maskedIn(
    wordsToMask(act),
    finder(masks.keys()),
    (words) => masks.get(words) === true,
  )
  const hide = hider(masks)
  const unseen = toHtml(throughout(toTree(act), (block) => hideUnseen(block, hide)))
  return redacted(masked(unseen, stretches))
}

/** A block without what it says unseen and is masked; its words stay as they are. */
function hideUnseen(block: Block, hide: (text: string) => string): Block {
  if (block.type === 'picture') return block.alt ? { ...block, alt: hide(block.alt) } : block
  if (block.type !== 'paragraph' && block.type !== 'heading') return block
  const children = block.children.map((child) => {
    if (child.type !== 'text' || !child.href) return child
    const address = addressInWords(child.href)
    if (hide(address) === address) return child
    const { href: _, ...words } = child
    return words
  })
  return { ...block, children }
}

/** Every block of a text, those within others too, changed by `change`. */
export function throughout(blocks: readonly Block[], change: (block: Block) => Block): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'list':
        return { ...block, items: block.items.map((item) => throughout(item, change)) }
      case 'quote':
        return { ...block, children: throughout(block.children, change) }
      case 'table': {
        const rows = block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({
            ...cell,
            children: throughout(cell.children, change),
          })),
        }))
        return { ...block, rows }
      }
      default:
        return change(block)
    }
  })
}
