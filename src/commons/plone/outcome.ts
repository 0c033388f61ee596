/** What a point that was decided over there is here. */
const states = {
  accepted: 'accepted',
  accepted_but_modified: 'accepted_modified',
  refused: 'refused',
  delayed: 'delayed',
  postponed_next_meeting: 'delayed',
  removed: 'removed',
  removed_and_duplicated: 'removed',
  marked_not_applicable: 'removed',
} as const

export type Outcome = (typeof states)[keyof typeof states]

/** The state here of a point that was decided there; nothing where it was not. */
export const outcomeOf = ({ state }: { state: string | null }): Outcome | undefined =>
  state !== null && Object.hasOwn(states, state)
    ? states[state as keyof typeof states] // It has just been found there.
    : undefined
