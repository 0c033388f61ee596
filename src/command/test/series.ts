// Runs commands in this one process, as each would run in one of its own, and says what came of each: by its path, on
// what beside.ts bundles.
import { commandNames, run } from '../run.ts'

/** A command to run, and what the environment says besides. */
export interface Call {
  words: readonly string[]
  settings?: Readonly<Record<string, string>>
}

/** What came of it: its exit code, and all that it said. */
export interface Outcome {
  code: number
  said: string
}

const usual = { ...process.env }
let said = ''
console.log = console.error = (...all: unknown[]) => (said += `${all.join(' ')}\n`)

process.on('message', async ({ words, settings = {} }: Call) => {
  said = ''
  process.env = { ...usual, ...settings }
  const code = await run([...words])
  process.send?.({ code, said } satisfies Outcome)
})
process.send?.(commandNames)
