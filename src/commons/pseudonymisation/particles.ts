import { type Judge, strong } from './judgement.ts'
import { isPiece } from './runs.ts'
import type { Run } from './things.ts'
import { joins, shapeOf, type Token } from './tokens.ts'

/** Particles that are of a name wherever they stand before it. */
const foreign =
  /^(?:van|von|der|den|vander|vanden|ten|ter|da|dos|del|della|delle|dell'|di|el|ben|ait|t|al|wa|zur|zu|lo|ould|o'|dal|dalla)$/
const french = /^(?:d'|de|du|la|le|les|l'|des)$/

/** With the particles and the initials that stand before it and belong to it. */
export function whole({ tokens, taken }: Judge, run: Run, habits: Habits): Run {
  let { first } = run
  for (let steps = 0; steps < 5; steps += 1) {
    const [start, left] = [tokens[first], tokens[first - 1]]
    if (!start || !left || !joins(start) || taken[first - 1]) break
    const isInitial =
      left.writing === 'initial' && (left.key !== 'm.' || isInitialM(tokens, run, first, habits))
    const isParticle = (foreign.test(left.key) || french.test(left.key)) && left.writing !== 'small'
    const isSmall =
      left.writing === 'small' &&
      left.is.particle &&
      (foreign.test(left.key) || (french.test(left.key) && isOwn(tokens, first, habits)))
    const isSa =
      left.key === 'sa' &&
      left.writing !== 'small' &&
      Boolean(
        tokens[first - 2]?.is.given ||
        tokens[first - 2]?.is.title ||
        tokens[first - 2]?.writing === 'initial',
      )
    if (!isInitial && !isParticle && !isSmall && !isSa && !(isPiece(left) && left.is.given)) break
    first -= 1
  }
  return { first, end: run.end }
}

/** How a text writes names. */
interface Habits {
  /** With initials for their first names. */
  initials: boolean
  /** Last names of which a first name is known that begins with M. */
  marie: ReadonlySet<string>
  /** Last names that were seen after a small « de » that is theirs. */
  noble: ReadonlySet<string>
}

export function habitsOf(tokens: readonly Token[], people: readonly Run[]): Habits {
  let initials = 0
  const marie = new Set<string>()
  const noble = new Set<string>()
  for (const { first, end } of people) {
    const words = tokens.slice(first, end)
    const [start, left] = [tokens[first], tokens[first - 1]]
    if (words.some(({ writing, key }) => writing === 'initial' && key !== 'm.')) initials += 1
    const isM = words.some(({ is, key }) => (is.given && key.startsWith('m')) || key === 'm.')
    for (const { key, is, writing } of words)
      if (isM && !is.given && writing !== 'initial' && !is.particle) marie.add(shapeOf(key))
    for (const [nth, { key, is }] of words.entries())
      if (nth > 0 && words[nth - 1]?.is.particle && !is.particle) noble.add(shapeOf(key))
    if (start && left && french.test(left.key) && isSurely(tokens, first))
      noble.add(shapeOf(start.key))
  }
  return { initials: initials > 0, marie, noble }
}

/** « Mme M. LENOIR »: « M. » is an initial after a title, where the text writes initials, or of somebody who is known. */
function isInitialM(
  tokens: readonly Token[],
  { end }: Run,
  first: number,
  habits: Habits,
): boolean {
  const [title, name] = [tokens[first - 2], tokens[first - 1]]
  if (title?.is.title && name && joins(name) && tokens[first]?.writing !== 'initial') return true
  const words = tokens.slice(first, end)
  if (words.some(({ writing, is }) => writing === 'initial' || is.given)) return false
  return habits.initials || words.some(({ key }) => habits.marie.has(shapeOf(key)))
}

/** A small « de » is of the name where it cannot be the word. */
function isOwn(tokens: readonly Token[], first: number, { noble }: Habits): boolean {
  const start = tokens[first]
  if (!start) return false
  return (
    isSurely(tokens, first) ||
    noble.has(shapeOf(start.key)) ||
    noble.has(shapeOf(start.key.split('-')[0] ?? ''))
  )
}

/** After a title, a first name, another « de », or at the head of a line or of a part of a sentence. */
function isSurely(tokens: readonly Token[], first: number): boolean {
  let at = first - 1
  while (french.test(tokens[at - 1]?.key ?? '') && joins(tokens[at] as Token)) {
    if (tokens[at - 1]?.key === 'de' && /^d[eu']/.test(tokens[at]?.key ?? '')) return true
    at -= 1
  }
  const [particle, left] = [tokens[at], tokens[at - 1]]
  if (!particle) return false
  if (at === first - 1 && /^(?:la|le|les|l'|des)$/.test(particle.key))
    return !tokens[first]?.is.word && (particle.opens || Boolean(left?.is.title && joins(particle)))
  if (!left || !joins(particle)) return true
  return left.is.title || left.is.given || strong.test(left.key)
}
