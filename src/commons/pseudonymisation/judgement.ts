import type { Run } from './things.ts'
import { joins, type Token } from './tokens.ts'
import { cues, titles, titlesOfMany } from './words.ts'

/** A text and what is known of its words. */
export interface Judge {
  text: string
  tokens: readonly Token[]
  taken: Uint8Array
  /** Words that the text writes small somewhere. */
  smalls: ReadonlySet<string>
  language: 'fr' | 'de' | 'nl'
  /** Words of lines that are in capitals throughout: there, capitals say nothing. */
  shouted: Uint8Array
}

/** What a run of words with capitals is made of. */
interface Parts {
  given: number
  initials: number
  /** Words that are neither first names nor of the language nor places. */
  unknown: number
  places: number
  words: number
  capitals: number
  acronyms: number
}

function partsOf({ tokens, shouted }: Judge, { first, end }: Run): Parts {
  const parts: Parts = {
    given: 0,
    initials: 0,
    unknown: 0,
    places: 0,
    words: 0,
    capitals: 0,
    acronyms: 0,
  }
  for (let at = first; at < end; at += 1) {
    const token = tokens[at]
    if (!token) continue
    const { is, writing, key } = token
    if (writing === 'initial') parts.initials += 1
    else if (is.given && !(is.office && !is.given)) parts.given += 1
    else if (is.particle) continue
    else if (is.place) parts.places += 1
    else if (is.word) parts.words += 1
    else if (writing === 'capitals' && !isNoAcronym(key)) parts.acronyms += 1
    else parts.unknown += 1
    if (writing === 'capitals' && isNoAcronym(key) && !(shouted[at] && is.word)) parts.capitals += 1
  }
  return parts
}

const isNoAcronym = (key: string) =>
  key.length > 3
    ? /[aeiouy]/.test(key)
    : key.length === 3 && /^[^aeiouy][aeiouy][^aeiouy]$/.test(key)

/** Of runs of words with capitals, in their order, those that are names, put together with their first names after a comma. */
export function judged(judge: Judge, runs: readonly Run[]): Run[] {
  const { tokens } = judge
  const found: Run[] = []
  for (let nth = 0; nth < runs.length; nth += 1) {
    const run = trimmed(judge, runs[nth] as Run)
    if (run.end <= run.first) continue
    // « DUPONT, Jean, Marie »
    let { end } = run
    let last = nth
    // In « MM. Denis, Lecoq, Warzée » no unknown word is a first name.
    const isListed =
      found.at(-1)?.end === run.first || titlesOfMany.has(tokens[run.first - 1]?.key ?? '')
    while (runs[last + 1] && end - run.first < 12) {
      const next = runs[last + 1] as Run
      if (next.first !== end || !isComma(tokens[end]) || !isFirstNames(judge, next, run, isListed))
        break
      end = next.end
      last += 1
    }
    const joined = end > run.end
    if (joined && isSurname(judge, run)) {
      found.push({ first: run.first, end })
      nth = last
    } else if (isPerson(judge, run) || isCoordinated(judge, run, found.at(-1))) found.push(run)
  }
  return found
}

const isComma = (token: Token | undefined) => /^ ?, ?$/.test(token?.gap ?? '')

/** Without a word at the head of a sentence that is no name. */
function trimmed({ tokens, smalls }: Judge, run: Run): Run {
  let { first } = run
  const token = tokens[first]
  if (
    token?.opens &&
    token.writing === 'capital' &&
    token.is.word &&
    !token.is.given &&
    (smalls.has(token.key) || token.is.plain) &&
    run.end - first > 1
  )
    first += 1
  return { first, end: run.end }
}

/** First names after a comma: known ones, or a word that is none, where nothing else follows. */
function isFirstNames({ tokens }: Judge, run: Run, of: Run, isListed: boolean): boolean {
  const words = tokens.slice(run.first, run.end)
  if (words.every(({ is, writing }) => is.given || writing === 'initial')) return true
  const [last, word] = [tokens[of.first], words[0]]
  if (
    isListed ||
    words.length > 1 ||
    !last ||
    !word ||
    word.writing !== 'capital' ||
    word.is.place ||
    word.is.plain
  )
    return false
  if (!word.is.word) return !last.is.given && !last.is.word
  return last.writing === 'capitals' && !last.is.given && isNoAcronym(last.key)
}

