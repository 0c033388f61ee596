import type { RemoteItem } from './types.ts'

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

export type PastState = (typeof states)[keyof typeof states]

/** The state of a point of the past; nothing where it was not decided. */
export const pastState = ({ state }: Pick<RemoteItem, 'state'>): PastState | undefined =>
  state !== null && Object.hasOwn(states, state)
    ? states[state as keyof typeof states] // It has just been found there.
    : undefined
