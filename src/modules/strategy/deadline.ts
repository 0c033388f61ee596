import { finalStates } from './workflow.ts'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

/** An element as its deadlines (échéances) are seen. */
export interface Dated {
  readonly id: string
  readonly state: string
  readonly due_on: PlainDate | null
  readonly planned_begin: PlainDate | null
  readonly effective_begin: PlainDate | null
  readonly children: readonly Dated[]
  readonly parents: readonly Dated[]
}

/** Until when, and whether that is its own date or the last one of what is below. */
export interface Deadline {
  date: PlainDate
  inherited: boolean
}

/** What does not fit in the dates of an element: shown, never in the way. */
export type DateProblem = 'no_deadline' | 'later_than_parent' | 'earlier_than_child' | 'reversed'

/** The first and the last of some deadlines; null where there are none. */
type Span = { first: PlainDate; last: PlainDate } | null

/** Spans that are known already, by element: a whole plan is reckoned in one pass. */
export interface KnownSpans {
  below: Map<string, Span>
  above: Map<string, Span>
}

export const noSpans = (): KnownSpans => ({ below: new Map(), above: new Map() })

const joined = (one: Span, other: Span): Span => {
  if (!one || !other) return one ?? other
  return {
    first: compare(one.first, other.first) <= 0 ? one.first : other.first,
    last: compare(one.last, other.last) >= 0 ? one.last : other.last,
  }
}

function spanOf(node: Dated, way: 'below' | 'above', known: KnownSpans): Span {
  const found = known[way].get(node.id)
  if (found !== undefined) return found
  let span: Span = null
  for (const next of way === 'below' ? node.children : node.parents) {
    const { due_on } = next
    if (due_on) span = joined(span, { first: due_on, last: due_on })
    span = joined(span, spanOf(next, way, known))
  }
  known[way].set(node.id, span)
  return span
}

/** The deadline of an element; without one of its own, the last one below it. */
export function deadlineOf(node: Dated, known = noSpans()): Deadline | null {
  if (node.due_on) return { date: node.due_on, inherited: false }
  const below = spanOf(node, 'below', known)
  return below && { date: below.last, inherited: true }
}

/** What is wrong with the dates of an element, compared with those around it. */
export function dateProblems(node: Dated, known = noSpans()): DateProblem[] {
  const { due_on, planned_begin } = node
  if (!due_on) return ['no_deadline']
  const [above, below] = [spanOf(node, 'above', known), spanOf(node, 'below', known)]
  const problems: DateProblem[] = []
  if (above && compare(due_on, above.first) > 0) problems.push('later_than_parent')
  if (below && compare(due_on, below.last) < 0) problems.push('earlier_than_child')
  if (planned_begin && compare(planned_begin, due_on) > 0) problems.push('reversed')
  return problems
}

/** Whether an element should be over by now, and is not. */
export function isLate(node: Dated, today: PlainDate, known = noSpans()): boolean {
  if (finalStates.includes(node.state)) return false
  const deadline = deadlineOf(node, known)
  return deadline !== null && compare(deadline.date, today) < 0
}

/** Whether an element should have begun by now, and has not. */
export function startsLate(node: Dated, today: PlainDate): boolean {
  const { planned_begin, effective_begin, state } = node
  if (!planned_begin || effective_begin || finalStates.includes(state)) return false
  return compare(planned_begin, today) < 0 && state !== 'ongoing' && state !== 'in_progress'
}
