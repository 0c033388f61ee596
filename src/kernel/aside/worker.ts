// The process beside the one that answers (place.ts): it runs one function after the other. Node runs this file as it
// is, from a bundle as from the sources; its argument is the folder of the sources.
import { join } from 'node:path'

/** A function of a file, and what it is given. */
export interface Task {
  file: string
  name: string
  given: unknown
}

/** What comes back of it. */
export type Outcome = { made: unknown } | { failure: Error }

async function run({ file, name, given }: Task): Promise<Outcome> {
  try {
    const work: unknown = Reflect.get(await import(join(process.argv[2] ?? '', file)), name)
    if (typeof work !== 'function') throw new TypeError(`${file} exports no function ${name}`)
    return { made: await work(given) }
  } catch (failure) {
    return { failure: failure instanceof Error ? failure : new Error(String(failure)) }
  }
}

process.on('message', async (task: Task) => process.send?.(await run(task)))
process.on('disconnect', () => process.exit())
