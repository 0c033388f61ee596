import type { Finding, InOffice } from './kinds.ts'
import { isInOffice, isSaidInOffice, officeOf } from './office.ts'
import { judged, type Judge, sureName } from './judgement.ts'
import { afterParticles, endOf, isPiece, runsOf } from './runs.ts'
import { cellsOf } from './tables.ts'
import { type Run, type Things } from './things.ts'
import { joins, shapeOf, type Token } from './tokens.ts'

/**
 * The names of people in a flat text: after a title, beside a first name, in capitals beside a word that is not, with initials, in
 * tables; and, once a surname is known, wherever it stands again. Who acts in office is left out, as is what is taken by streets,
 * bodies and laws.
 */
export function names(
  text: string,
  tokens: readonly Token[],
  things: Things,
  inOffice: readonly InOffice[],
  language: Judge['language'],
): Finding[] {
  const { taken } = things
  const smalls = new Set<string>()
  for (const { writing, key } of tokens) if (writing === 'small') smalls.add(key)
  const judge: Judge = { text, tokens, taken, smalls, language }
  const runs = runsOf(tokens, taken)
  const found = judged(judge, runs)
  found.push(...cellsOf(text, tokens, taken, (cell) => sureName(judge, cell)))
  if (language === 'fr') found.push(...smallNames(judge))
  const office = officeOf(inOffice)
  const isPublic = (run: Run) =>
    isInOffice(tokens, run, office) || isSaidInOffice(text, tokens, run)
  const people = found.filter((run) => !isPublic(run))
  const again = repeated(judge, people, found).filter((run) => !isPublic(run))
  return [...people, ...again]
    .map((run) => whole(judge, run))
    .map(({ first, end }) => ({
      from: tokens[first]?.from ?? 0,
      to: tokens[end - 1]?.to ?? 0,
      kind: 'person' as const,
    }))
}

/** « frédéric vermeulen »: a first name that is no other word, and a word that is none of the language. */
function smallNames({ tokens, taken }: Judge): Run[] {
  const found: Run[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || token.writing !== 'small' || taken[at] || !token.is.given || token.is.plain) continue
    let past = at + 1
    while (past < at + 4 && tokens[past]?.is.particle && tokens[past]?.writing === 'small') past += 1
    const next = tokens[past]
    const isLast =
      next &&
      next.writing === 'small' &&
      joins(next) &&
      next.key.length > 2 &&
      !next.is.plain &&
      !next.is.particle &&
      (!next.is.word || (past === at + 1 && !token.is.word))
    if (!isLast) continue
    let end = past + 1
    while (end < past + 3) {
      const more = tokens[end]
      if (!more || more.writing !== 'small' || !joins(more) || more.is.word || more.is.particle) break
      end += 1
    }
    found.push({ first: at, end })
    at = end
  }
  return found
}

/** Where a known name stands again, alone. */
function repeated(judge: Judge, people: readonly Run[], found: readonly Run[]): Run[] {
  const { tokens, taken, smalls } = judge
  const known = new Set<string>()
  for (const run of people)
    for (const token of tokens.slice(run.first, run.end)) {
      const { is, key, writing } = token
      if (writing === 'initial' || is.particle || is.title || is.plain || key.length < 3) continue
      known.add(shapeOf(key))
      if (key.includes('-')) for (const part of key.split('-')) if (part.length > 3) known.add(shapeOf(part))
    }
  const done = new Uint8Array(tokens.length)
  for (const { first, end } of found) done.fill(1, first, end)
  const again: Run[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token || done[at] || taken[at] || !isPiece(token) || token.writing === 'initial') continue
    const isKnown = known.has(shapeOf(token.key)) || (token.key.includes('-') && token.key.split('-').some((part) => part.length > 3 && known.has(shapeOf(part))))
    if (!isKnown) continue
    if (token.is.place && !token.is.given) continue
    if (token.opens && token.writing === 'capital' && token.is.word && smalls.has(token.key)) continue
    const end = endOf(tokens, at + 1, at, taken)
    again.push({ first: at, end })
    at = end
  }
  return again
}

const before = /^(?:d|de|du|van|von|der|den|vander|vanden|la|le|ten|ter|da|dos|del|della|dell|di|el|ben|ait|t|al|de la|wa|zur|zu|l|ould|o)'?$/

/** With the particles and the initials that stand before it and belong to it. */
function whole({ tokens, taken }: Judge, run: Run): Run {
  let { first } = run
  for (let steps = 0; steps < 4; steps += 1) {
    const [start, left] = [tokens[first], tokens[first - 1]]
    if (!start || !left || !joins(start) || taken[first - 1]) break
    const isInitial = left.writing === 'initial' && (left.key !== 'm.' || isMarie(tokens, first))
    const isParticle = before.test(left.key) && left.writing !== 'small'
    const isSmall = before.test(left.key) && left.writing === 'small' && isOwn(tokens, first)
    if (!isInitial && !isParticle && !isSmall && !(isPiece(left) && left.is.given)) break
    first -= 1
  }
  return { first, end: run.end }
}

/** « Mme M. LENOIR »: after a title, « M. » is an initial. */
const isMarie = (tokens: readonly Token[], first: number): boolean => {
  const [title, name] = [tokens[first - 2], tokens[first]]
  if (name?.writing === 'initial') return false
  return Boolean(title?.is.title && tokens[first - 1] && joins(tokens[first - 1] as Token))
}

/** Small particles are of the name after a title, a first name, at the head of a line or of another particle. */
function isOwn(tokens: readonly Token[], first: number): boolean {
  let at = first - 1
  while (tokens[at - 1] && before.test(tokens[at - 1]?.key ?? '') && joins(tokens[at] as Token)) at -= 1
  const [particle, left] = [tokens[at], tokens[at - 1]]
  if (!particle) return false
  if (!left || !joins(particle)) return particle.opens
  return left.is.title || left.is.given || afterParticles(tokens, at, new Uint8Array(0)) < at
}
