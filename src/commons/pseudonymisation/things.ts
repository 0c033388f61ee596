import { isNameLike, joins, type Token } from './tokens.ts'
import { takeTowns } from './towns.ts'
import {
  bearers,
  bearersOfMany,
  companies,
  firmEndings,
  ofBodies,
  wayEndings,
  ways,
} from './words.ts'

/** A run of the words of a text: from one to another, the end excluded. */
export interface Run {
  first: number
  end: number
}

/** What bears names in a text without being somebody: words that are not free to be a person's. */
export interface Things {
  streets: Run[]
  /** One for each word that is part of a street, a house, a body, a law. */
  taken: Uint8Array
}

const months =
  /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/

/** The streets, bodies, houses, laws and ministers of a text. */
export function thingsOf(tokens: readonly Token[]): Things {
  const taken = new Uint8Array(tokens.length)
  const streets: Run[] = []
  const take = ({ first, end }: Run) => {
    taken.fill(1, first, end)
    return end
  }
  let at = 0
  while (at < tokens.length) {
    const street = streetAt(tokens, at)
    if (street) {
      streets.push(street)
      at = take(street)
      continue
    }
    const thing = bodyAt(tokens, at) ?? bearerAt(tokens, at)
    at = thing ? Math.max(at + 1, take(thing)) : at + 1
  }
  takeTowns(tokens, taken)
  return { streets, taken }
}

const inName =
  /^(?:de|du|des|d'|la|le|les|l'|a|au|aux|en|sous|sur|lez|op|der|den|dem|van|von|het|wa|et)$/

/** « rue du 11 Novembre », « Kerkstraat », « Am Bahnhof »: the words of a way, without its number. */
function streetAt(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.writing !== 'small' && wayEndings.test(token.key)) {
    const before = tokens[at - 1]
    const isPart =
      before && joins(token) && before.writing === 'capital' && !before.is.title && !before.opens
    return { first: isPart ? at - 1 : at, end: at + 1 }
  }
  const german =
    /^(?:am|im|zum|zur)$/.test(token.key) ||
    (/^(?:auf|an|in|unter|hinter)$/.test(token.key) &&
      /^(?:dem|der|den)$/.test(tokens[at + 1]?.key ?? ''))
  if (german && token.writing === 'capital') {
    const name = /^(?:am|im|zum|zur)$/.test(token.key) ? at + 1 : at + 2
    const isWay = tokens[name]?.writing === 'capital' && isNumbered(tokens, name + 1)
    return isWay ? { first: at, end: name + 1 } : undefined
  }
  if (!ways.has(token.key)) return undefined
  let end = at + 1
  let content = at
  while (end < at + 10) {
    const [word, before] = [tokens[end], tokens[end - 1]]
    if (!word || !before || !joins(word)) break
    if (word.writing === 'figures') {
      const next = tokens[end + 1]
      if (
        !next ||
        !joins(next) ||
        !(
          months.test(next.key) ||
          (/^\d{1,2}e?$/.test(word.key) && isNameLike(next) && next.key.length > 2)
        )
      )
        break
    } else if (inName.test(word.key) && word.writing !== 'initial') {
      if (word.key === 'et' && !isNameLike(tokens[end + 1] ?? word)) break
    } else if (word.writing === 'small') {
      // « rue de la fontaine », but not « place de parking que ».
      if (content > at || !inName.test(before.key) || /^(?:a|au|en|et|sur|sous)$/.test(before.key))
        break
      content = end
    } else if (isCivil(word)) break
    else content = end
    end += 1
  }
  const small = tokens[content]?.writing === 'small'
  if (content === at || (small && token.key === 'place' && content - at > 3)) return undefined
  // « R. Wauters 12 » is a street, « R. Wauters » somebody.
  if (
    token.writing === 'initial' &&
    !(
      tokens[at + 1]?.writing === 'small' &&
      /^(?:de|du|des|d'|la|l'|les|aux)$/.test(tokens[at + 1]?.key ?? '')
    ) &&
    !isNumbered(tokens, content + 1)
  )
    return undefined
  return { first: at, end: content + 1 }
}

const isNumbered = (tokens: readonly Token[], at: number): boolean => {
  const [one, two] = [tokens[at], tokens[at + 1]]
  if (!one || !/^ ?[, \n] ?$/.test(one.gap)) return false
  if (one.writing === 'figures')
    return !/^(?:ans|voix|points|euros|eur|jours|mois)$/.test(two?.key ?? '')
  return /^(?:n|no)$/.test(one.key) && two?.writing === 'figures'
}

/** « M. », « Mme »: a person follows. */
const isCivil = ({ key, is }: Token): boolean =>
  is.title &&
  !/^(?:abbe|lieutenant|major|colonel|sergent|capitaine|caporal|adjudant|commandant|docteur|dr|dr\.|professeur|pr|pr\.|soeur|maitre|dame|dames|sieur)$/.test(
    key,
  )

