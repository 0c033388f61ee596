import { createAccount } from '#kernel/auth'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { refreshPrincipals } from './bearing.ts'
import { beginWith } from './office.ts'
import { everyone } from './people.ts'
import { type Role, roles } from './role.ts'
import type { ServiceFunction } from './tables.ts'

export interface NewPerson {
  civility: 'mr' | 'mrs' | ''
  firstName: string
  lastName: string
  /** Where they are written to; who changes it later proves who they are (`keepEmail`). */
  email?: string
  roles: readonly Role[]
  /** Where they work, by service id. */
  memberships?: readonly { serviceId: string; function: ServiceFunction }[]
  /** The office that they hold, as acts print it. */
  mandate?: { title: string; validFrom: Temporal.PlainDate; validTo?: Temporal.PlainDate }
  /** Since when they have these roles and functions; always, where nobody knows. */
  since?: Temporal.PlainDate
  /** How they sign in; without it they are in the directory only. */
  account?: { login: string; password?: string }
}

/** Enters a person into the directory, with their functions, mandate and account. */
export async function addPerson(fresh: NewPerson): Promise<string> {
  const { id } = await db()
    .insertInto('commons.person')
    .values({
      civility: fresh.civility,
      first_name: fresh.firstName,
      last_name: fresh.lastName,
      ...(fresh.email && { email: fresh.email }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  everyone.forget()
  const { since = null } = fresh
  for (const role of fresh.roles) {
    // Of the name of one that is declared, and another all the same.
    if (!roles.all().includes(role))
      throw Invalid.field('role', 'directory.role_unknown', { name: role.name })
    await beginWith({ kind: 'role', personId: id, what: role.name, valid_from: since })
  }
  for (const { serviceId, function: what } of fresh.memberships ?? [])
    await beginWith({ kind: 'function', personId: id, what, serviceId, valid_from: since })
  if (fresh.mandate) {
    const { title, validFrom, validTo = null } = fresh.mandate
    const period = { valid_from: validFrom, valid_to: validTo }
    await beginWith({ kind: 'mandate', personId: id, what: title, ...period })
  }
  if (fresh.account) {
    await createAccount({ id, name: `${fresh.firstName} ${fresh.lastName}`, ...fresh.account })
    await refreshPrincipals(id)
  }
  return id
}
