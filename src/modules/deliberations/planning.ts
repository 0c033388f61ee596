import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { formatDate, formatDateTime, t, timeZone } from '#kernel/i18n'
import { emptyText, type RichText } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { isPast } from '#commons/clock'
import { create, readMany, write } from '#commons/dossiers'
import { ensureStands, type Organ, organ, organs } from '#commons/organs'
import { announcers } from './around-meeting.ts'
import { convocationDay } from './convoking.ts'
import { numberOf } from './meeting-steps.ts'
import { dayOf, hasOpened, isOver, type Meeting, meetings } from './meeting.ts'
import { renumber } from './order.ts'
import { meetingWorkflow } from './workflow.ts'

/** What is planned. */
interface Plan {
  organId: string
  startsAt: Temporal.Instant
  place: string
  assembly?: RichText
  /** It was held already, and is written here after (séance encodée après coup). */
  held?: boolean
  /** The meeting that it repeats for want of quorum. */
  repeats?: Meeting
}

/**
 * Plans a meeting. Throws `Invalid` where the organ already meets at that very time, and where that time is over unless it
 * is said to be held.
 */
export async function planMeeting(plan: Plan): Promise<Meeting> {
  const body = (await organs()).find(({ id }) => id === plan.organId)
  if (!body) throw Invalid.field('organ_id', 'http.field.choose')
  const on = dayOf({ starts_at: plan.startsAt })
  if (isPast(on) && !plan.held) throw Invalid.field('starts_at', 'deliberations.meeting.over')
  if (!isPast(on) && plan.held) throw Invalid.field('held', 'deliberations.meeting.to_come')
  await ensureStands(plan.organId, 'organ_id', on)
  const rank = plan.repeats ? plan.repeats.rank + 1 : 1
  const when = await timeOf(body, plan.startsAt)
  return create(
    meetings,
    {
      title: when.title,
      state: meetingWorkflow.initial,
      due_on: await dueDay(body, { rank, starts_at: plan.startsAt, noted_after: isPast(on) }),
    },
    {
      organ_id: plan.organId,
      starts_at: plan.startsAt,
      of_day: when.of_day,
      place: plan.place,
      assembly: plan.assembly ?? emptyText,
      noted_after: isPast(on),
      rank,
      repeats_id: plan.repeats?.id ?? null,
    },
  )
}

/** On what day something is to be done for a meeting whose organ is not convoked: by the law, or its own. */
async function dueDay(
  { kind }: Pick<Organ, 'kind'>,
  meeting: Pick<Meeting, 'rank' | 'starts_at' | 'noted_after'>,
): Promise<Temporal.PlainDate> {
  const last = meeting.noted_after ? null : await convocationDay(kind, meeting)
  return last ?? dayOf(meeting)
}

/** Where on its day a meeting stands, and how it is called. Throws `Invalid` where the organ meets then. */
async function timeOf(
  body: Pick<Organ, 'id' | 'name'>,
  startsAt: Temporal.Instant,
  besides?: string,
): Promise<{ title: string; of_day: number }> {
  const on = dayOf({ starts_at: startsAt })
  const others = (await meetingsOn(body.id, on, true)).filter(({ id }) => id !== besides)
  if (others.some((one) => one.cancelled_at === null && one.starts_at.equals(startsAt)))
    throw Invalid.field('starts_at', 'deliberations.meeting.taken', { organ: body.name })
  // The title is part of the act, in the language of the authority; it tells a second one of the day apart.
  const title = inItsLanguage(() =>
    t('deliberations.meeting.titled', {
      organ: body.name,
      day: others.length === 0 ? formatDate(on) : formatDateTime(startsAt),
    }),
  )
  return {
    title,
    of_day: Math.max(0, ...others.map(({ of_day }) => of_day)) + 1,
  }
}

/** When and where a meeting is to be held, and why that changes. */
export interface Arrangement {
  startsAt: Temporal.Instant
  place: string
  /** Asked for once the organ was convoked. */
  reason: string
  /** Why the delay of the law is not kept. */
  urgency: string
}

