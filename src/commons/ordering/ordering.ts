import type { InsertionMethod, PollType, Privacy } from '#commons/organs'
import {
  groupsOf,
  headOf,
  move,
  type Move,
  type MoveRefusal,
  moveToNumber,
  type Place,
  placed,
  without,
} from './places.ts'

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
  /** Numbered below the one before it: 2.1 (sous-numéro). */
  readonly below?: boolean
}

/** What of an order the law keeps (CDLD L1122-22), besides that late points come after the others. */
export interface Keeping {
  /** No public point comes after the closed session (huis clos). */
  readonly closedLast: boolean
}

export type MethodProblem =
  | { readonly problem: 'no_method' }
  | { readonly problem: 'at_the_end_is_alone' }
  | { readonly problem: 'same_method_twice'; readonly by: InsertionMethod['by'] }

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
 * The others keep their order, whoever put them in it, and those below one stay with it. A point that is there already is placed
 * anew, with a number of its own; newcomers that are below one another come in together. What the law keeps counts before the methods.
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
  const known = new Set<string>(agenda.map(({ id }) => id))
  const entries = newcomers.reduce<E[]>((left, { id }) => without(left, id), [...agenda])
  const isApart = (one: E, head: E | undefined) =>
    known.has(one.id) ||
    (keeping !== undefined && head !== undefined && !isOfPart(one, head, keeping))
  for (const group of groupsOf(newcomers, isApart)) {
    const [head] = group
    const higher = entries.findIndex((entry) => !entry.below && head && compare(entry, head) > 0)
    entries.splice(higher === -1 ? entries.length : higher, 0, ...group)
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

/**
 * Moves a point to a position of the list (1 is the first) or to a number of the agenda (« 2.1 ») as far as the law lets it pass the
 * others; those between shift.
 */
export function moveLawfully<E extends AgendaEntry>(
  agenda: readonly E[],
  id: E['id'],
  to: number | string,
  keeping: Keeping,
): Move<E['id']> {
  const moved = typeof to === 'number' ? move(agenda, id, to) : moveToNumber(agenda, id, to)
  const mover = agenda.find((entry) => entry.id === id)
  if (!moved.moved || !mover) return moved
  const reason = refusal(agenda, mover, moved.places, keeping)
  return reason ? { moved: false, reason } : moved
}

/** Why a point may not go where it would go: it would pass what it may not, change the number of what is decided, or be below another part. */
function refusal(
  agenda: readonly AgendaEntry[],
  mover: AgendaEntry,
  places: readonly Place[],
  keeping: Keeping,
): MoveRefusal | null {
  const at = agenda.indexOf(mover)
  const to = (places.find(({ id }) => id === mover.id)?.position ?? 0) - 1
  const passed = to > at ? agenda.slice(at + 1, to + 1) : agenda.slice(to, at).toReversed()
  for (const other of passed) {
    const reason = unpassed(mover, other, to > at, keeping)
    if (reason) return reason
  }
  if (!keepsDecided(agenda, places)) return 'decided'
  const head = headOf(places, to)
  const above = agenda.find(({ id }) => id === head?.id)
  return above && above !== mover && !isOfPart(mover, above, keeping) ? 'other_part' : null
}

/** What stands below another is of its part of the sitting: it is printed there. */
const isOfPart = (one: AgendaEntry, head: AgendaEntry, keeping: Keeping): boolean =>
  stretchOf(one, keeping) === stretchOf(head, keeping)

/** The numbers to which a point may be moved in one go, with the arrows and to an end; null where it may not. */
export interface Reach {
  readonly number: string
  readonly up: string | null
  readonly down: string | null
  readonly first: string | null
  readonly last: string | null
}

/** How far a point may move: one below another among those below it alone, the others among themselves (A03). */
export function reachOf(agenda: readonly AgendaEntry[], id: string, keeping: Keeping): Reach {
  const number = placed(agenda).find((place) => place.id === id)?.number ?? '1'
  const [whole = 1, below] = number.split('.').map(Number)
  const at = below ?? whole
  const written = (one: number) => (below === undefined ? `${one}` : `${whole}.${one}`)
  const isOpen = (one: number) => moveLawfully(agenda, id, written(one), keeping).moved
  const farthest = (by: 1 | -1): number => {
    let found = at
    while (isOpen(found + by)) found += by
    return found
  }
  const [first, last] = [farthest(-1), farthest(1)]
  return {
    number,
    up: first < at ? written(at - 1) : null,
    down: last > at ? written(at + 1) : null,
    first: at - first > 1 ? written(first) : null,
    last: last - at > 1 ? written(last) : null,
  }
}

/** Whether an agenda is in the order that the law keeps. */
export function isLawful(agenda: readonly AgendaEntry[], keeping: Keeping): boolean {
  const stretches = agenda.filter(({ freed }) => !freed).map((entry) => stretchOf(entry, keeping))
  const isApart = (one: AgendaEntry, head: AgendaEntry | undefined) =>
    head !== undefined && !isOfPart(one, head, keeping)
  return (
    stretches.every((stretch, at) => at === 0 || (stretches[at - 1] ?? 0) <= stretch) &&
    groupsOf(agenda, isApart).length === agenda.filter(({ below }) => !below).length
  )
}

/** Whether all points that are decided keep their place and their number. */
export function keepsDecided(agenda: readonly AgendaEntry[], places: readonly Place[]): boolean {
  const after = new Map(places.map((place) => [place.id, place]))
  return placed(agenda).every(({ id, position, number }, at) => {
    const place = after.get(id)
    return !agenda[at]?.decided || (place?.position === position && place.number === number)
  })
}

/** The rank of a point of several services: the best, that is the lowest, of theirs (A16). */
export function bestRank(proposing: number, associated: readonly number[]): number {
  return Math.min(proposing, ...associated)
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
