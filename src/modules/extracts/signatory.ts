import { db } from '#kernel/db'
import { Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { allServices, fullName, people } from '#commons/directory'
import { organs } from '#commons/organs'
import type { Meeting } from '#modules/deliberations'
import { asSignatories, type Signatory, signersOn } from '#modules/minutes'
import './tables.ts'

/** Who signs extracts in the place of who presides or keeps the minutes (délégation de signature). */
export interface Delegation {
  id: string
  organ_id: string
  service_id: string | null
  office: 'keeps' | 'presides'
  person_id: string
  title: string
  mention: string
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

/** The delegations that stand, in the order in which they were written. */
export const delegations = (): Promise<Delegation[]> =>
  db()
    .selectFrom('extracts.signatory')
    .select(['id', 'organ_id', 'service_id', 'office', 'person_id', 'title', 'mention'])
    .select(['valid_from', 'valid_to'])
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()

const holdsOn = ({ valid_from, valid_to }: Delegation, day: Temporal.PlainDate) =>
  valid_from === null ||
  valid_to === null ||
  (Temporal.PlainDate.compare(valid_from, day) <= 0 &&
    Temporal.PlainDate.compare(day, valid_to) < 0)

/**
 * Of delegations, the one that holds: that of the service first, else that of the organ; of each the first that holds on the day
 * (E13).
 */
export function delegated(
  all: readonly Delegation[],
  of: { organ_id: string; service_id: string | null; office: Delegation['office'] },
  day: Temporal.PlainDate,
): Delegation | undefined {
  const standing = all.filter(
    (one) => one.organ_id === of.organ_id && one.office === of.office && holdsOn(one, day),
  )
  const own = of.service_id && standing.find(({ service_id }) => service_id === of.service_id)
  return own || standing.find(({ service_id }) => service_id === null)
}

/** Who certifies an extract on a day, below which mention: the secretary left, the chair right. */
export async function certifiers(
  meeting: Meeting,
  serviceId: string | null,
  day: Temporal.PlainDate,
): Promise<Signatory[]> {
  const all = await delegations()
  const signers = await signersOn(meeting, day)
  const known = all.length > 0 ? await people() : []
  return (['keeps', 'presides'] as const).flatMap((office) => {
    const { organ_id } = meeting
    const one = delegated(all, { organ_id, service_id: serviceId, office }, day)
    const person = one && known.find(({ id }) => id === one.person_id)
    if (one && person)
      return [{ mention: one.mention || null, role: `${one.title},`, name: fullName(person) }]
    return asSignatories(signers.filter((signer) => signer.office === office))
  })
}

/** That organ, service and person are of the authority. Throws `Invalid` on the field that is not. */
async function ensureKnown(fresh: Omit<Delegation, 'id'>): Promise<void> {
  const known = {
    organ_id: (await organs()).some(({ id }) => id === fresh.organ_id),
    service_id:
      fresh.service_id === null || (await allServices()).some(({ id }) => id === fresh.service_id),
    person_id: (await people()).some(({ id }) => id === fresh.person_id),
  }
  for (const [field, isKnown] of Object.entries(known))
    if (!isKnown) throw Invalid.field(field, 'http.field.choose')
}

/**
 * Writes a delegation. Throws `Invalid` for what is not of the authority, one day alone, days that are turned, or one that stands
 * already (E13).
 */
export async function delegate(fresh: Omit<Delegation, 'id'>): Promise<void> {
  const { valid_from, valid_to } = fresh
  await ensureKnown(fresh)
  if ((valid_from === null) !== (valid_to === null))
    throw Invalid.field('valid_to', 'extracts.signatory.both_days')
  if (valid_from && valid_to && Temporal.PlainDate.compare(valid_from, valid_to) >= 0)
    throw Invalid.field('valid_to', 'extracts.signatory.turned')
  const same = (await delegations()).some(
    (one) =>
      one.organ_id === fresh.organ_id &&
      one.service_id === fresh.service_id &&
      one.office === fresh.office &&
      one.person_id === fresh.person_id &&
      one.valid_from?.toString() === valid_from?.toString(),
  )
  if (same) throw Invalid.field('person_id', 'extracts.signatory.twice')
  await db().insertInto('extracts.signatory').values(fresh).execute()
}

/** A delegation ends; what was issued under it stays. Throws `NotFound`. */
export async function endDelegation(id: string): Promise<void> {
  if (!isId(id)) throw new NotFound()
  const ended = await db()
    .updateTable('extracts.signatory')
    .set({ ended_at: Temporal.Now.instant() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  if (ended.length === 0) throw new NotFound()
}
