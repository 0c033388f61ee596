import { AsyncLocalStorage } from 'node:async_hooks'
import { type FailureTold, failureTold } from './failure.ts'

/** From what nobody looks at to what somebody must look at. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]
/** `json`: one object a line, for programs; `text`: for who sits at the terminal. */
export const logFormats = ['json', 'text'] as const
export type LogFormat = (typeof logFormats)[number]

/** What is told of an event. Never who a person is, nor what they wrote: names of ours, numbers, references. */
export type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>

// What takes the lines may be full, or gone: that stops nobody, and the next line is tried again.
process.stderr.on('error', () => {})

// Until somebody configures it, as in a test: what is wrong, for a person.
let least: LogLevel = 'warn'
let form: LogFormat = 'text'

/** Sets what is logged and how; done once, at the start. */
export function configureLog(log: { level: LogLevel; format: LogFormat }): void {
  least = log.level
  form = log.format
}

const around = new AsyncLocalStorage<Record<string, Facts[string]>>()

/** Runs `work` so that each line which is logged in it carries these facts. */
export const withFacts = <T>(facts: Facts, work: () => T): T =>
  around.run({ ...around.getStore(), ...facts }, work)

/** Adds to the facts of the work that is under way, for its later lines. */
export function note(facts: Facts): void {
  const known = around.getStore()
  if (known) Object.assign(known, facts)
}

/** The facts of the work that is under way; none outside of any. */
export const noted = (): Facts | undefined => around.getStore()

/** Nothing that is told is longer, in characters. */
const longest = 4000

/**
 * Logs an event, a line. `event` is a name of ours, in a word or two; `message` in the facts is a sentence for who runs
 * the house. Of a failure its kind, its reason and the first frames of its stack are told.
 */
export function log(level: LogLevel, event: string, facts: Facts = {}, failure?: unknown): void {
  if (logLevels.indexOf(level) < logLevels.indexOf(least)) return
  const all = { ...around.getStore(), ...facts }
  const told = Object.entries(all).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name, typeof value === 'string' ? value.slice(0, longest) : value]],
  )
  const error = failure === undefined ? undefined : failureTold(failure)
  const line = {
    time: new Date().toISOString(),
    level,
    event,
    ...Object.fromEntries(told),
    ...(error && { error }),
  }
  process.stderr.write(`${form === 'json' ? JSON.stringify(line) : inWords(line)}\n`)
}

interface Line extends Facts {
  time: string
  level: LogLevel
  event: string
}

function inWords({
  time,
  level,
  event,
  ...rest
}: { error?: FailureTold } & Record<string, unknown>) {
  const { error, message, ...facts } = rest as Pick<Line, 'message'> & { error?: FailureTold }
  const told = Object.entries(facts).map(([name, value]) => `${name}=${printed(value)}`)
  const words = [String(time).slice(11, 19), level, event, message ?? '', ...told]
  const head = words.map(printed).filter(Boolean).join(' ')
  return [head, ...(error ? errorInWords(error) : [])].join('\n')
}

const errorInWords = ({ name, code, message, stack, cause }: FailureTold): string[] => [
  `  ${printed([name, code, message].filter(Boolean).join(' '))}`,
  ...stack.map((frame) => `    ${printed(frame)}`),
  ...(cause ? errorInWords(cause) : []),
]

/** Nobody writes lines of the log by what they send. */
const printed = (value: unknown) => String(value).replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
