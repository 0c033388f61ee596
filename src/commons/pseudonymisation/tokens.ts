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
  /(?:\p{Lu}|Ch|Th|Ph|Cl|Gh)\.(?: ?-? ?(?:\p{Lu}|Ch|Th|Ph|Cl|Gh)\.){1,4}|\p{L}(?:[\p{L}01]|['-](?=\p{L}))*|\d+(?:[\p{L}\d]*\p{Ll}[\p{L}\d]*)?|&/gu
const elision = /^(?:[dlqnsjcmt]|qu|jusqu|lorsqu|puisqu|quelqu|presqu)'/i

/** The words of a flat text in their order. */
export function tokensOf(text: string, french: boolean): Token[] {
  const found: Token[] = []
  const senses = new Map<string, Sense>()
  const senseOf = (key: string): Sense => {
    const known = senses.get(key) ?? sensed(key)
    senses.set(key, known)
    return known
  }
  let last = 0
  for (const match of text.matchAll(words)) {
    let [from, word] = [match.index, match[0]]
    const elided = word[1] === "'" || word.includes("u'") ? elision.exec(word)?.[0] : undefined
    if (elided && word.length > elided.length && isElided(elided, word, senseOf)) {
      found.push({
        ...{
          from,
          to: from + elided.length,
          key: keyOf(elided),
          gap: text.slice(Math.max(last, from - 8), from),
        },
        ...{ writing: 'small', is: senseOf(keyOf(elided)), opens: false },
      })
      from += elided.length
      last = from
      word = word.slice(elided.length)
    }
    if (text[from + word.length] === '.' && abbreviations.test(word)) word += '.'
    const gap = text.slice(Math.max(last, from - 8), from)
    const before = found.at(-1)
    const [key, writing] = readOf(word)
    const beyond = found.at(-2)
    const isAfterName = Boolean(
      beyond &&
      before &&
      /^[ -]?$/.test(before.gap) &&
      (beyond.is.given || beyond.is.title) &&
      beyond.writing !== 'small',
    )
    if (
      before &&
      gap === ' ' &&
      (french || writing === 'capitals') &&
      isTorn(
        before,
        key,
        writing,
        senseOf,
        isAfterName && !/[.°º')]/.test(text[from + word.length] ?? ''),
      )
    ) {
      before.to = from + word.length
      before.key += key
      before.is = senseOf(before.key)
      last = before.to
      continue
    }
    found.push({
      ...{ from, to: from + word.length, key, writing, gap, is: senseOf(key) },
      opens:
        last === 0 ||
        /[\n\t;:!?•–]|\. |^-|["«“]\s*$|\d[.)] /.test(
          text.slice(Math.max(0, last - 1), from).slice(-8),
        ),
    })
    last = from + word.length
  }
  return found
}

/** « D'Haene » is one name, « L'Échevine » and « d'Anne » are two words. */
const isElided = (elided: string, word: string, senseOf: (key: string) => Sense): boolean => {
  const rest = word.slice(elided.length)
  const { plain, word: common, given, place } = senseOf(keyOf(rest))
  if (!/^[A-Z]'/.test(elided) || !/^\p{Lu}/u.test(rest)) return true
  if (plain || given) return true
  return /^[DLNSJCMQ]/.test(elided) && (common || (place && !elided.startsWith('D')))
}

/** A scan parts words: « Xhign esse », « F RAITURE ». */
const isTorn = (
  { writing: first, key: start, is }: Token,
  key: string,
  writing: Token['writing'],
  senseOf: (key: string) => Sense,
  isAfterName: boolean,
): boolean => {
  if (start.length > 24 || key.length > 30 || /[.'-]$/.test(start)) return false
  if (writing === 'small' && (first === 'capital' || first === 'capitals')) {
    if (first === 'capitals' && start.length > 1) return false
    const rest = senseOf(key)
    if (key.length === 1) return isAfterName && /^[^ayb]$/.test(key) && start.length > 1
    return !is.title && !rest.word && !rest.plain && !rest.particle && !rest.given && key.length > 1
  }
  const isCapital = writing === 'capitals' || (writing === 'capital' && key.length === 1)
  if (!isCapital || senseOf(key).plain) return false
  if (isAfterName) return start.length + key.length < 5 || start.length === 1
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
