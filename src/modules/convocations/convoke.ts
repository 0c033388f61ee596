import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { isPast, spokenDay, today } from '#commons/clock'
import { fullName } from '#commons/directory'
import { tell, write } from '#commons/dossiers'
import { cite } from '#commons/law'
import { votes } from '#commons/organs'
import { allItems, type Change, dayOf, type Meeting, meetings } from '#modules/deliberations'
import { completeAgenda, joinAgenda } from './completing.ts'
import { actsOf, convokedOf, deadlineOf, seatsOf } from './convocation.ts'
import { addresseesOf, sendAct } from './sending.ts'
import type { Way } from './tables.ts'

/** Who is convoked otherwise than by e-mail, when that left, and what the law asks to be said. */
export interface Convoking {
  /** Seats. */
  paper: readonly string[]
  bearer: readonly string[]
  /** Whoever is not reached by bearer is written to on paper. */
  allOnPaper: boolean
  sentOn: Temporal.PlainDate
  urgency: string
  quote: string
}

/**
 * Convokes the organ (convocation, CDLD L1122-13): all who sit in it on the day, by name, with the agenda as it is frozen.
 * Throws `Conflict` where it is too late by a rule that somebody read in the law, unless an urgency is given; `Invalid`
 * where a third convocation does not quote the law.
 */
export async function convoke(meeting: Meeting, given: Convoking): Promise<Meeting> {
  ensure(meeting.state === 'frozen', Conflict, 'convocations.freeze_first')
  ensure(!meeting.convoked_at, Conflict, 'convocations.convoked_already')
  ensure(!isPast(dayOf(meeting)), Conflict, 'convocations.over')
  if (meeting.rank === 3 && !given.quote) throw Invalid.field('quote', 'convocations.quote_needed')
  ensureSent(meeting, given.sentOn)
  await ensureInTime(meeting, given.urgency)
  const seats = await seatsOf(meeting)
  ensure(seats.some(votes), Conflict, 'convocations.nobody')
  const paper = given.allOnPaper ? seats.map(({ id }) => id) : given.paper
  const to = await addresseesOf(seats, { paper, bearer: given.bearer })
  await sendAct({ kind: 'convocation', meeting, to, ...given })
  const patch = { convoked_at: Temporal.Now.instant(), due_on: dayOf(meeting) }
  return write(meetings, meeting, patch, 'convoke', { title: saidOf(to.length, given.urgency) })
}

const saidOf = (count: number, urgency: string) =>
  [String(count), urgency].filter(Boolean).join(' · ')

/** What goes on paper left today or before, and not before the meeting was thought of. */
function ensureSent(meeting: Meeting, sentOn: Temporal.PlainDate): void {
  const { compare } = Temporal.PlainDate
  if (compare(sentOn, today()) > 0) throw Invalid.field('sent_on', 'convocations.sent_later')
  if (compare(sentOn, dayOf(meeting).subtract({ days: 366 })) < 0)
    throw Invalid.field('sent_on', 'convocations.sent_long_ago')
}

/** Nothing that is sent now can be received before today. A rule that nobody read in the law warns, and stops nobody. */
async function ensureInTime(meeting: Meeting, urgency: string): Promise<void> {
  const deadline = await deadlineOf(meeting)
  if (!deadline || urgency || !deadline.rule.verified) return
  const { rule, reckoning } = deadline
  if (!isPast(reckoning.date)) return
  throw Invalid.field('urgency', 'convocations.too_late', {
    date: spokenDay(reckoning.date),
    article: cite(rule),
  })
}

/** Whom it is sent to again, and how. */
export interface Again {
  seats: readonly string[]
  way: Way
  sentOn: Temporal.PlainDate
}

/** Sends the convocation to those who were not sent it or did not receive it: a new member, an address that failed. */
export async function convokeAgain(meeting: Meeting, { seats, way, sentOn }: Again): Promise<void> {
  ensureConvoked(meeting)
  ensureSent(meeting, sentOn)
  const sitting = await seatsOf(meeting)
  const chosen = sitting.filter(({ id }) => seats.includes(id))
  if (chosen.length === 0) throw Invalid.field('seats', 'http.field.choose')
  const ids = chosen.map(({ id }) => id)
  const to = await addresseesOf(chosen, {
    paper: way === 'paper' ? ids : [],
    bearer: way === 'bearer' ? ids : [],
  })
  const acts = await actsOf(meeting)
  const first = acts.find(({ kind }) => kind === 'convocation')
  await sendAct({
    ...{ kind: 'again', meeting, to, sentOn },
    quote: first?.quote ?? '',
  })
  await tell(meetings, meeting.id, 'resend', { title: chosen.map(fullName).join(', ') })
}