/** A capital goes on a name: with particles before it, and what ends the name of a firm. */
function runAfter(tokens: readonly Token[], at: number, most = 8): number {
  let end = at
  for (let next = at; next < at + most; next += 1) {
    const token = tokens[next]
    if (!token || !(joins(token) || (next === at && /^ ?["«“] ?$/.test(token.gap)))) break
    if (isCivil(token)) break
    if (token.is.office && next > at) break
    if (token.writing === 'sign' || /^(?:et|und|en)$/.test(token.key)) {
      if (!firmEndings.has(tokens[next + 1]?.key ?? '') && token.writing !== 'sign') break
    } else if (isNameLike(token) || token.is.title || companies.has(token.key)) {
      if (token.writing === 'small') break
      end = next + 1
    } else if (firmEndings.has(token.key)) end = next + 1
    else if (!(token.is.particle || /^(?:aux|au|sur|en)$/.test(token.key))) break
  }
  return end
}

const isForm = ({ key, writing }: Token) => companies.has(key) && writing !== 'small'

/** A company with its form, before or after its name: « la SRL Toitures X », « X & Fils SA ». */
function bodyAt(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const isEnd = firmEndings.has(token.key) && /^(?:&|et|und|en)$/.test(tokens[at - 1]?.key ?? '')
  const isBrothers = /^(?:freres|gebruder)$/.test(token.key) && token.writing !== 'small'
  if (!isForm(token) && !isEnd && !isBrothers) return undefined
  const [left, right] = [tokens[at - 1], tokens[at + 1]]
  // « Albert SA NOGUEIRA »
  if (
    token.key === 'sa' &&
    left &&
    joins(token) &&
    (left.is.given || left.is.title || left.writing === 'initial') &&
    right &&
    joins(right) &&
    isNameLike(right) &&
    !right.is.plain
  )
    return undefined
  let first = at
  while (first > at - 8) {
    const [start, before] = [tokens[first], tokens[first - 1]]
    if (!start || !before || !joins(start) || isCivil(before)) break
    if (isForm(before)) break
    const isPart =
      (isNameLike(before) && !(before.opens && before.is.plain)) ||
      before.writing === 'sign' ||
      (/^(?:et|und|en)$/.test(before.key) && firmEndings.has(start.key)) ||
      (before.is.particle &&
        isNameLike(tokens[first - 2] ?? token) &&
        joins(before) &&
        !before.is.title &&
        before.writing !== 'capitals')
    if (!isPart) break
    first -= 1
  }
  return { first, end: Math.max(at + 1, runAfter(tokens, at + 1)) }
}

/** « le Ministre wallon de la Mobilité, Philippe Henry » */
function ministerAfter(tokens: readonly Token[], at: number): Run | undefined {
  let comma = at + 1
  while (comma < at + 10 && tokens[comma] && joins(tokens[comma] as Token)) comma += 1
  const name = tokens[comma]
  if (!name?.is.given || !isNameLike(name) || !/^ ?, ?$/.test(name.gap)) return undefined
  return { first: comma, end: Math.max(comma + 1, runAfter(tokens, comma + 1)) }
}

/** « l'école communale X », « la loi X », « le Ministre X »: what bears a name, or is said with one in public. */
function bearerAt(tokens: readonly Token[], at: number): Run | undefined {
  const token = tokens[at]
  if (!token) return undefined
  // « une exposition consacrée à Paul Delvaux »
  if (/^(?:consacree?|dediee?)s?$/.test(token.key) && tokens[at + 1]?.key === 'a') {
    const beyond = /^(?:la|le|l')$/.test(tokens[at + 2]?.key ?? '') ? at + 3 : at + 2
    return { first: at, end: Math.max(at + 1, runAfter(tokens, beyond)) }
  }
  if (!(bearers.has(token.key) || /^ministres?$/.test(token.key))) return undefined
  const [left, right, beyond] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  // « Moulin Ghislain »
  if (
    token.writing !== 'small' &&
    right &&
    (right.is.given || right.writing === 'initial') &&
    isNameLike(right) &&
    joins(right) &&
    !(beyond && joins(beyond) && isNameLike(beyond)) &&
    !(left && joins(token) && /^(?:l'|le|la|du|au|les|des|aux)$/.test(left.key))
  )
    return undefined
  if (/^ministres?$/.test(token.key)) {
    const named = ministerAfter(tokens, at)
    if (named) return named
  }
  let start = at + 1
  while (
    start < at + 4 &&
    ofBodies.has(tokens[start]?.key ?? '') &&
    tokens[start]?.writing === 'small'
  )
    start += 1
  let end = runAfter(tokens, start)
  if (end === start) return undefined
  while (bearersOfMany.has(token.key)) {
    const next = tokens[end]
    if (!next) break
    const comma = /^["»”]? ?, ?["«“]? ?$/.test(next.gap)
    const and = /^(?:et|ou)$/.test(next.key)
    const beyond =
      comma && !and
        ? runAfter(
            [
              ...tokens
                .slice(end, end + 9)
                .map((one, nth) => (nth === 0 ? { ...one, gap: ' ' } : one)),
            ],
            0,
          ) + end
        : and
          ? runAfter(tokens, end + 1)
          : end
    if (beyond <= end + (and ? 1 : 0)) break
    end = beyond
  }
  return { first: at, end }
}
