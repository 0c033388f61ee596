import pg from 'pg'
import { Conflict } from '#kernel/errors'

/** What PostgreSQL says to the second of two transactions that met: the same key twice, or each waits for the other. */
const metBy = new Set(['23505', '40P01'])

/**
 * Does a whole request, in a transaction of its own; where another one that was written meanwhile overtook it, once
 * more, so that its own checks see what is there now and say their sentence. Throws `Conflict` where it is overtaken
 * again.
 */
export async function unlessOvertaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    if (!isOvertaken(failure)) throw failure
  }
  try {
    return await work()
  } catch (failure) {
    if (isOvertaken(failure)) throw new Conflict('http.overtaken')
    throw failure
  }
}

const isOvertaken = (failure: unknown) =>
  failure instanceof pg.DatabaseError && metBy.has(failure.code ?? '')
