import pg from 'pg'

/** A statement as the client of PostgreSQL takes it; one with a name is read and planned once a connection. */
interface Asked {
  name?: string
  /** One statement a message: what was smuggled into a text cannot end it and begin another. */
  queryMode: 'extended'
  text: string
  values: unknown[]
}

/** So often a statement is asked before each connection keeps it: others are not worth their memory there. */
const often = 20
/** So many are kept by a connection, of some 50 to 100 kB each. */
const mostKept = 250
/** So many are counted; lists of values of other lengths are other statements. */
const mostCounted = 2000

/** What the rows of a kept statement looked like has changed: a migration came in between. */
const changed = '0A000'

const counts = new Map<string, number>()
const names = new Map<string, string>()
let made = 0

/** Gives a name to a statement that is asked often. */
export function prepared(text: string, values: unknown[] = []): Asked {
  const name = names.get(text) ?? nameFor(text)
  return { ...(name && { name }), text, values, queryMode: 'extended' }
}

function nameFor(text: string): string | undefined {
  if (names.size >= mostKept) return undefined
  const count = (counts.get(text) ?? 0) + 1
  if (count < often) {
    if (counts.size >= mostCounted) counts.clear()
    counts.set(text, count)
    return undefined
  }
  counts.delete(text)
  const name = `kept_${++made}`
  names.set(text, name)
  return name
}

/** Whether a migration changed what a kept statement gives: it goes well under a new name, in a new transaction. */
export const isOutdated = (failure: unknown): boolean =>
  failure instanceof pg.DatabaseError &&
  failure.code === changed &&
  failure.routine === 'RevalidateCachedQuery'

/** From here on all statements have other names: those that connections keep are asked no more. */
export const renamed = (): void => names.clear()
