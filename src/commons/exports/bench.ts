import { Place } from '#kernel/aside'
import { ensure, TooMany } from '#kernel/errors'
import { authorityKey } from '#kernel/tenancy'

/** So many of an authority may wait: each holds a connection to the database. */
const mostWaiting = 4

/**
 * Work that would keep the server from answering: an exported function of a file below `src/`, done in a process of
 * its own, one after the other for each authority; Node runs the file as it is. Throws `TooMuch` where it takes longer
 * than `patience`, in milliseconds, or too much memory, `TooMany` where too many of the authority wait already,
 * `Unavailable` where its turn does not come.
 */
export function bench<Asked, Made>(
  file: string,
  name: string,
  patience: number,
): (asked: Asked) => Promise<Made> {
  const place = new Place()
  const waiting = new Map<string, number>()
  return async (asked) => {
    const whose = authorityKey()
    const before = waiting.get(whose) ?? 0
    ensure(before < mostWaiting, TooMany, 'exports.busy')
    waiting.set(whose, before + 1)
    try {
      // The type is that of the function, whose file only the other process opens.
      return (await place.run({ file, name, given: asked }, patience)) as Made
    } finally {
      const left = (waiting.get(whose) ?? 1) - 1
      if (left > 0) waiting.set(whose, left)
      else waiting.delete(whose)
    }
  }
}
