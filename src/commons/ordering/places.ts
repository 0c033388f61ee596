/** The place of a point on the agenda: 1 is the first. */
export interface Place<Id extends string = string> {
  readonly id: Id
  readonly position: number
  /** As it is printed: « 2.1 ». */
  readonly number: string
}

export type MoveRefusal =
  | 'not_on_the_agenda'
  | 'not_a_whole_position'
  | 'before_the_first'
  | 'after_the_last'
  | 'decided'
  | 'closed_session_last'
  | 'late_last'
  | 'other_part'
  | 'below_itself'
  | 'below_is_missing'

export type Move<Id extends string = string> =
  | { readonly moved: true; readonly places: readonly Place<Id>[] }
  | { readonly moved: false; readonly reason: MoveRefusal }

/** What stands on an agenda, in its order. */
interface Standing {
  readonly id: string
  /** Numbered below the one before it: 2.1 (sous-numéro). */
  readonly below?: boolean
}

/** The places of points that stand in their order: 1, 2, 2.1, 2.2, 3. */
export function placed<E extends Standing>(entries: readonly E[]): Place<E['id']>[] {
  let [whole, part] = [0, 0]
  return entries.map(({ id, below }, index) => {
    if (below && whole > 0) part += 1
    else [whole, part] = [whole + 1, 0]
    return { id, position: index + 1, number: part > 0 ? `${whole}.${part}` : `${whole}` }
  })
}

/** Points with those below them, in their order; `isApart` says which one, below another, begins a group all the same. */
export function groupsOf<E extends Standing>(
  entries: readonly E[],
  isApart: (one: E, head: E | undefined) => boolean,
): E[][] {
  const groups: E[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (entry.below && last && !isApart(entry, last[0])) last.push(entry)
    else groups.push([entry.below ? { ...entry, below: false } : entry])
  }
  return groups
}

/** The agenda without a point: the first of those below it takes its number (A02). */
export function without<E extends Standing>(entries: readonly E[], id: string): E[] {
  const at = entries.findIndex((entry) => entry.id === id)
  if (at === -1) return [...entries]
  const isHead = !entries[at]?.below
  return entries.flatMap((entry, index) => {
    if (index === at) return []
    return index === at + 1 && isHead && entry.below ? [{ ...entry, below: false }] : [entry]
  })
}

/** The place at the head of the group of one of these; undefined where it is at the head itself. */
export function headOf<P extends Place>(places: readonly P[], index: number): P | undefined {
  const [whole, below] = (places[index]?.number ?? '').split('.')
  return below === undefined ? undefined : places.find(({ number }) => number === whole)
}

/**
 * Moves a point to a position of the list (1 is the first); those between shift by one. Put amid those below one it is one of them;
 * one of them stays so within its group.
 */
export function move<E extends Standing>(
  agenda: readonly E[],
  id: E['id'],
  position: number,
): Move<E['id']> {
  const at = agenda.findIndex((each) => each.id === id)
  const entry = agenda[at]
  if (!entry) return { moved: false, reason: 'not_on_the_agenda' }
  if (!Number.isInteger(position)) return { moved: false, reason: 'not_a_whole_position' }
  if (position < 1) return { moved: false, reason: 'before_the_first' }
  if (position > agenda.length) return { moved: false, reason: 'after_the_last' }
  if (position === at + 1) return { moved: true, places: placed(agenda) }
  const others = without(agenda, id)
  const isHead = (each: E | undefined) => each !== undefined && !each.below
  const ownHead = entry.below ? agenda.slice(0, at).findLast(isHead)?.id : undefined
  const head = others.slice(0, position - 1).findLast(isHead)
  const below = head !== undefined && (others[position - 1]?.below === true || head.id === ownHead)
  return { moved: true, places: placed(others.toSpliced(position - 1, 0, { ...entry, below })) }
}

/** Moves a point to a number of the agenda: 3, or 2.1, which is below the point that is 2 now, wherever that will be (A02). */
export function moveToNumber<E extends Standing>(
  agenda: readonly E[],
  id: E['id'],
  number: string,
): Move<E['id']> {
  const entry = agenda.find((each) => each.id === id)
  if (!entry) return { moved: false, reason: 'not_on_the_agenda' }
  const now = placed(agenda)
  if (now.some((place) => place.id === id && place.number === number))
    return { moved: true, places: now }
  const [whole = 0, part] = number.split('.').map(Number)
  if (whole < 1) return { moved: false, reason: 'before_the_first' }
  const others = without(agenda, id)
  const put = (index: number, below: boolean): Move<E['id']> => {
    return { moved: true, places: placed(others.toSpliced(index, 0, { ...entry, below })) }
  }
  if (part === undefined) {
    const heads = others.flatMap(({ below }, index) => (below ? [] : [index]))
    if (whole > heads.length + 1) return { moved: false, reason: 'after_the_last' }
    return put(heads[whole - 1] ?? others.length, false)
  }
  const head = now.find((place) => place.number === String(whole))?.id
  if (head === undefined) return { moved: false, reason: 'after_the_last' }
  if (head === id) return { moved: false, reason: 'below_itself' }
  const at = others.findIndex((each) => each.id === head)
  const end = others.findIndex(({ below }, index) => index > at && !below)
  const already = (end === -1 ? others.length : end) - at - 1
  if (part < 1 || part > already + 1) return { moved: false, reason: 'below_is_missing' }
  return put(at + part, true)
}
