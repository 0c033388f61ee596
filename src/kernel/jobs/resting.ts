import type { Database } from '#kernel/db'
import { resting } from '#kernel/tenancy'

/** How long the worker believes who rests, in milliseconds. */
const believed = 5000

/** Whose jobs the queue leaves where they are: asked before each job, and of the database now and then. */
export function forbidden(database: Database, lifetime = believed): () => Promise<string[]> {
  let known: { at: number; ids: Promise<string[]> } | undefined
  return () => {
    const now = performance.now()
    if (!known || now - known.at > lifetime) {
      const ids = resting(database)
      known = { at: now, ids }
      // Asked again by whoever comes next.
      ids.catch(() => (known = undefined))
    }
    return known.ids
  }
}
