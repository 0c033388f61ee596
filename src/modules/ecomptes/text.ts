import {
  type Block,
  type Cleaning,
  type RichText,
  clean,
  toPlainText,
  toTree,
  withKept,
} from '#kernel/richtext'
import { t } from '#kernel/i18n'
import type { ExchangedText } from './exchange.ts'
import { plainOfRtf } from './rtf.ts'

/** The words alone, lines parted by line feeds. */
export function plainOf({ mode, value }: ExchangedText): string {
  if (mode === 'HTML') return toPlainText(clean(value).html)
  return mode === 'RTF' ? plainOfRtf(value) : value.replace(/\r\n?/g, '\n')
}

/**
 * A text of the exchange as our rich text, with what had to be dropped. In plain text and in RTF,
 * which comes over as plain text, a blank line parts paragraphs and other line breaks stay.
 */
export function richOf(text: ExchangedText): Cleaning {
  if (text.mode === 'HTML') return clean(text.value)
  const paragraphs = escape(plainOf(text)).split(/(?<!\n)\n\n(?!\n)/)
  return clean(paragraphs.map((one) => `<p>${one.replaceAll('\n', '<br>')}</p>`).join(''))
}

/** Our rich text for the exchange: plain text where that says the same, else HTML. */
export function exchangedOf(html: RichText): ExchangedText {
  const words = withKept(
    html,
    () => undefined,
    (alt) => t('ecomptes.picture', { alt }),
  )
  if (words !== html) return exchangedOf(words)
  const plain: ExchangedText = { mode: 'TEXTE', value: toTree(html).map(linesOf).join('\n\n') }
  return richOf(plain).html === html ? plain : { mode: 'HTML', value: html }
}

function linesOf(block: Block): string {
  if (block.type !== 'paragraph') return ''
  return block.children.map((one) => (one.type === 'break' ? '\n' : one.text)).join('')
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