/** What may be a last name before « , Jean ». */
function isSurname(judge: Judge, run: Run): boolean {
  const { given, unknown, words, places, capitals, initials, acronyms } = partsOf(judge, run)
  if (initials > 0 || (given > 0 && run.end - run.first > 1)) return false
  if (unknown + capitals + acronyms > 0) return true
  return words + given > 0 || (places > 0 && isTitled(judge, run))
}

const isTitled = ({ tokens }: Judge, { first }: Run): boolean => {
  const [start, before] = [tokens[first], tokens[first - 1]]
  return Boolean(start && before && before.is.title && (joins(start) || start.gap === '. '))
}

/** The word that says what a name is of, where only particles and points stand between. */
function cueBefore({ tokens }: Judge, at: number): Token | undefined {
  for (let left = at - 1; left >= Math.max(0, at - 5); left -= 1) {
    const [token, after] = [tokens[left], tokens[left + 1]]
    if (!token || !after || !/^[ "«»“'(:,-]*$/.test(after.gap)) return undefined
    if (/^(?:le|la|les|l')$/.test(token.key) && left === at - 1 && token.writing === 'small') {
      if (tokens[at]?.is.word || !strong.test(tokens[left - 1]?.key ?? '')) return undefined
    }
    if (!(token.is.particle || /^(?:de|du|est|nom|que|feu|feue)$/.test(token.key))) return token
  }
  return undefined
}

/** Whether the words of a cell are a name by themselves. */
export function sureName(judge: Judge, run: Run): boolean {
  const { given, unknown, initials, capitals, words } = partsOf(judge, run)
  return given > 0 || (initials > 0 && unknown + capitals + words > 0)
}

function isPerson(judge: Judge, run: Run): boolean {
  const { tokens, language, smalls } = judge
  const parts = partsOf(judge, run)
  const { given, initials, unknown, places, words, capitals, acronyms } = parts
  const rest = unknown + places + words
  const start = tokens[run.first]
  if (!start) return false
  if (isTitled(judge, run)) return given + rest + capitals > 0
  if (isQuoted(judge, run)) {
    if (!cueIn(judge, run.first)) return false
    if (given === 1 && rest === 0) return true
  }
  if (isOfMinister(judge, run) || isTown(judge, run)) return false
  const cue = cueBefore(judge, run.first)
  const said = cue !== undefined && (cues.has(cue.key) || titles.has(cue.key))
  if (given === 1 && rest === places && places > 0 && initials === 0 && start.is.word) return false
  if (given > 0 && (given > 1 || rest + initials + capitals > 0)) return true
  const strongly = (cue !== undefined && strong.test(cue.key)) || isSpouse(judge, run)
  if (strongly && given + unknown + capitals + acronyms + rest > 0) return true
  if (said && (given > 0 || unknown > 0 || capitals > 0)) return true
  if (initials > 0 && rest > 0 && run.end - run.first > 1)
    return unknown + capitals > 0 || words > 0
  if (given === 1 && rest === 0 && isPaired(judge, run)) return true
  if (given === 1)
    return !places && !start.is.word && !start.is.place && !isAfterArticle(judge, run)
  if (follows(judge, run))
    return unknown + capitals > 0 || (words > 0 && (!start.opens || start.writing === 'capitals'))
  if (language === 'de') return false
  if (capitals > 0 && unknown + words + places > capitals && unknown > 0) return true
  return unknown > 1 && !(start.opens && smalls.has(start.key))
}

/** « née », « veuve »: nothing but a name follows. */
export const strong =
  /^(?:ne|nee|freres|soeurs|veuve|vve|dit|dite|prenom|prenoms|famille|epoux|epouse|consorts|geborene|familie|petit|petite|enfant)$/

/** « divorcé(e) de Piron » */
const isSpouse = ({ text, tokens }: Judge, { first }: Run): boolean => {
  const from = tokens[first]?.from ?? 0
  return /(?:veu(?:f|ve)|divorcée?(?:\(e\))?|épou(?:x|se)|séparée?(?:\(e\))?|conjointe?|mariée?(?:\(e\))?) (?:de |d'|avec |à )$/iu.test(
    text.slice(Math.max(0, from - 26), from),
  )
}

/** « (Merveille et Espérance) »: two first names. */
const isPaired = ({ tokens }: Judge, { first, end }: Run): boolean => {
  const isFirst = (token: Token | undefined) =>
    Boolean(token?.is.given && token.writing !== 'small')
  const and = /^(?:et|und|en)$/
  return (
    (and.test(tokens[end]?.key ?? '') && isFirst(tokens[end + 1])) ||
    (and.test(tokens[first - 1]?.key ?? '') && isFirst(tokens[first - 2]))
  )
}

const isAfterArticle = ({ tokens }: Judge, { first }: Run): boolean =>
  /^(?:la|le|les|l'|du|des|au|aux)$/.test(tokens[first - 1]?.key ?? '') &&
  Boolean(tokens[first] && joins(tokens[first] as Token))

/** « le prénom « Chantal » »: it is said to be a name. */
const cueIn = ({ text, tokens }: Judge, at: number): boolean => {
  const from = tokens[at]?.from ?? 0
  return /(?<![\p{L}-])(?:pr[ée]nom|nom|dite?|surnomm|alias|nomm[ée]e?|par)[^.;\n]{0,30}$/iu.test(
    text.slice(Math.max(0, from - 40), from),
  )
}

/** « Chez Léon »: a name of something, in quotes that close soon. */
const isQuoted = ({ text, tokens }: Judge, { first, end }: Run): boolean => {
  const [from, to] = [tokens[first]?.from ?? 0, tokens[end - 1]?.to ?? 0]
  return (
    /["«“][^"»”]{0,24}$/.test(text.slice(Math.max(0, from - 26), from)) &&
    /^[^"«“»”]{0,24}["»”]/.test(text.slice(to, to + 26))
  )
}

/** « 6042 Hautecombe » */
const isTown = ({ tokens }: Judge, { first }: Run): boolean => {
  const [start, before] = [tokens[first], tokens[first - 1]]
  return Boolean(start && before && start.gap === ' ' && /^[1-9][\dol]{3}$/.test(before.key))
}

/** « X, Ministre des Pouvoirs locaux » */
const isOfMinister = ({ tokens }: Judge, { end }: Run): boolean =>
  /^(?:ministre|ministres|gouverneur|gouverneure)$/.test(tokens[end]?.key ?? '')

/** What comes after a name says that it is one: « , né à Huy », « , domicilié rue ». */
function follows({ text, tokens }: Judge, { end }: Run): boolean {
  const last = tokens[end - 1]
  if (!last) return false
  return /^[ ,(\n–-]{0,4}(?:n[ée]+e?\s|n[ée]\(e\)|domicili|demeurant|habitant|r[ée]sidant|notaire|avocat|g[ée]om[èe]tre|architecte|g[ée]rant|employ[ée]|ouvri|[ée]tudiant|enseignant|institut|pensionn|retrait[ée]|wohnhaft|geboren|wonende|° ?\p{Lu}?\d?|NN |N\. ?N\.|R\.? ?N\.? |NISS|NRN|d[ée]c[ée]d[ée]|veuve |divorc|[Vv]ve |[ée]p(?:ouse|se|\.) )/u.test(
    text.slice(last.to, last.to + 30),
  )
}

/** In a list beside a name, one more: « Dupont, Paulus et Lamy ». */
function isCoordinated(judge: Judge, run: Run, last: Run | undefined): boolean {
  if (!last || !isListed(judge, run, run, last.end)) return false
  if (judge.language === 'de') return true
  const { given, unknown, capitals } = partsOf(judge, run)
  return given + unknown + capitals > 0 || titlesOfMany.has(judge.tokens[last.first - 1]?.key ?? '')
}

/** Whether a run may be a name in a list: `later` of the two runs follows with a comma or « et ». */
export function isListed(judge: Judge, run: Run, later: Run, end?: number): boolean {
  const { tokens, language } = judge
  const start = tokens[later.first]
  const before = tokens[later.first - 1]
  if (!start || !before) return false
  const and = /^(?:et|und|en|ou)$/.test(before.key) && joins(start) && joins(before)
  const comma = /^ ?[,–] ?$| - /.test(start.gap)
  if (!and && !comma) return false
  const edge = and ? later.first - 1 : later.first
  if (end !== undefined ? edge !== end : later !== run && edge !== run.end) return false
  const { given, unknown, capitals, places, words } = partsOf(judge, run)
  // In German every noun has a capital.
  if (language === 'de') return given + capitals > 0 || (and && unknown > 1)
  return given + unknown + capitals > 0 || (end !== undefined && places + words > 0)
}