/**
 * Changes day, hour or place of a meeting that is not opened yet: freely before its organ is convoked; after that with a
 * reason, and those who were convoked are told. What follows from its day is reckoned anew, its number too where it is
 * moved to another year.
 */
export async function rearrange(meeting: Meeting, to: Arrangement): Promise<Meeting> {
  ensure(!isOver(meeting) && !hasOpened(meeting), Conflict, 'deliberations.meeting.begun')
  if (to.startsAt.equals(meeting.starts_at) && to.place === meeting.place) return meeting
  const on = dayOf({ starts_at: to.startsAt })
  if (isPast(on) !== meeting.noted_after)
    throw Invalid.field(
      'starts_at',
      meeting.noted_after ? 'deliberations.meeting.to_come' : 'deliberations.meeting.over',
    )
  // What prepares a meeting comes before it (B11).
  if (meeting.prepared_at && Temporal.Instant.compare(meeting.prepared_at, to.startsAt) > 0)
    throw Invalid.field('starts_at', 'deliberations.meeting.prepared_first', {
      when: formatDateTime(meeting.prepared_at),
    })
  if (meeting.convoked_at && !to.reason)
    throw Invalid.field('reason', 'deliberations.meeting.reason_needed')
  await ensureStands(meeting.organ_id, 'starts_at', on)
  const body = await organ(meeting.organ_id)
  const when = await timeOf(body, to.startsAt, meeting.id)
  const moved = { ...meeting, starts_at: to.startsAt }
  const { number, reference } = meeting.number ? await numberOf(meeting, body.acronym, on) : meeting
  const renamed = reference !== meeting.reference && `${meeting.reference} → ${reference}`
  const changed = await write(
    meetings,
    meeting,
    {
      ...{ title: when.title, number, reference },
      starts_at: to.startsAt,
      of_day: on.equals(dayOf(meeting)) ? meeting.of_day : when.of_day,
      place: to.place,
      due_on: meeting.convoked_at ? on : await dueDay(body, moved),
    },
    'rearrange',
    {
      title: [`${spoken(meeting)} → ${spoken({ ...moved, place: to.place })}`, renamed, to.reason]
        .filter(Boolean)
        .join(' · '),
    },
  )
  await renumber(changed)
  const { reason, urgency } = to
  for (const announce of announcers.all())
    await announce({ meeting: changed, before: meeting, what: 'rearranged', reason, urgency })
  return changed
}

/** What the form of day, hour and place is made from. */
export const standingTime = ({ starts_at, place }: Meeting): unknown => [starts_at, place]

const spoken = ({ starts_at, place }: Pick<Meeting, 'starts_at' | 'place'>): string =>
  inItsLanguage(() => [formatDateTime(starts_at), place].filter(Boolean).join(', '))

/** Whether an organ has a meeting at that very time. */
export const meetsAt = async (organId: string, startsAt: Temporal.Instant): Promise<boolean> =>
  (await meetingsOn(organId, dayOf({ starts_at: startsAt }))).some(
    (one) => one.cancelled_at === null && one.starts_at.equals(startsAt),
  )

/** The meetings of an organ on a day; where one plans, whoever plans another one waits. */
async function meetingsOn(organId: string, day: Temporal.PlainDate, isPlanning = false) {
  if (isPlanning)
    await sql`select from commons.organ where id = ${organId} for no key update`.execute(db())
  const { rows } = await sql<Pick<Meeting, 'id' | 'starts_at' | 'of_day' | 'cancelled_at'>>`
    select id, starts_at, of_day, cancelled_at from deliberations.meeting
    where organ_id = ${organId} and (starts_at at time zone ${timeZone})::date = ${day}`.execute(
    db(),
  )
  return rows
}

/** The next meeting of an organ to come whose agenda is still open, after one; it is locked. Undefined where none is planned. */
export async function nextMeeting(after: Meeting): Promise<Meeting | undefined> {
  const next = sql<
    string[]
  >`array(select m.id from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    where m.organ_id = ${after.organ_id} and m.starts_at > ${after.starts_at} and d.state = 'created' and not m.noted_after
    order by m.starts_at fetch first row only)`
  const [found] = await actAs(system, () => readMany(meetings, next, { lock: true }))
  return found
}
