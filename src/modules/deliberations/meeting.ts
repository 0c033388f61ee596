import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { formatDate, timeZone } from '#kernel/i18n'
import { emptyText, type RichText } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { applied, type OrganKind, reckon } from '#commons/law'
import { agent, directorGeneral, mayor } from '#commons/directory'
import { type Dossier, create, kind, readMany } from '#commons/dossiers'
import { awaitedBy, change, enforceMany } from '#commons/workflow'
import { presentedIds } from './agenda.ts'
import { type Item, items } from './item.ts'
import { organ, organs } from './organ.ts'
import { secretariat } from './role.ts'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

export interface MeetingColumns {
  organ_id: string
  starts_at: Temporal.Instant
  place: string
  /** Within the year, given when the agenda is frozen. */
  number: number | null
  opened_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
  /** Who was there, as an imported meeting tells it: rich text. */
  assembly: RichText
}

/** A meeting of an organ (séance). */
export type Meeting = Dossier<MeetingColumns>

export const meetingPath = ({ id }: { id: string }) => `/deliberations/meetings/${id}`

export const meetings = kind<MeetingColumns, 'document' | 'import'>({
  name: 'deliberations.meeting',
  verbs: ['document', 'import'],
  table: 'deliberations.meeting',
  path: (id) => meetingPath({ id }),
  // Its date is for the whole house; each point says for itself who may read it.
  readers: ({ organ_id }) => [
    agent.principal,
    secretariat.principal,
    directorGeneral.principal,
    mayor.principal,
    `organ:${organ_id}`,
  ],
  awaits: (meeting) => awaitedBy(meetingWorkflow, meeting),
  body: ({ place }) => place,
})

/** The day of a meeting, in the authority's time. */
export const dayOf = ({ starts_at }: Pick<Meeting, 'starts_at'>) =>
  starts_at.toZonedDateTimeISO(timeZone).toPlainDate()

/** The delay of the convocation (CDLD L1122-13). */
export const convocation = applied(
  'council.convocation',
  'delay',
  'deliberations.applies.convocation',
)

/** The last day to convoke an organ that meets on a day (CDLD L1122-13); null where no rule is known. */
async function convocationDay(
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<Temporal.PlainDate | null> {
  const rule = await convocation.on(kind, day)
  return rule ? reckon(rule, day).date : null
}

/** Plans a meeting. Throws `Invalid` where the organ already meets at that very time. */
export async function planMeeting(plan: {
  organId: string
  startsAt: Temporal.Instant
  place: string
  assembly?: RichText
}): Promise<Meeting> {
  const body = (await organs()).find(({ id }) => id === plan.organId)
  if (!body) throw Invalid.field('organ_id', 'http.field.choose')
  if (await meetsAt(plan.organId, plan.startsAt))
    throw Invalid.field('starts_at', 'deliberations.meeting.taken', { organ: body.name })
  // The title is part of the act, in the language of the authority.
  const day = inItsLanguage(() => formatDate(dayOf({ starts_at: plan.startsAt })))
  const on = dayOf({ starts_at: plan.startsAt })
  return create(
    meetings,
    {
      title: `${body.name} du ${day}`,
      state: meetingWorkflow.initial,
      due_on: (await convocationDay(body.kind, on)) ?? on,
    },
    {
      organ_id: plan.organId,
      starts_at: plan.startsAt,
      place: plan.place,
      assembly: plan.assembly ?? emptyText,
    },
  )
}

/** Whether an organ has a meeting at that very time. */
export async function meetsAt(organId: string, startsAt: Temporal.Instant): Promise<boolean> {
  const taken = await db()
    .selectFrom('deliberations.meeting')
    .select('id')
    .where('organ_id', '=', organId)
    .where('starts_at', '=', startsAt)
    .executeTakeFirst()
  return taken !== undefined
}

/**
 * Freezes the agenda (séance gelée): the meeting gets its number, points their references; from here
 * on, a point that is presented is late. CDLD L1122-13.
 */
export async function freeze(meeting: Meeting): Promise<Meeting> {
  const body = await organ(meeting.organ_id)
  const number = meeting.number ?? (await nextNumber(meeting))
  const frozen = await change(meetings, meetingWorkflow, meeting, 'freeze', {
    patch: {
      number,
      reference: `${body.acronym}/${dayOf(meeting).year}/${number}`,
      due_on: dayOf(meeting),
    },
  })
  const steps = (await allItems(meeting)).map((dossier) => ({
    dossier,
    patch: { reference: itemReference(body.acronym, meeting, dossier.position ?? 0) },
  }))
  await enforceMany(items, itemWorkflow, 'freeze', steps)
  return frozen
}

/**
 * All points of a meeting, locked: what befalls it befalls each of them, whoever may read which. Whoever locks
 * a meeting and points locks the meeting first.
 */
export function allItems(
  meeting: { id: string },
  besides: readonly string[] = [],
): Promise<Item[]> {
  return actAs(system, async () =>
    readMany(items, [...(await presentedIds(meeting)), ...besides], { lock: true }),
  )
}

/** « CC/20260625-3 » */
export const itemReference = (acronym: string, meeting: Meeting, position: number) =>
  `${acronym}/${dayOf(meeting).toString().replaceAll('-', '')}-${position}`

/** The number after the last one of the organ in that year. Two agendas frozen at once wait. */
async function nextNumber(meeting: Meeting): Promise<number> {
  const year = dayOf(meeting).year
  await sql`select 1 from deliberations.organ where id = ${meeting.organ_id} for update`.execute(
    db(),
  )
  const row = await db()
    .selectFrom('deliberations.meeting')
    .select((e) => e.fn.coalesce(e.fn.max('number'), e.lit(0)).as('last'))
    .where('organ_id', '=', meeting.organ_id)
    .where(sql<number>`extract(year from starts_at at time zone ${timeZone})`, '=', year)
    .executeTakeFirstOrThrow()
  return Number(row.last) + 1
}

/** Opens the agenda again; points keep their place and reference. */
export async function unfreeze(meeting: Meeting): Promise<Meeting> {
  const open = await change(meetings, meetingWorkflow, meeting, 'unfreeze')
  const steps = (await allItems(meeting)).map((dossier) => ({ dossier }))
  await enforceMany(items, itemWorkflow, 'unfreeze', steps)
  return open
}

/** Opens the sitting (séance ouverte): from here on the organ votes and decides. */
export function openSitting(meeting: Meeting): Promise<Meeting> {
  const patch = { opened_at: Temporal.Now.instant() }
  return change(meetings, meetingWorkflow, meeting, 'decide', { patch })
}

/** Closes the meeting, once every point is decided: from here on nothing of it changes. */
export function close(meeting: Meeting): Promise<Meeting> {
  const patch = { closed_at: Temporal.Now.instant(), due_on: null }
  return change(meetings, meetingWorkflow, meeting, 'close', { patch })
}
