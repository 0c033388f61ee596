import type { InsertionMethod, PollType, Privacy } from '#commons/organs'

/** What the order of an agenda (ordre du jour) may depend on. */
export interface AgendaEntry {
  readonly id: string
  /** Late (en urgence): presented once the agenda was frozen. */
  readonly listType: 'normal' | 'late'
  readonly privacy: Privacy
  readonly categoryRank: number
  /** Of the proposing service, or the best among all its services: see `bestRank`. */
  readonly serviceRank: number
  readonly title: string
  /** By what other methods find their place; what is not told comes first. */
  readonly classifierRank?: number
  /** Of the services that are associated with the proposing one. */
  readonly associatedRanks?: readonly number[]
  /** Of the elected people who answer for it (mandataires en charge). */
  readonly chargeRanks?: readonly number[]
  readonly committeeRanks?: readonly number[]
  readonly toDiscuss?: boolean
  /** It goes on to another organ: the place of that, from 1. */
  readonly goesOn?: number
  readonly pollType?: PollType
  readonly decision?: string
  readonly author?: string
  /** It was decided: its number is in the act. */
  readonly decided?: boolean
  /** Of discipline: dealt with in closed session, wherever that is (CDLD L1122-22). */
  readonly freed?: boolean
}

/** What of an order the law keeps (CDLD L1122-22), besides that late points come after the others. */
export interface Keeping {
  /** No public point comes after the closed session (huis clos). */
  readonly closedLast: boolean
}

/** The place of a point on the agenda: 1 is the first. */
export interface Place<Id extends string = string> {
  readonly id: Id
  readonly position: number
}

export type MethodProblem =
  | { readonly problem: 'no_method' }
  | { readonly problem: 'at_the_end_is_alone' }
  | { readonly problem: 'same_method_twice'; readonly by: InsertionMethod['by'] }

export type MoveRefusal =
  | 'not_on_the_agenda'
  | 'not_a_whole_position'
  | 'before_the_first'
  | 'after_the_last'
  | 'decided'
  | 'closed_session_last'
  | 'late_last'

export type Move<Id extends string = string> =
  | { readonly moved: true; readonly places: readonly Place<Id>[] }
  | { readonly moved: false; readonly reason: MoveRefusal }

type Compare = (a: AgendaEntry, b: AgendaEntry) => number

const titles = new Intl.Collator('fr-BE', { sensitivity: 'base', numeric: true })

/** What is wrong with a list of methods, before an organ may use it; empty when nothing is. */
export function problemsOf(methods: readonly InsertionMethod[]): MethodProblem[] {
  if (methods.length === 0) return [{ problem: 'no_method' }]
  const names = methods.map(({ by }) => by)
  const twice = new Set(names.filter((by, i) => names.indexOf(by) !== i))
  const problems: MethodProblem[] = [...twice].map((by) => ({ problem: 'same_method_twice', by }))
  const accompanied = names.includes('at_the_end') && new Set(names).size > 1
  return accompanied ? [{ problem: 'at_the_end_is_alone' }, ...problems] : problems
}

/**
 * Inserts points one after the other, each before the first point of higher rank, else at the end.
 * The others keep their order, whoever put them in it. A point that is there already is placed anew. What the law keeps
 * counts before the methods.
 */
export function insert<E extends AgendaEntry>(
  agenda: readonly E[],
  newcomers: readonly E[],
  methods: readonly InsertionMethod[],
  keeping?: Keeping,
): Place<E['id']>[] {
  const ordered = comparing(methods)
  const compare: Compare = (a, b) =>
    (keeping ? stretchOf(a, keeping) - stretchOf(b, keeping) : 0) || ordered(a, b)
  const ids = new Set<string>(newcomers.map(({ id }) => id))
  const entries = agenda.filter(({ id }) => !ids.has(id))
  for (const newcomer of newcomers) {
    const higher = entries.findIndex((entry) => compare(entry, newcomer) > 0)
    entries.splice(higher === -1 ? entries.length : higher, 0, newcomer)
  }
  return placed(entries)
}

