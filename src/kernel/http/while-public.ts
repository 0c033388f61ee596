import { AsyncLocalStorage } from 'node:async_hooks'
import { authorityKey } from '#kernel/tenancy'

/** Of whom a public page is made, and how the state of their public copies is known. */
interface Standing {
  of: string
  state(): Promise<string>
}

interface Known {
  state: string
  value: unknown
}

const standing = new AsyncLocalStorage<Standing>()

/** By whom and what, those that were asked for last at the end. */
const known = new Map<string, Known>()
/** Of an authority some are kept; of hundreds those that are read. */
const most = 500

/** Makes a public page, in which `whilePublic` knows what stands. */
export const ofWhatStands = <T>(of: Standing, make: () => Promise<T>): Promise<T> =>
  standing.run(of, make)

/**
 * What follows from public copies and from nothing else, and is on many pages: it is read once for each state of them. Elsewhere than
 * on a public page it is read each time. `name` says what it is; nobody may change what is given.
 */
export async function whilePublic<T>(
  name: string,
  read: () => Promise<Readonly<T>>,
): Promise<Readonly<T>> {
  const here = standing.getStore()
  // A page of all authorities goes on for one of them, too: what is read there is of that one.
  if (!here || here.of !== authorityKey()) return read()
  // Before it is read: what changes meanwhile is another state.
  const state = await here.state()
  const key = `${here.of}\n${name}`
  const found = known.get(key)
  known.delete(key)
  const value = found?.state === state ? (found.value as T) : await read() // Kept under this name by `read` alone.
  known.set(key, { state, value })
  for (const [oldest] of known) {
    if (known.size <= most) break
    known.delete(oldest)
  }
  return value
}
