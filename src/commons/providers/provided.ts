import { sql } from 'kysely'
import { actAs } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Problem } from '#kernel/errors'
import type { Provider } from '#kernel/single-sign-on'
import { t } from '#kernel/i18n'
import { type NewOffice, type Office, officesOf, todayHere } from '#commons/directory'
import { end, give } from '#commons/people'
import type { Claims } from './claim.ts'
import { fulfilled, type Given, rulesOf } from './rule.ts'
import './tables.ts'

/** What a sign-in by a provider changes in what somebody holds. */
export interface Changes {
  gives: Given[]
  ends: Office[]
}

const { compare } = Temporal.PlainDate

const holds = ({ valid_from, valid_to }: Office, day: Temporal.PlainDate) =>
  (!valid_from || compare(valid_from, day) <= 0) && (!valid_to || compare(valid_to, day) > 0)

const isOf = (office: Office, given: Given) =>
  given.kind === 'role'
    ? office.kind === 'role' && office.what === given.role
    : office.kind === 'function' &&
      office.what === given.function &&
      office.service_id === given.service_id

/**
 * What changes in what somebody holds where a provider says this of them: what its rules give and they do not hold by
 * today begins; what it gave before and no rule gives any more ends. What was given by hand stays.
 */
export async function changesBy(
  provider: Pick<Provider, 'id'>,
  personId: string | null,
  claims: Claims,
): Promise<Changes> {
  const wanted = fulfilled(await rulesOf(provider.id), claims).map(({ gives }) => gives)
  const day = todayHere()
  const held = personId ? (await officesOf([personId])).filter((one) => holds(one, day)) : []
  const own = await provided(provider.id, held)
  const gives = wanted.filter((given) => !held.some((office) => isOf(office, given)))
  return {
    gives: gives.filter((given, at) => gives.findIndex((one) => isSame(one, given)) === at),
    ends: held.filter(({ id }) => own.has(id)).filter((one) => !wanted.some((w) => isOf(one, w))),
  }
}

const isSame = (one: Given, other: Given) => JSON.stringify(one) === JSON.stringify(other)

/** Those of these offices that a provider gave. */
async function provided(providerId: string, offices: readonly Office[]): Promise<Set<string>> {
  const ids = offices.map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const rows = await db()
    .selectFrom('commons.provided_office')
    .select(sql<string>`coalesce(role_grant_id, membership_id)`.as('id'))
    .where('provider_id', '=', providerId)
    .where((e) => e.or([e('role_grant_id', 'in', ids), e('membership_id', 'in', ids)]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Brings what somebody holds up to what a provider says of them, from today on; history says that it was the provider.
 * What cannot be (the last administrator stays one, a service has closed) leaves a line of audit and lets them in.
 */
export async function bringOffices(
  provider: Provider,
  personId: string,
  claims: Claims,
): Promise<void> {
  const { gives, ends } = await changesBy(provider, personId, claims)
  const name = t('providers.by', { name: provider.name })
  // Its rules were made by who proved then who they are.
  const by = { id: null, name, principals: [], provenAt: Temporal.Now.instant() }
  await actAs(by, async () => {
    for (const given of gives)
      await unlessRefused(provider, () => giveOne(provider, personId, given))
    for (const office of ends)
      await unlessRefused(provider, () => end(personId, office, todayHere()))
  })
}

async function giveOne(provider: Provider, personId: string, given: Given): Promise<void> {
  const today = todayHere()
  const later = (await officesOf([personId]))
    .filter((office) => isOf(office, given))
    .flatMap(({ valid_from }) => (valid_from && compare(valid_from, today) > 0 ? [valid_from] : []))
    .toSorted(compare)
  // Where somebody gave it by hand from a later day on, it holds until then.
  const days = { personId, valid_from: today, valid_to: later[0] ?? null }
  const fresh: NewOffice =
    given.kind === 'role'
      ? { ...days, kind: 'role', what: given.role }
      : { ...days, kind: 'function', what: given.function, serviceId: given.service_id }
  const id = await give(fresh)
  await db()
    .insertInto('commons.provided_office')
    .values({
      provider_id: provider.id,
      role_grant_id: given.kind === 'role' ? id : null,
      membership_id: given.kind === 'function' ? id : null,
    })
    .execute()
}

/** Does it, or takes it back where it is refused, with a line of audit: gives why. */
export async function unlessRefused(
  { name }: Provider,
  work: () => Promise<unknown>,
): Promise<Problem | undefined> {
  let refused: Problem | undefined
  await sql`savepoint of_provider`.execute(db())
  try {
    await work()
  } catch (failure) {
    await sql`rollback to savepoint of_provider`.execute(db())
    if (!(failure instanceof Problem)) throw failure
    await audit('provider_refused', `${name}: ${failure.key}`)
    refused = failure
  }
  await sql`release savepoint of_provider`.execute(db())
  return refused
}