/** Orders the whole agenda by the methods; points of the same rank keep their order. */
export function reorder<E extends AgendaEntry>(
  agenda: readonly E[],
  methods: readonly InsertionMethod[],
): Place<E['id']>[] {
  return placed(agenda.toSorted(comparing(methods)))
}

/**
 * The stretches of a sitting, one after the other: what is public, late points (en urgence), then the same of the closed
 * session; where the law does not keep that apart, late points come last.
 */
const stretchOf = ({ privacy, listType }: AgendaEntry, { closedLast }: Keeping): number =>
  (closedLast && privacy.startsWith('secret') ? 2 : 0) + (listType === 'late' ? 1 : 0)

/** Why a point may not pass another: the number of one is in an act, or the law keeps their order. */
function unpassed(mover: AgendaEntry, other: AgendaEntry, down: boolean, keeping: Keeping) {
  if (mover.decided || other.decided) return 'decided'
  if (mover.freed || other.freed) return null
  const [before, after] = down ? [other, mover] : [mover, other]
  const [first, second] = [stretchOf(before, keeping), stretchOf(after, keeping)]
  if (first <= second) return null
  return first >> 1 === second >> 1 ? 'late_last' : 'closed_session_last'
}

/** Moves a point to a position (1 is the first) as far as the law lets it pass the others; those between shift by one. */
export function moveLawfully<E extends AgendaEntry>(
  agenda: readonly E[],
  id: E['id'],
  position: number,
  keeping: Keeping,
): Move<E['id']> {
  const moved = move(agenda, id, position)
  const at = agenda.findIndex((entry) => entry.id === id)
  const mover = agenda[at]
  if (!moved.moved || !mover) return moved
  const down = position - 1 > at
  const passed = down ? agenda.slice(at + 1, position) : agenda.slice(position - 1, at).toReversed()
  for (const other of passed) {
    const reason = unpassed(mover, other, down, keeping)
    if (reason) return { moved: false, reason }
  }
  return moved
}

/** The first and the last position to which a point may move: as far as it may pass its neighbours. */
export function reachOf(
  agenda: readonly AgendaEntry[],
  id: string,
  keeping: Keeping,
): { first: number; last: number } {
  const at = agenda.findIndex((entry) => entry.id === id)
  const mover = agenda[at]
  const passes = (other: AgendaEntry | undefined, down: boolean) =>
    mover && other && unpassed(mover, other, down, keeping) === null
  let [first, last] = [at, at]
  while (passes(agenda[first - 1], false)) first -= 1
  while (passes(agenda[last + 1], true)) last += 1
  return { first: first + 1, last: last + 1 }
}

/** Whether an agenda is in the order that the law keeps. */
export function isLawful(agenda: readonly AgendaEntry[], keeping: Keeping): boolean {
  const stretches = agenda.filter(({ freed }) => !freed).map((entry) => stretchOf(entry, keeping))
  return stretches.every((stretch, at) => at === 0 || (stretches[at - 1] ?? 0) <= stretch)
}

/** Whether all points that are decided keep their number. */
export const keepsDecided = (agenda: readonly AgendaEntry[], places: readonly Place[]): boolean =>
  agenda.every(
    ({ id, decided }, at) =>
      !decided || places.some((place) => place.id === id && place.position === at + 1),
  )

/** Moves a point to a position (1 is the first); those between shift by one. */
export function move<E extends { readonly id: string }>(
  agenda: readonly E[],
  id: E['id'],
  position: number,
): Move<E['id']> {
  const entry = agenda.find((each) => each.id === id)
  if (!entry) return { moved: false, reason: 'not_on_the_agenda' }
  if (!Number.isInteger(position)) return { moved: false, reason: 'not_a_whole_position' }
  if (position < 1) return { moved: false, reason: 'before_the_first' }
  if (position > agenda.length) return { moved: false, reason: 'after_the_last' }
  const others = agenda.filter((each) => each !== entry)
  return { moved: true, places: placed(others.toSpliced(position - 1, 0, entry)) }
}

/** Swaps a point with the one before it. */
export function moveUp<E extends { readonly id: string }>(
  agenda: readonly E[],
  id: E['id'],
): Move<E['id']> {
  return moveBy(agenda, id, -1)
}

