import { z } from 'zod'
import { t } from '#kernel/i18n'
import { clean, redact, type RichText } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'

const standIn = () => inItsLanguage(() => t('publication.masked'))

/** The text as it may leave: « masqué » stands for each run of words that its author masked. */
export function redacted(html: RichText): RichText {
  return redact(html, standIn())
}

/** A rich text in the content of a publication. It is cleaned whenever it is read. */
export const publicText = () => z.string().transform((html): RichText => clean(html).html)

/** Whether some text still holds masked words: its trade forgot to call `redacted`. */
export function holdsMaskedWords(content: unknown): boolean {
  if (typeof content === 'string')
    return content
      .split('<mark class="masked">')
      .slice(1)
      .some((rest) => !rest.startsWith(`${standIn()}</mark>`))
  if (typeof content !== 'object' || content === null) return false
  return Object.values(content).some(holdsMaskedWords)
}
