import { folded } from '#kernel/i18n'
import { isGivenName } from './given-names.ts'
import { isFrench } from './lexicon.ts'
import { geography } from './geography.ts'
import { common, companies, functions, particles, titles } from './words.ts'

/** A word of a flat text, and what kind of writing it is. */
export interface Token {
  from: number
  to: number
  /** As people compare it, with the figures of a bad scan read as letters. */
  key: string
  writing: 'capital' | 'capitals' | 'initial' | 'small' | 'figures' | 'sign'
  /** What stands between the word before it and this one, at most eight signs of it. */
  gap: string
  /** Whether a sentence, a line or a cell begins with it. */
  opens: boolean
  is: Sense
}

/** What is known of a word without its neighbours. */
export interface Sense {
  given: boolean
  /** Nobody's name: a word of grammar or of acts. */
  plain: boolean
  /** A word of the language, which may be a name (« Petit »). */
  word: boolean
  place: boolean
  title: boolean
  particle: boolean
  office: boolean
}

const abbreviations =
  /^(?:\p{L}|mm|mr|mrs|mme|mmes|mlle|mlles|dr|pr|prof|ch|th|ph|cl|fr|hr|dhr|mevr|av|bd|pl|vve|chee|rte|st|ste|bld|art|dir|ing|str|tel|pc|sap|cpl|sgt|adj)$/iu
