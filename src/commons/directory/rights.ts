import { isProgram } from '#kernel/access'
import { bearsOf, ensureProven } from '#kernel/auth'
import { ensure, Forbidden } from '#kernel/errors'
import { administrator, isPersonal, type Role } from './role.ts'

/** Rights are given: a person proves who they are, and a program gives no role that is a person's own. Whatever door. */
export function ensureMayGrant(some: readonly Role[]): void {
  if (some.length === 0) return
  if (!isProgram()) return ensureProven()
  ensure(!some.some(isPersonal), Forbidden, 'errors.in_person')
}

/**
 * A link that lets in goes to the address of somebody: who gives another theirs proves who they are, and no program does that
 * to an administrator. Whatever door.
 */
export async function ensureMayAddress(personId: string): Promise<void> {
  if (!isProgram()) return ensureProven()
  const bears = await bearsOf(personId)
  ensure(!bears.includes(administrator.principal), Forbidden, 'directory.address_in_person')
}
