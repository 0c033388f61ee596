import { slot } from '#kernel/module'
import { createAccount, setPrincipals } from '#kernel/auth'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { type Role, borneBy, roles } from './role.ts'
import type { ServiceFunction } from './tables.ts'

export interface NewPerson {
  civility: 'mr' | 'mrs' | ''
  firstName: string
  lastName: string
  roles: readonly Role[]
  /** Where they work, by service id. */
  memberships?: readonly { serviceId: string; function: ServiceFunction }[]
  /** The office that they hold, as acts print it. */
  mandate?: { title: string; validFrom: Temporal.PlainDate; validTo?: Temporal.PlainDate }
  /** How they sign in; without it they are in the directory only. */
  account?: { login: string; password: string }
}

/** What else a person bears, given by the modules: for example the organs where they sit. */
export const principalSources = slot<(personId: string) => Promise<string[]>>('principals')

/** Enters a person into the directory, with their functions, mandate and account. */
export async function addPerson(fresh: NewPerson): Promise<string> {
  const { id } = await db()
    .insertInto('commons.person')
    .values({
      civility: fresh.civility,
      first_name: fresh.firstName,
      last_name: fresh.lastName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const role of fresh.roles) await grantRole(id, role)
  for (const { serviceId, function: what } of fresh.memberships ?? [])
    await db()
      .insertInto('commons.membership')
      .values({ person_id: id, service_id: serviceId, function: what })
      .execute()
  if (fresh.mandate)
    await db()
      .insertInto('commons.mandate')
      .values({
        person_id: id,
        title: fresh.mandate.title,
        valid_from: fresh.mandate.validFrom,
        valid_to: fresh.mandate.validTo ?? null,
      })
      .execute()
  if (fresh.account) {
    await createAccount({ id, name: `${fresh.firstName} ${fresh.lastName}`, ...fresh.account })
    await refreshPrincipals(id)
  }
  return id
}

/** Gives somebody a role. Throws `Invalid` where no folder of this house declares it. */
async function grantRole(personId: string, role: Role): Promise<void> {
  if (!roles.all().includes(role))
    throw Invalid.field('role', 'directory.role_unknown', { name: role.name })
  await db()
    .insertInto('commons.role_grant')
    .values({ person_id: personId, role: role.name })
    .execute()
}

/** Recomputes what a person bears, after their functions, roles or seats changed. */
export async function refreshPrincipals(personId: string): Promise<void> {
  const granted = await db()
    .selectFrom('commons.role_grant')
    .select('role')
    .where('person_id', '=', personId)
    .execute()
  const memberships = await db()
    .selectFrom('commons.membership')
    .select(['service_id', 'function'])
    .where('person_id', '=', personId)
    .execute()
  const others = await Promise.all(principalSources.all().map((source) => source(personId)))
  await setPrincipals(personId, [
    ...granted.flatMap(({ role }) => bearing(role)),
    ...memberships.flatMap(({ service_id, function: what }) => [
      `service:${service_id}`,
      `service:${service_id}:${what}`,
    ]),
    ...others.flat(),
  ])
}

/** What a granted role makes somebody bear, be it of a trade that is off or of an older version. */
function bearing(name: string): string[] {
  const declared = roles.every().find((one) => one.name === name)
  return declared ? borneBy(declared) : [`role:${name}`]
}