// A word; the initials of a first name; a number; « & ».
const words =
  /(?:\p{Lu}|Ch|Th|Ph|Cl|Gh)\.(?: ?-? ?(?:\p{Lu}|Ch|Th|Ph|Cl|Gh)\.){1,4}|\p{L}(?:\p{L}|[01](?!\d)|['-](?=\p{L}))*|\d+(?:[\p{L}\d]*\p{Ll}[\p{L}\d]*)?|&/gu
const elision = /^(?:[dlqnsjcmt]|qu|jusqu|lorsqu|puisqu|quelqu|presqu)'/i

export type Language = 'fr' | 'de' | 'nl'

/** The words of a flat text in their order. */
export function tokensOf(text: string, language: Language): Token[] {
  const found: Token[] = []
  const senseOf = sensing()
  let last = 0
  const gapBefore = (from: number) => text.slice(Math.max(last, from - 8), from)
  for (const match of text.matchAll(words)) {
    let [from, word] = [match.index, match[0]]
    const elided = word[1] === "'" || word.includes("u'") ? elision.exec(word)?.[0] : undefined
    if (elided && word.length > elided.length && isElided(elided, word, senseOf)) {
      const [to, key] = [from + elided.length, keyOf(elided)]
      found.push({
        ...{ from, to, key, gap: gapBefore(from), is: senseOf(key) },
        ...{ writing: 'small', opens: false },
      })
      word = word.slice(elided.length)
      from = to
      last = to
    }
    if (text[from + word.length] === '.' && abbreviations.test(word)) word += '.'
    const to = from + word.length
    const [key, writing] = readOf(word)
    const token: Token = {
      ...{ from, to, key, writing, gap: gapBefore(from), is: senseOf(key) },
      opens: last === 0 || opening.test(text.slice(Math.max(0, last - 1, from - 8), from)),
    }
    const [beyond, before] = [found.at(-2), found.at(-1)]
    if (language === 'de' && isArticle(token, before)) token.is = { ...token.is, particle: false }
    const isWhole = /[.°º')]/.test(text[to] ?? '')
    const isParted =
      before !== undefined &&
      token.gap === ' ' &&
      (language === 'fr' || writing === 'capitals') &&
      isTorn(before, token, !isWhole && isInName(beyond, before))
    if (isParted) {
      before.to = to
      before.key += key
      before.is = senseOf(before.key)
    } else found.push(token)
    last = to
  }
  return found
}

const opening = /[\n\t;:!?•–]|\. |^-|["«“]\s*$|\d[.)] /

/** What is known of each word, thought of once. */
function sensing(): (key: string) => Sense {
  const senses = new Map<string, Sense>()
  return (key) => {
    const known = senses.get(key) ?? sensed(key)
    senses.set(key, known)
    return known
  }
}

/** « der » of « von der Heyden » is of a name, « der » of « Direktorin der Schule » is not. */
const isArticle = ({ key, writing }: Token, before: Token | undefined): boolean =>
  writing === 'small' &&
  /^(?:das|der|den|dem|des|die)$/.test(key) &&
  !/^(?:van|von|zu|auf|in|an)$/.test(before?.key ?? '')

/** Whether a word stands after a title or a first name: what follows in one letter is a piece of it. */
const isInName = (beyond: Token | undefined, { gap }: Token): boolean =>
  beyond !== undefined &&
  /^[ -]?$/.test(gap) &&
  (beyond.is.given || beyond.is.title) &&
  beyond.writing !== 'small'

/** « D'Haene » is one name, « L'Échevine » and « d'Anne » are two words. */
const isElided = (elided: string, word: string, senseOf: (key: string) => Sense): boolean => {
  const rest = word.slice(elided.length)
  const { plain, word: common, given, place } = senseOf(keyOf(rest))
  if (!/^[A-Z]'/.test(elided) || !/^\p{Lu}/u.test(rest)) return true
  if (plain || given) return true
  return /^[DLNSJCMQ]/.test(elided) && (common || (place && !elided.startsWith('D')))
}

/** A scan parts words: « Xhign esse », « F RAITURE ». */
function isTorn(
  { writing: first, key: start, is }: Token,
  { key, writing, is: rest }: Token,
  isInName: boolean,
): boolean {
  if (start.length > 24 || key.length > 30 || /[.'-]$/.test(start)) return false
  if (writing === 'small' && (first === 'capital' || first === 'capitals')) {
    if (first === 'capitals' && start.length > 1) return false
    if (key.length === 1) return isInName && /^[^ayb]$/.test(key) && start.length > 1
    return !is.title && !rest.word && !rest.plain && !rest.particle && !rest.given
  }
  const isCapital = writing === 'capitals' || (writing === 'capital' && key.length === 1)
  if (!isCapital || rest.plain) return false
  if (isInName) return start.length + key.length < 5 || start.length === 1
  return first === 'capital' && start.length === 1 && start !== 'm' && key.length > 2
}

const plainLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
}

/** As people compare words, whatever a scan made of them. */
export const keyOf = (word: string): string =>
  (/^[a-z'.-]*$/.test(word) ? word : folded(word)).replaceAll(
    /[01ıłøđ]/g,
    (sign) => plainLetters[sign] ?? sign,
  )

/** The key and the writing of a word; « lngrid » is « Ingrid », « SÁ » no « SA ». */
function readOf(word: string): [string, Token['writing']] {
  const right = /^l(?:[bcdfgjkmnpqrstvwxz]|\p{Lu})/u.test(word) ? `I${word.slice(1)}` : word
  const key = keyOf(right)
  const isAccented = key.length < 4 && companies.has(key) && !/^[\w.]+$/.test(right)
  return [isAccented ? right.toLowerCase() : key, writingOf(right)]
}

/** As a scan may have read it: what looks alike is alike. */
export const shapeOf = (key: string): string =>
  key.replaceAll('rn', 'm').replaceAll(/[ijl]/g, 'i').replaceAll('e', 'c').replaceAll('-', '')

function writingOf(word: string): Token['writing'] {
  if (word === '&') return 'sign'
  if (/^(?:\d(?![\p{L}]{3,}$)|\p{Lu}\d+$)/u.test(word)) return 'figures'
  if (/^(?:(?:\p{Lu}|Ch|Th|Ph|Cl|Gh)\.[ -]*)+$/u.test(word)) return 'initial'
  const letters = word.slice(0, 40).replaceAll(/[^\p{L}]/gu, '')
  if (letters.length >= 2 && letters === letters.toUpperCase()) return 'capitals'
  return /^[\p{Lu}01]/u.test(word) ? 'capital' : 'small'
}

function sensed(key: string): Sense {
  const bare = key.replace(/\.$/, '')
  const parts = key.split('-')
  // « Bourgmestre-Présidente »
  const isOffice = functions.has(key) || parts.every((one) => functions.has(one))
  const plain = common.has(key) || (bare.length > 1 && common.has(bare))
  return {
    given: isGivenName(key),
    plain:
      plain ||
      isOffice ||
      (parts.length > 2 &&
        parts.some((one) => common.has(one)) &&
        parts.every((one) => isFrench(one))),
    word: plain || isOffice || isFrench(key),
    place: isPlace(key),
    title: titles.has(key),
    particle: particles.has(key) || particles.has(`${key}'`),
    office: isOffice,
  }
}

const isPlace = (key: string): boolean =>
  geography.has(key) ||
  /-(?:lez|les|sur|sous|en|aux|devant|saint|sainte|la|le)-|^(?:saint|sainte|st|ste|sankt|sint)-/.test(
    key,
  ) ||
  (key.includes('-') && key.split('-').every((part) => geography.has(part)))

/** Whether a word may be a piece of somebody's name, by its writing. */
export const isNameLike = ({ writing, is }: Token): boolean =>
  (writing === 'capital' || writing === 'capitals' || writing === 'initial') && !is.title

/** Whether two words may be pieces of one name: nothing but a space or a hyphen stands between. */
export const joins = ({ gap }: Token): boolean => /^[ -]?'?$|^ - $/.test(gap)
