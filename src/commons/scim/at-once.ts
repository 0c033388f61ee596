import { ScimError } from './failure.ts'

/**
 * How many come in or go out by one request: each is an act of its own, some 20 ms, and all persons concerned stay
 * locked until the last is done.
 */
const mostAtOnce = 200

/** Throws `ScimError` where so many are too many for one request. */
export function ensureFew(count: number): void {
  if (count <= mostAtOnce) return
  const detail = `${count} at once are too many: change ${mostAtOnce} in a request, by PATCH, one request after the other.`
  throw new ScimError('invalidValue', detail, 413)
}
