import { isFrench } from './lexicon.ts'
import { keyOf, tokensOf } from './tokens.ts'

/** Of what a language says, so much is known: names, places and abbreviations stand beside. */
const leastKnown = 0.4
/** So many of the words of a longer text are the smallest of its language. */
const leastSmall = 0.06
/** Signs of one font that are no letters and no figures: more than bullets and arrows. */
const mostSigns = 6

/**
 * Whether a text is one of a language that is spoken here, as far as its words tell: what a font says may be other letters than those it
 * draws, or none.
 */
export function said(text: string): boolean {
  const signs = new Set(text.match(/[^\p{L}\p{M}\p{N}\s.,;:!?'’"«»()[\]/°€%+=•–—-]/gu) ?? [])
  const written = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (signs.size >= mostSigns && written < text.replaceAll(/\s/g, '').length / 2) return false
  const words = tokensOf(text, 'fr').filter(({ writing }) => isOfLetters.has(writing))
  if (words.length === 0) return true
  const known = words.filter(({ key, is }) => Object.values(is).includes(true) || isWord(key))
  if (known.length >= words.length * leastKnown) return true
  const small = words.filter(({ key }) => ofOthers.has(key)).length
  return words.length >= 8 && small >= words.length * leastSmall && !isTorn(text, words.length)
}

const isOfLetters: ReadonlySet<string> = new Set(['small', 'capital', 'capitals'])

/** « règlement-redevance » */
const isWord = (key: string): boolean =>
  key.includes('-') && key.split('-').every((part) => part === '' || isFrench(part))

/** The small words of German, Dutch and English, of which there is no dictionary. */
const ofOthers = new Set(
  `der die das und ist wird werden mit des dem den von zu im für het een van aan wordt zijn op voor met door en of the and of to is for by with`.split(
    ' ',
  ),
)

/** « o[AcAmNx »: signs and capitals in the middle of words. */
const isTorn = (text: string, words: number): boolean =>
  (text.match(/\p{L}[[\]{}\\|^~<>#$]\p{L}|\p{Ll}\p{Lu}/gu)?.length ?? 0) > words * 0.1

/** « L e m a i t r e »: letters with a blank after each. Its blanks are alike, or wider between words. */
export const spelt = /(?<![\p{L}\p{N}'’])\p{L}(?:[ \u00A0]{1,3}\p{L}){3,}(?![\p{L}\p{N}'’])/gu

/** Whether letters stand apart in a text: those of one word of the language (« A R R Ê T E ») and crosses in columns say nothing. */
export const isSpelt = (text: string): boolean =>
  (text.match(spelt) ?? []).some((run) => {
    const word = run.replaceAll(/\s/g, '')
    return new Set(word).size > 1 && !isFrench(keyOf(word))
  })
