import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { actor, ensureInPerson } from '#kernel/access'
import { today } from '#commons/clock'
import { fullName } from '#commons/directory'
import { tell } from '#commons/dossiers'
import { type Seat, seatsOn, signsAs, votes } from '#commons/organs'
import type { Meeting } from '#modules/deliberations'
import { officersOf, sittingOf } from '#modules/sittings'
import type { Signatory } from './data.ts'
import { type MinutesRecord, records } from './record.ts'
import type { Signing } from './tables.ts'

/** Who is to sign minutes, and in whose place. */
export interface Signer {
  office: Signing
  seat: Seat
  /** Who presided or kept the minutes, where somebody else signs. */
  instead: Seat | null
}

/**
 * Who signs minutes on a day (CDLD L1122-16, L1132-3): who presided and who kept them, as long as they sit; else who presides
 * over the organ or keeps its minutes that day, else, for the chair, the first member by rank.
 */
export async function signersOn(meeting: Meeting, day: Temporal.PlainDate): Promise<Signer[]> {
  const officers = await officersOf(meeting)
  const { attendees } = await sittingOf(meeting)
  const sitting = await seatsOn(meeting.organ_id, day)
  return (['keeps', 'presides'] as const).flatMap((office): Signer[] => {
    const did = attendees.find(({ id }) => id === officers[office])
    const still = did && sitting.find(({ person_id }) => person_id === did.person_id)
    // Under the title that they bore in the sitting, as long as they sit.
    if (did && still) return [{ office, seat: did, instead: null }]
    const held = sitting.find(
      ({ part }) => part === (office === 'keeps' ? 'secretary' : 'president'),
    )
    const seat = held ?? (office === 'presides' ? sitting.find(votes) : undefined)
    return seat ? [{ office, seat, instead: did ?? null }] : []
  })
}

/** As they stand below the minutes. */
export const asSignatories = (signers: readonly Signer[]): Signatory[] =>
  signers.map(({ seat, instead }) => ({
    mention: instead ? t('minutes.signs.instead', { name: fullName(instead) }) : null,
    role: signsAs(seat),
    name: fullName(seat),
  }))

/** A signature as it was noted. */
export interface Signature {
  office: Signing
  seat_id: string
  signatory: string
  title: string
  signed_on: Temporal.PlainDate
  noted_by: string
}

export const signaturesOf = ({ id }: Pick<MinutesRecord, 'id'>): Promise<Signature[]> =>
  db()
    .selectFrom('minutes.signature')
    .select(['office', 'seat_id', 'signatory', 'title', 'signed_on', 'noted_by'])
    .where('record_id', '=', id)
    .orderBy('office')
    .execute()

/**
 * Notes that somebody signed the approved minutes, on a day on which they sit; also to correct it. Throws `Invalid` before
 * the approval, in the future, or of somebody who is not to sign.
 */
export async function noteSignature(
  record: MinutesRecord,
  meeting: Meeting,
  { office, seat_id, on }: { office: Signing; seat_id: string; on: Temporal.PlainDate },
): Promise<void> {
  ensureInPerson()
  ensure(record.approved_on, Conflict, 'minutes.signature.not_yet')
  const { compare } = Temporal.PlainDate
  if (compare(on, today()) > 0) throw Invalid.field('on', 'minutes.signature.later')
  if (compare(on, record.approved_on) < 0) throw Invalid.field('on', 'minutes.signature.before')
  const may = [
    ...(await seatsOn(meeting.organ_id, on)),
    ...(await signersOn(meeting, on)).map(({ seat }) => seat),
  ]
  const seat = may.find(({ id }) => id === seat_id)
  if (!seat || (office === 'presides') !== votes(seat))
    throw Invalid.field('seat_id', 'minutes.signature.cannot')
  const noted = { seat_id, signatory: fullName(seat), title: seat.title, signed_on: on }
  const noted_by = actor().name
  await db()
    .insertInto('minutes.signature')
    .values({ record_id: record.id, office, ...noted, noted_by })
    .onConflict((at) =>
      at.columns(['tenant_id', 'record_id', 'office']).doUpdateSet({ ...noted, noted_by }),
    )
    .execute()
  await tell(records, record.id, 'sign', { title: `${noted.signatory}, ${on.toString()}` })
}
