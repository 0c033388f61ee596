import type { Event } from '#kernel/events'
import { slot } from '#kernel/module'

type Follower = (events: readonly Event[]) => Promise<void>

/** Who hears that copies of points were published, and that they were withdrawn, wherever the points are prepared. */
export const followers = {
  published: slot<Follower>('publications-published'),
  withdrawn: slot<Follower>('publications-withdrawn'),
} as const

const follow = (what: keyof typeof followers) => async (events: readonly Event[]) => {
  for (const follower of followers[what].all()) await follower(events)
}

/** The reactions of an origin to what becomes of its points; `name` is that of their kind. */
export const pointReactions = (name: string) => ({
  [`${name}.publish`]: follow('published'),
  [`${name}.withdraw_publication`]: follow('withdrawn'),
})