/** Swaps a point with the one after it. */
export function moveDown<E extends { readonly id: string }>(
  agenda: readonly E[],
  id: E['id'],
): Move<E['id']> {
  return moveBy(agenda, id, 1)
}

/** The rank of a point of several services: the best, that is the lowest, of theirs (A16). */
export function bestRank(proposing: number, associated: readonly number[]): number {
  return Math.min(proposing, ...associated)
}

function moveBy<E extends { readonly id: string }>(
  agenda: readonly E[],
  id: E['id'],
  by: 1 | -1,
): Move<E['id']> {
  const index = agenda.findIndex((entry) => entry.id === id)
  if (index === -1) return { moved: false, reason: 'not_on_the_agenda' }
  return move(agenda, id, index + 1 + by)
}

/** The places of points that stand in their order. */
export function placed<E extends { readonly id: string }>(entries: readonly E[]): Place<E['id']>[] {
  return entries.map(({ id }, index) => ({ id, position: index + 1 }))
}

function comparing(methods: readonly InsertionMethod[]): Compare {
  const comparisons = methods.map(comparison)
  return (a, b) => {
    for (const compare of comparisons) {
      const difference = compare(a, b)
      if (difference !== 0) return difference
    }
    return 0
  }
}

function comparison(method: InsertionMethod): Compare {
  if (method.by === 'at_the_end') return () => 0
  const compare = ascending(method)
  return method.reversed ? (a, b) => compare(b, a) : compare
}

function ascending(method: Exclude<InsertionMethod, { by: 'at_the_end' }>): Compare {
  switch (method.by) {
    case 'on_list_type':
      return ranking(({ listType }) => (listType === 'normal' ? 0 : 1))
    case 'on_categories':
      return ranking(({ categoryRank }) => categoryRank)
    case 'on_services':
      return ranking(({ serviceRank }) => serviceRank)
    case 'on_classifiers':
      return ranking(({ classifierRank = -1 }) => classifierRank)
    case 'on_all_services':
      return ranking(({ serviceRank, associatedRanks = [] }) =>
        bestRank(serviceRank, associatedRanks),
      )
    case 'on_associated_services':
      return (a, b) => inTurn(a.associatedRanks, b.associatedRanks)
    case 'on_in_charge':
      return (a, b) => inTurn(a.chargeRanks, b.chargeRanks)
    case 'on_committees':
      return (a, b) => inTurn(a.committeeRanks, b.committeeRanks)
    case 'on_to_discuss':
      return ranking(({ toDiscuss }) => (toDiscuss ? 0 : 1))
    case 'on_other_organ':
      return ranking(({ goesOn = Number.MAX_SAFE_INTEGER }) => goesOn)
    case 'on_poll_type':
      return ranking(({ pollType }) => rankIn(method.order, pollType))
    case 'on_privacy':
      return ranking(({ privacy }) => rankIn(method.order, privacy))
    case 'on_title':
      return (a, b) => titles.compare(a.title, b.title)
    case 'on_author':
      return (a, b) => titles.compare(a.author ?? '', b.author ?? '')
    case 'on_decision_words':
      return (a, b) => titles.compare(firstWords(a.decision), firstWords(b.decision))
  }
}

function ranking(rank: (entry: AgendaEntry) => number): Compare {
  return (a, b) => rank(a) - rank(b)
}

function rankIn<V>(order: readonly V[], value: V | undefined): number {
  const rank = order.findIndex((one) => one === value)
  return rank === -1 ? order.length : rank
}

/** None first, then by the best of each, then by the next: c1, c1 and c2, c2 (A13). */
function inTurn(one: readonly number[] = [], other: readonly number[] = []): number {
  const [mine, theirs] = [one.toSorted(byNumber), other.toSorted(byNumber)]
  for (const [at, rank] of mine.entries()) {
    const next = theirs[at]
    if (next === undefined) return 1
    if (rank !== next) return rank - next
  }
  return mine.length - theirs.length
}
const byNumber = (a: number, b: number) => a - b

/** Five words say of what kind a decision is: « De marquer son accord sur ». */
const firstWords = (decision = '') => decision.trim().split(/\s+/).slice(0, 5).join(' ')
