import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { providerNamed } from '#kernel/single-sign-on'
import { roles, type ServiceFunction, services } from '#commons/directory'
import type { z } from 'zod'
import { type Claims, valuesAt } from './claim.ts'
import type { RuleSent } from './schema.ts'
import './tables.ts'

/** What a claim makes somebody hold. */
export type Given =
  | { kind: 'role'; role: string }
  | { kind: 'function'; service_id: string; function: ServiceFunction }

/** What is sent of a rule, as it gives. */
export const givenFrom = (sent: z.output<typeof RuleSent>): Given =>
  sent.kind === 'role'
    ? { kind: 'role', role: sent.role }
    : { kind: 'function', service_id: sent.service_id, function: sent.function }

/** Where a claim has this value, its person holds that (règle d’attribution). */
export interface Rule {
  id: string
  claim: string
  value: string
  gives: Given
}

/** More are not read on one page. */
const most = 200

/** The rules of a provider, by claim and value. */
export async function rulesOf(providerId: string): Promise<Rule[]> {
  const rows = await db()
    .selectFrom('commons.claim_rule')
    .select(['id', 'claim', 'value', 'role', 'service_id', 'function'])
    .where('provider_id', '=', providerId)
    .orderBy('claim')
    .orderBy('value')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, claim, value, role, service_id, function: what }) => {
    if (role !== null) return { id, claim, value, gives: { kind: 'role', role } }
    if (service_id === null || what === null) return []
    return { id, claim, value, gives: { kind: 'function', service_id, function: what } }
  })
}

/** Those of these rules that what a provider says fulfils. */
export const fulfilled = (rules: readonly Rule[], claims: Claims): Rule[] =>
  rules.filter(({ claim, value }) => valuesAt(claims, claim).includes(value))

/** Adds a rule to a provider. Throws `NotFound`, `Invalid` where what it gives is not there, `Conflict`. */
export async function addRule(
  providerId: string,
  { claim, value, gives }: Omit<Rule, 'id'>,
): Promise<void> {
  const { name } = await providerNamed(providerId)
  if (gives.kind === 'role' && !roles.all().some((one) => one.name === gives.role))
    throw Invalid.field('role', 'providers.rule.no_role')
  if (gives.kind === 'function' && !(await services()).some(({ id }) => id === gives.service_id))
    throw Invalid.field('service_id', 'providers.rule.no_service')
  ensure((await rulesOf(providerId)).length < most, Conflict, 'providers.rule.too_many', { most })
  await db()
    .insertInto('commons.claim_rule')
    .values({
      ...{ provider_id: providerId, claim, value },
      role: gives.kind === 'role' ? gives.role : null,
      service_id: gives.kind === 'function' ? gives.service_id : null,
      function: gives.kind === 'function' ? gives.function : null,
    })
    .onConflict((on) => on.doNothing())
    .execute()
  await audit('provider_changed', `rule ${name}: ${claim} = ${value}`)
}

/** Takes a rule away: what it gave ends when its person next comes in by the provider. Throws `NotFound`. */
export async function dropRule(providerId: string, id: string): Promise<void> {
  const { name } = await providerNamed(providerId)
  const gone = await db()
    .deleteFrom('commons.claim_rule')
    .where('provider_id', '=', providerId)
    .where('id', '=', id)
    .returning(['claim', 'value'])
    .executeTakeFirst()
  ensure(gone, NotFound, 'errors.not_found')
  await audit('provider_changed', `no rule ${name}: ${gone.claim} = ${gone.value}`)
}
