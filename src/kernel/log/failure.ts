import { sep } from 'node:path'

/** What is logged of a failure: bounded, and without the values that PostgreSQL or a person brought. */
export interface FailureTold {
  readonly name: string
  readonly code?: string
  readonly message: string
  /** The first frames, the innermost first. */
  readonly stack: readonly string[]
  readonly cause?: FailureTold
}

const most = { frames: 12, frame: 160, message: 400, causes: 3 }

/** Tells a failure and what caused it. */
export function failureTold(failure: unknown, depth = 0): FailureTold {
  if (!(failure instanceof Error))
    return { name: typeof failure, message: bounded(String(failure), most.message), stack: [] }
  const code = codeOf(failure)
  const { cause } = failure
  return {
    name: failure.name,
    ...(code && { code }),
    message: bounded(messageOf(failure, code), most.message),
    stack: framesOf(failure),
    ...(cause !== undefined && depth < most.causes && { cause: failureTold(cause, depth + 1) }),
  }
}

const codeOf = (failure: Error) =>
  'code' in failure ? String(failure.code).slice(0, 40) : undefined

/**
 * PostgreSQL repeats a value, between quotes, in what it says of data that does not hold (class 22); elsewhere values
 * stand in its detail, which is not told.
 */
const messageOf = (failure: Error, code = '') =>
  'severity' in failure && code.startsWith('22')
    ? failure.message.replace(/".*"/s, '"…"')
    : failure.message

const here = process.cwd() + sep
/** In characters, before anything is looked for in it: the name of a folder may be any. */
const longestLine = 1000

/** A message of several lines, or one that looks like a frame, stands before the frames: it is left out. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message ? stack.indexOf(message) : -1
  const after = at < 0 ? stack : stack.slice(at + message.length)
  return after
    .split('\n', 200)
    .filter((line) => /^\s+at /.test(line) && !line.includes('node:internal/'))
    .slice(0, most.frames)
    .map((line) => bounded(placeIn(line.slice(0, longestLine).trim()), most.frame))
}

const placeIn = (frame: string) =>
  frame
    .replaceAll('file://', '')
    .replaceAll(here, '')
    .replaceAll(/[^\s(]*\/node_modules\//g, 'node_modules/')

const bounded = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text.toWellFormed()
