import { z } from 'zod'
import { t } from '#kernel/i18n'
import { clean, redact, type RichText } from '#kernel/richtext'
import { picture } from '#kernel/textparts'
import { inItsLanguage } from '#kernel/tenancy'

const standIn = () => inItsLanguage(() => t('publication.masked'))

/** The text as it may leave: « masqué » stands for each run of words that its author masked. */
export function redacted(html: RichText): RichText {
  return openly(redact(html, standIn()))
}

/** With the address at which everybody sees its pictures, as long as what holds it is public. */
const openly = (html: RichText): RichText =>
  // A canonical text has this sign in a tag only, and the other address is read back as the same picture.
  html.replaceAll(
    `<${picture.tag} src="${picture.folder}`,
    `<${picture.tag} src="${picture.openFolder}`,
  ) as RichText

/** A rich text in the content of a publication. It is cleaned whenever it is read. */
export const publicText = () => z.string().transform((html): RichText => openly(clean(html).html))

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
