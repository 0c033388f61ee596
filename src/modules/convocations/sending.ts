import { actor, actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { mailAddress, send } from '#kernel/mail'
import { inItsLanguage } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { emailsOf, fullName } from '#commons/directory'
import { readMany } from '#commons/dossiers'
import type { Seat } from '#commons/organs'
import { type Meeting, meetings, versionAt } from '#modules/deliberations'
import { type Deadline, deadlineOf } from './convocation.ts'
import { hashOf, letterOf } from './letter.ts'
import type { ActKind, Way } from './tables.ts'
import './tables.ts'

/** Somebody who is sent something, and how. */
export interface Addressee {
  seat: Seat
  way: Way
  address: string
}

/** An act to send. */
export interface Sending {
  kind: ActKind
  meeting: Meeting
  before?: Meeting
  to: readonly Addressee[]
  /** When what goes on paper left; e-mail leaves now. */
  sentOn: Temporal.PlainDate
  reason?: string
  urgency?: string
  quote?: string
}

/**
 * How each of these is written to: those named on paper or by bearer so, all others by e-mail, the normal way since 14 June
 * 2018. Who has no address and is on no list is written to on paper, or, unless that is told, `Invalid` is thrown.
 */
export async function addresseesOf(
  seats: readonly Seat[],
  by: { paper: readonly string[]; bearer: readonly string[] },
  lost: 'refused' | 'paper' = 'refused',
): Promise<Addressee[]> {
  const emails = await emailsOf(seats.map(({ person_id }) => person_id))
  const all = seats.map((seat): Addressee => {
    if (by.bearer.includes(seat.id)) return { seat, way: 'bearer', address: '' }
    if (by.paper.includes(seat.id)) return { seat, way: 'paper', address: '' }
    return { seat, way: 'email', address: mailAddress(emails.get(seat.person_id) ?? '') ?? '' }
  })
  const without = all.filter(({ way, address }) => way === 'email' && !address)
  if (without.length > 0 && lost === 'refused')
    throw Invalid.field('paper', 'convocations.no_address', {
      count: without.length,
      names: without.map(({ seat }) => fullName(seat)).join(', '),
    })
  return all.map((one) => (without.includes(one) ? { ...one, way: 'paper' } : one))
}

/** Sends an act: writes it word for word, with those to whom it goes, and their messages. Returns its id. */
export async function sendAct(sending: Sending): Promise<string> {
  const { kind, meeting, to, sentOn, reason = '', urgency = '', quote = '' } = sending
  const deadline = await deadlineOf(meeting)
  const agenda = kind === 'cancellation' ? undefined : await versionAt(meeting.id)
  const [repeated] = await actAs(system, () =>
    readMany(meetings, meeting.repeats_id ? [meeting.repeats_id] : []),
  )
  const letter = await inItsLanguage(() =>
    letterOf({
      ...{ kind, meeting, agenda, repeated, quote, reason, urgency },
      ...(sending.before && { before: sending.before }),
    }),
  )
  const { id } = await db()
    .insertInto('convocations.act')
    .values({
      ...{ meeting_id: meeting.id, kind, by_name: actor().name, urgency, quote },
      ...{ starts_at: meeting.starts_at, place: meeting.place, rank: meeting.rank },
      agenda_version: agenda?.version ?? null,
      ...ruleOf(deadline),
      ...letter,
      hash: hashOf(letter),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  // Who may not see all that it tells of reads it on no page of the house.
  const about = [{ id: meeting.id }, ...(agenda?.lines.map((line) => ({ id: line.id })) ?? [])]
  for (const { seat, way, address } of to) {
    const name = fullName(seat)
    const mail_id =
      way === 'email'
        ? await send({
            to: { address, name: `${seat.first_name} ${seat.last_name}` },
            subject: letter.subject,
            text: letter.body,
            about,
          })
        : null
    await db()
      .insertInto('convocations.notice')
      .values({
        ...{ act_id: id, seat_id: seat.id, member: name, way, address, mail_id, state: 'waiting' },
        sent_on: way === 'email' ? today() : sentOn,
        received_on: null,
      })
      .execute()
  }
  return id
}

const ruleOf = (deadline: Deadline | undefined) => ({
  article: deadline?.rule.article ?? '',
  last_day: deadline?.reckoning.date ?? null,
})
