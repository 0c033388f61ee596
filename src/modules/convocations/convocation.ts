import { db } from '#kernel/db'
import { type LegalRule, type Delay, reckon } from '#commons/law'
import { fullName } from '#commons/directory'
import { type Seat, seatsOn, votes } from '#commons/organs'
import { type Reckoning } from '#commons/clock'
import { convocationRule, dayOf, type Meeting, organKind } from '#modules/deliberations'
import { type Standing, standingOf } from './standing.ts'
import type { ActKind, NoticeState, Way } from './tables.ts'
import './tables.ts'

/** Somebody to whom an act was sent. */
export interface Notice {
  id: string
  seat_id: string
  name: string
  way: Way
  address: string
  state: NoticeState
  sent_on: Temporal.PlainDate
  received_on: Temporal.PlainDate | null
  noted_by: string
}

/** An act with those to whom it went. */
export interface Act {
  id: string
  kind: ActKind
  at: Temporal.Instant
  by_name: string
  starts_at: Temporal.Instant
  place: string
  rank: number
  agenda_version: number | null
  urgency: string
  quote: string
  article: string
  last_day: Temporal.PlainDate | null
  subject: string
  body: string
  hash: string
  notices: Notice[]
}

/** What was sent about a meeting, the first first. */
export async function actsOf(meeting: { id: string }): Promise<Act[]> {
  const acts = await db()
    .selectFrom('convocations.act')
    .select(['id', 'kind', 'at', 'by_name', 'starts_at', 'place', 'rank', 'agenda_version'])
    .select(['urgency', 'quote', 'article', 'last_day', 'subject', 'body', 'hash'])
    .where('meeting_id', '=', meeting.id)
    .orderBy('id')
    .execute()
  if (acts.length === 0) return []
  const notices = await db()
    .selectFrom('convocations.notice')
    .select(['id', 'act_id', 'seat_id', 'member as name', 'way', 'address', 'state', 'sent_on'])
    .select(['received_on', 'noted_by'])
    .where(
      'act_id',
      'in',
      acts.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  return acts.map((act) => ({
    ...act,
    notices: notices
      .filter(({ act_id }) => act_id === act.id)
      .map(({ act_id: _act, ...notice }) => notice),
  }))
}

/** The delay of a meeting and how it is reckoned; undefined where no rule is known. */
export interface Deadline {
  rule: LegalRule<Delay>
  reckoning: Reckoning
}

export async function deadlineOf(meeting: Meeting): Promise<Deadline | undefined> {
  const rule = await convocationRule(await organKind(meeting), meeting)
  return rule && { rule, reckoning: reckon(rule, dayOf(meeting)) }
}

/** Who sits in the organ on the day of a meeting. */
export const seatsOf = (meeting: Meeting): Promise<Seat[]> =>
  seatsOn(meeting.organ_id, dayOf(meeting))

/** Whether the organ of a meeting is convoked, by what its members received. */
export async function convokedOf(
  meeting: Meeting,
  known?: { acts: readonly Act[]; seats: readonly Seat[]; deadline: Deadline | undefined },
): Promise<Standing> {
  const { acts, seats, deadline } = known ?? {
    acts: await actsOf(meeting),
    seats: await seatsOf(meeting),
    deadline: await deadlineOf(meeting),
  }
  return standingOf(
    {
      day: dayOf(meeting),
      starts_at: meeting.starts_at,
      place: meeting.place,
      last: deadline?.reckoning.date ?? null,
    },
    seats.filter(votes).map((seat) => ({ id: seat.id, name: fullName(seat) })),
    acts.flatMap((act) =>
      act.notices.map((notice) => ({
        ...notice,
        ...{ kind: act.kind, starts_at: act.starts_at, place: act.place, urgency: act.urgency },
        day: dayOf(act),
      })),
    ),
  )
}
