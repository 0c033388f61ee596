// Runs a series of commands in this one process, as each would run in one of its own, and says what came of each: by its
// path, on what test/every-command.test.ts bundles.
import { readFileSync } from 'node:fs'
import { commandNames, run } from '../run.ts'

/** A command to run: `keep` names what its words are to give to those after it, which say it as `{name}`. */
export interface Call {
  words: readonly string[]
  settings?: Readonly<Record<string, string>>
  keep?: Readonly<Record<string, string>>
}

/** What came of it: its exit code, and all that it said. */
export interface Outcome {
  words: readonly string[]
  code: number
  said: string
}

const calls: Call[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const kept: Record<string, string> = {}
const outcomes: Outcome[] = []
const usual = { ...process.env }
const [log, error] = [console.log, console.error]
let said = ''
console.log = console.error = (...all: unknown[]) => (said += `${all.join(' ')}\n`)

for (const { words, settings = {}, keep = {} } of calls) {
  said = ''
  process.env = { ...usual, ...settings }
  const filled = words.map((word) =>
    word.replaceAll(/\{(\w+)\}/g, (all, name) => kept[name] ?? all),
  )
  const code = await run(filled)
  for (const [name, pattern] of Object.entries(keep))
    kept[name] = new RegExp(pattern).exec(said)?.[1] ?? ''
  outcomes.push({ words: filled, code, said })
}

console.log = log
console.error = error
console.log(JSON.stringify({ names: commandNames, outcomes }))
