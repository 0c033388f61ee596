import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Interrupted, Problem, Unavailable } from '#kernel/errors'
import { knownMessage, type MessageParams, t } from '#kernel/i18n'
import { log } from '#kernel/log'
import './locales/index.ts'

/** Why a job failed for good, as a message: said in the language of whoever reads it. */
export interface Reason {
  readonly key: string
  readonly params: MessageParams
}

export const Reason = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What PostgreSQL answers where trying again helps: connection, resources, locks, time limits, who met whom. */
const passingStates = /^(08...|53...|57P..|40001|40P01|55P03|25P0[34])$/
/** What the system answers where a disk, a folder or another process is in the way, which somebody mends. */
const passingCodes =
  /^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO|EMFILE|ENFILE|ENOMEM|ENOTDIR|EBUSY|EAGAIN|ESTALE|EPIPE|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/
/** What the client of PostgreSQL says of a lost connection, which has no code. */
const lost =
  /^Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/

/** Whether what failed may do later, without anybody changing what was asked for. */
function isPassing(failure: unknown): boolean {
  if (failure instanceof Unavailable) return true
  if (failure instanceof Problem || !(failure instanceof Error)) return false
  const code = 'code' in failure ? String(failure.code) : ''
  return passingStates.test(code) || passingCodes.test(code) || lost.test(failure.message)
}

/** The times that a job is tried: a fault of ours may have met what nobody foresaw. */
function triesOf(failure: unknown): number {
  if (failure instanceof Interrupted) return 2
  return failure instanceof Problem ? 1 : 3
}

/** Whether a job is given up after so many failures, and its failure told to people. */
export const isFinal = (failure: unknown, failures: number): boolean =>
  !isPassing(failure) && failures >= triesOf(failure)

/** The reason for people. A fault of ours is logged under a reference, and nothing of it is told. */
export function reasonFor(failure: unknown): Reason {
  if (failure instanceof Problem) {
    const params = Object.entries(failure.params).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : value,
    ])
    return { key: failure.key, params: Object.fromEntries(params) }
  }
  const id = randomUUID().slice(0, 8)
  log('error', 'fault', { reference: id }, failure)
  return { key: 'jobs.fault', params: { id } }
}

/** The reason in words. */
export function reasonInWords({ key, params }: Reason): string {
  const known = knownMessage(key)
  return known ? t(known, params) : t('jobs.unknown_reason')
}
