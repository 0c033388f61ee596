import type { Run } from './things.ts'
import { isNameLike, joins, type Token } from './tokens.ts'
import { companies } from './words.ts'

/** So many words has a name at most. */
const longest = 9

/** A small « le » or « in » is of a name after another particle only: « de la Haye », « in 't Veld ». */
const doubtful = /^(?:le|la|les|l'|du|des|het|in|op|e|y|lo|do|et|a|dem|zu|zur|saint|st)$/
const first = /^(?:de|d'|van|von|ten|ter|della|dalla|van't|von't)$/

/** A single letter without its point is nobody's initial: « section A ». */
const isLetter = ({ from, to }: Token) => to - from === 1

export const isPiece = (token: Token): boolean =>
  isNameLike(token) &&
  !isLetter(token) &&
  !(token.is.plain && !token.is.given && token.writing !== 'initial') &&
  !companies.has(token.key)

/** Where particles that go on a name stop: at the word after them, or where they began. */
function afterParticles(tokens: readonly Token[], at: number, taken: Uint8Array): number {
  let beyond = at
  while (beyond < at + 4) {
    const token = tokens[beyond]
    if (!token || taken[beyond] || (beyond > at && !joins(token))) return at
    if (!token.is.particle || token.writing === 'initial') break
    if (token.writing === 'small' && doubtful.test(token.key)) {
      const [before, next] = [tokens[beyond - 1], tokens[beyond + 1]]
      // « Pauline le Hodey »
      const isOwn = token.key === 'le' && before?.is.given && next && !next.is.word
      if (!(isOwn || token.key === 'du' || (beyond > at && before && first.test(before.key))))
        return at
    }
    beyond += 1
  }
  const next = tokens[beyond]
  return beyond > at && next && joins(next) && isPiece(next) && !taken[beyond] ? beyond : at
}

/** The runs of words with a capital that may be names, particles between them, without what is taken. */
export function runsOf(tokens: readonly Token[], taken: Uint8Array): Run[] {
  const runs: Run[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token || taken[at]) {
      at += 1
      continue
    }
    const isStart = isPiece(token) || isOfficeAsName(tokens, at)
    const past = !isStart && isCapital(token) ? afterParticles(tokens, at, taken) : at
    if (!isStart && past === at) {
      at += 1
      continue
    }
    const end = endOf(tokens, isStart ? at + 1 : past + 1, at, taken)
    runs.push({ first: at, end })
    at = end
  }
  return runs
}

/** « ÉCHEVIN, Lucien », « Bürgermeister J. », « M ÉCHEVIN »: an office where only a last name stands. */
function isOfficeAsName(tokens: readonly Token[], at: number): boolean {
  const [before, token, next, beyond] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!token?.is.office || !isNameLike(token)) return false
  const isAfterName = before && /^ ?, ?$/.test(token.gap) && isNameLike(before) && !before.is.given
  if (
    isAfterName ||
    (before && joins(token) && /^(?:l'|le|la|du|au|les|cher|chere)$/.test(before.key))
  )
    return false
  if (
    before &&
    joins(token) &&
    /^(?:m|mr|mrs|mme|mlle|monsieur|madame|mademoiselle)\.?$/.test(before.key)
  )
    return true
  if (!next) return false
  const isLast = !beyond || !joins(beyond) || !isNameLike(beyond)
  if (joins(next))
    return isLast && (next.writing === 'initial' || (next.is.given && isNameLike(next)))
  return isLast && /^ ?, ?$/.test(next.gap) && next.is.given && isNameLike(next)
}

/** « De Wilde », « VAN DER »: a particle in capitals begins a name. */
const isCapital = ({ is, writing }: Token) =>
  is.particle && (writing === 'capital' || writing === 'capitals')

export function endOf(
  tokens: readonly Token[],
  from: number,
  start: number,
  taken: Uint8Array,
): number {
  let end = from
  while (end < start + longest) {
    const next = tokens[end]
    if (!next || taken[end] || !joins(next)) break
    const before = tokens[end - 1]
    // « Ali Échevin »: an office after a first name is a last name.
    const isNamed =
      next.is.office &&
      isNameLike(next) &&
      next.gap !== '' &&
      (before?.is.given || before?.writing === 'initial')
    if (isPiece(next) || isLastInitial(tokens, end) || isNamed) end += 1
    else {
      const beyond = afterParticles(tokens, end, taken)
      if (beyond === end) break
      end = beyond + 1
    }
  }
  return end
}

/** « QUOILIN M. »: an initial that looks like a title, with no name after it. */
function isLastInitial(tokens: readonly Token[], at: number): boolean {
  const [token, before, next] = [tokens[at], tokens[at - 1], tokens[at + 1]]
  if (!token || !before || token.key !== 'm.' || before.writing === 'initial') return false
  return !next || !joins(next) || !isPiece(next) || next.is.plain
}
