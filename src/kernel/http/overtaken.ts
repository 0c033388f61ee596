import pg from 'pg'
import { haveMet } from '#kernel/db'
import { Conflict } from '#kernel/errors'

/** What PostgreSQL says to the second of two that wrote the same key. */
const sameKey = '23505'

/** How often a request is tried that others overtake. */
const tries = 3

/**
 * Does a whole request, in a transaction of its own; where another one that was written meanwhile overtook it, once
 * more, so that its own checks see what is there now and say their sentence. Where the two waited for one another,
 * that may happen twice. Throws `Conflict` where it is overtaken again.
 */
export async function unlessOvertaken<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (failure) {
      const again = haveMet(failure) ? tried < tries : isSameKey(failure) && tried === 1
      if (again) continue
      if (haveMet(failure) || isSameKey(failure)) throw new Conflict('http.overtaken')
      throw failure
    }
  }
}

const isSameKey = (failure: unknown) =>
  failure instanceof pg.DatabaseError && failure.code === sameKey
