import { isOutdated } from './prepared.ts'

/** How long is waited for the database, in seconds; each is a setting of the operator's. */
export interface TimeLimits {
  /** For a free connection. */
  connection: number
  /** For the answer to one statement of a request. */
  statement: number
  /** For a row that somebody else writes. */
  lock: number
  /** A transaction in which nothing is asked any more. */
  idle: number
  /** For the answer to one statement of a job. */
  job: number
}

export const usualLimits: TimeLimits = { connection: 5, statement: 15, lock: 5, idle: 60, job: 300 }

/** What PostgreSQL says where it could not answer in time, or cannot for the moment. */
const busyCodes = new Set([
  '57014', // The statement took too long.
  '55P03', // The row stayed locked.
  '25P03', // The transaction was left alone.
  '53300', // Too many connections.
  '57P01', // It is being stopped,
  '57P02', // it has crashed,
  '57P03', // or it starts.
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
])

/** What the client of PostgreSQL says of the same, without a code. */
const busyWords =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error)/

/** Whether a statement took longer than one may: what was asked is too much at once, or much else is. */
export const tookTooLong = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === '57014'

/** No connection was free within the time, or too many wait already. */
export class NoTurn extends Error {}

/** Whether this is no fault, but a database that is busy or away: the same may go well in a while. */
export function isBusy(failure: unknown): boolean {
  if (failure instanceof NoTurn) return true
  if (!(failure instanceof Error)) return false
  const code = 'code' in failure ? String(failure.code) : ''
  // The socket of a server that is not there; a file that is not there is another matter.
  if (code === 'ENOENT') return 'syscall' in failure && failure.syscall === 'connect'
  return busyCodes.has(code) || busyWords.test(failure.message)
}

/** What PostgreSQL says to the second of two transactions that met: each waited for the other, or read what moved. */
const metCodes = new Set(['40P01', '40001'])

/** Whether the same goes well in a new transaction: two have met, or a migration came in between. */
export const haveMet = (failure: unknown): boolean =>
  isOutdated(failure) ||
  (failure instanceof Error && 'code' in failure && metCodes.has(String(failure.code)))