function ensureConvoked(meeting: Meeting): void {
  ensure(meeting.convoked_at, Conflict, 'convocations.not_yet')
  ensure(meeting.state === 'frozen', Conflict, 'convocations.begun')
}

/**
 * Sends the agenda as it is completed since (ordre du jour complémentaire) to all. Points that came late are of the agenda
 * once every member received it in time (`settle`); else they stay late.
 */
export async function supplement(meeting: Meeting, sentOn: Temporal.PlainDate): Promise<void> {
  ensureConvoked(meeting)
  ensureSent(meeting, sentOn)
  const completed = await completeAgenda(meeting)
  await sendAct({
    ...{ kind: 'supplement', meeting: completed, to: await asBefore(completed), sentOn },
  })
}

/** Each who sits there by the way in which they were written to last, else by e-mail, or on paper. */
async function asBefore(meeting: Meeting) {
  const seats = await seatsOf(meeting)
  const sent = (await actsOf(meeting)).flatMap(({ notices }) => notices)
  const wayOf = (seat: string) => sent.findLast(({ seat_id }) => seat_id === seat)?.way
  const those = (way: Way) => seats.filter(({ id }) => wayOf(id) === way).map(({ id }) => id)
  return addresseesOf(seats, { paper: those('paper'), bearer: those('bearer') }, 'paper')
}

/** Tells those who were convoked that the meeting is on another day, at another hour or place, or called off. */
export async function announce({ meeting, before, what, reason, urgency }: Change): Promise<void> {
  if (!before.convoked_at) return
  const isOtherDay = !dayOf(meeting).equals(dayOf(before))
  if (what === 'rearranged' && isOtherDay) await ensureInTime(meeting, urgency)
  await sendAct({
    ...{ meeting, before, to: await asBefore(meeting), sentOn: today(), reason, urgency },
    kind: what === 'rearranged' ? 'change' : 'cancellation',
  })
}

/**
 * Notes on what day those received it who were written to on paper or by bearer, or `all` of whom no receipt is noted; also
 * to correct it. History tells both days. Throws `Invalid` before it was sent, or in the future.
 */
export async function noteReceipts(
  meeting: Meeting,
  ids: readonly string[] | 'all',
  on: Temporal.PlainDate,
  by: string,
): Promise<void> {
  const all = (await actsOf(meeting)).flatMap(({ notices }) => notices)
  const noted = all.filter(
    ({ id, way, received_on }) =>
      way !== 'email' && (ids === 'all' ? received_on === null : ids.includes(id)),
  )
  if (noted.length === 0) throw Invalid.field('notices', 'http.field.choose')
  const { compare } = Temporal.PlainDate
  if (compare(on, today()) > 0) throw Invalid.field('on', 'convocations.received_later')
  if (noted.some(({ sent_on }) => compare(on, sent_on) < 0))
    throw Invalid.field('on', 'convocations.received_before')
  await db()
    .updateTable('convocations.notice')
    .set({ received_on: on, state: 'received', noted_by: by })
    .where(
      'id',
      'in',
      noted.map(({ id }) => id),
    )
    .execute()
  const told = noted.map(({ name, received_on }) =>
    received_on
      ? `${name}: ${received_on.toString()} → ${on.toString()}`
      : `${name}: ${on.toString()}`,
  )
  await tell(meetings, meeting.id, 'receipt', { title: told.join(', ') })
  await settle(meeting)
}

/** Points that a completed agenda brought in time to every member are of the agenda like the others (CDLD L1122-24). */
export async function settle(meeting: Meeting): Promise<void> {
  if (meeting.state !== 'frozen') return
  const late = (await allItems(meeting)).filter(({ list_type }) => list_type === 'late')
  if (late.length === 0) return
  const { last } = await convokedOf(meeting)
  const members = (await seatsOf(meeting)).filter(votes)
  const { compare } = Temporal.PlainDate
  const reached = (await actsOf(meeting)).findLast(
    ({ kind, notices }) =>
      kind === 'supplement' &&
      members.every(({ id }) =>
        notices.some(
          ({ seat_id, received_on }) =>
            seat_id === id && received_on && last && compare(received_on, last) <= 0,
        ),
      ),
  )
  if (reached?.agenda_version) await joinAgenda(meeting, reached.agenda_version)
}
