import { ConfigurationError } from '#kernel/config'
import { reasonOf, StartFailure } from '#kernel/db'
import { Invalid, Problem } from '#kernel/errors'

/** What went wrong at the start or in a command, in one sentence for the operator's terminal. */
export function failureSentence(failure: unknown): string {
  if (failure instanceof Invalid)
    return [failure.sentence, ...Object.entries(failure.fields).map(fieldLine)].join('\n')
  if (failure instanceof Problem) return failure.sentence
  if (failure instanceof StartFailure || failure instanceof ConfigurationError)
    return failure.message
  if (!(failure instanceof Error)) return String(failure)
  if (!('code' in failure)) return failure.stack ?? failure.message
  const port = 'port' in failure ? failure.port : ''
  switch (failure.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop it, or choose another with PORT=3001.`
    case 'EACCES':
      return port === ''
        ? reasonOf(failure)
        : `Port ${port} is reserved for administrators: choose another with PORT=3000.`
    default:
      return reasonOf(failure)
  }
}

const fieldLine = ([name, sentences]: [string, string[]]) => `  ${name}: ${sentences.join(' ')}`
