import { ConfigurationError } from '#kernel/config'
import { reasonOf, StartFailure } from '#kernel/db'

/** What went wrong at the start, in one sentence for the operator's terminal. */
export function failureSentence(failure: unknown): string {
  if (failure instanceof StartFailure || failure instanceof ConfigurationError)
    return failure.message
  if (!(failure instanceof Error)) return String(failure)
  if (!('code' in failure)) return failure.stack ?? failure.message
  const port = 'port' in failure ? failure.port : ''
  switch (failure.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop it, or choose another with PORT=3001.`
    case 'EACCES':
      return `Port ${port} is reserved for administrators: choose another with PORT=3000.`
    default:
      return reasonOf(failure)
  }
}
