import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { formatDate, formatDateTime, timeZone } from '#kernel/i18n'
import { emptyText, type RichText } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { isPast } from '#commons/clock'
import { applied, type OrganKind, reckon } from '#commons/law'
import { agent, directorGeneral, mayor } from '#commons/directory'
import { type Dossier, create, kind, readMany } from '#commons/dossiers'
import { giveNumber, referencesOf, type Rule, rulesOf, type Series } from '#commons/numbering'
import { awaitedBy, change, enforceMany } from '#commons/workflow'
import { type Item, items } from './item.ts'
import { ensureStands, organ, organs, seatedOn } from '#commons/organs'
import { secretariat } from './role.ts'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

export interface MeetingColumns {
  organ_id: string
  starts_at: Temporal.Instant
  /** Which of those of its organ on its day it is, from 1, in the order in which they were planned. */
  of_day: number
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

const verbs = ['attendance', 'document', 'hours', 'import', 'movement', 'unmovement'] as const

export const meetings = kind<MeetingColumns, (typeof verbs)[number]>({
  name: 'deliberations.meeting',
  verbs,
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
  // Its place, and who sits.
  body: async (some) => {
    const names = await seatedOn(some.map((one) => ({ organId: one.organ_id, day: dayOf(one) })))
    return (one) => [one.place, ...names({ organId: one.organ_id, day: dayOf(one) })].join('\n')
  },
})

/** The kind of the organ of a meeting, by which the law finds its rules. */
export async function organKind({ organ_id }: Pick<Meeting, 'organ_id'>): Promise<OrganKind> {
  const found = (await organs()).find(({ id }) => id === organ_id)
  return (found ?? (await organ(organ_id))).kind
}

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

/**
 * Whether what is presented now is outside the agenda of the convocation: that is frozen, or it was, and the last day to
 * convoke has passed since (CDLD L1122-13, L1122-24).
 */
export async function isLate(meeting: Meeting): Promise<boolean> {
  if (meeting.state !== 'created') return true
  if (meeting.number === null) return false
  const last = await convocationDay(await organKind(meeting), dayOf(meeting))
  return last !== null && isPast(last)
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
  const on = dayOf({ starts_at: plan.startsAt })
  await ensureStands(plan.organId, 'organ_id', on)
  const others = await meetingsOn(plan.organId, on, true)
  if (others.some((one) => one.starts_at.equals(plan.startsAt)))
    throw Invalid.field('starts_at', 'deliberations.meeting.taken', { organ: body.name })
  // The title is part of the act, in the language of the authority; it tells a second one of the day apart.
  const day = inItsLanguage(() =>
    others.length === 0 ? formatDate(on) : formatDateTime(plan.startsAt),
  )
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
      of_day: Math.max(0, ...others.map(({ of_day }) => of_day)) + 1,
      place: plan.place,
      assembly: plan.assembly ?? emptyText,
    },
  )
}

/** Whether an organ has a meeting at that very time. */
export const meetsAt = async (organId: string, startsAt: Temporal.Instant): Promise<boolean> =>
  (await meetingsOn(organId, dayOf({ starts_at: startsAt }))).some((one) =>
    one.starts_at.equals(startsAt),
  )

/** The meetings of an organ on a day; where one plans, whoever plans another one waits. */
async function meetingsOn(organId: string, day: Temporal.PlainDate, isPlanning = false) {
  if (isPlanning)
    await sql`select from commons.organ where id = ${organId} for no key update`.execute(db())
  const { rows } = await sql<Pick<Meeting, 'starts_at' | 'of_day'>>`
    select starts_at, of_day from deliberations.meeting
    where organ_id = ${organId} and (starts_at at time zone ${timeZone})::date = ${day}`.execute(
    db(),
  )
  return rows
}

/**
 * Freezes the agenda (séance gelée): the meeting gets its number, points their references; from here
 * on, a point that is presented is late. CDLD L1122-13.
 */
export async function freeze(meeting: Meeting): Promise<Meeting> {
  const body = await organ(meeting.organ_id)
  const { number, reference, rule } = await numberOf(meeting, body.acronym)
  const frozen = await change(meetings, meetingWorkflow, meeting, 'freeze', {
    patch: { number, reference, due_on: dayOf(meeting) },
  })
  const referenceAt = await itemReference(body.acronym, frozen, rule)
  const steps = (await allItems(meeting)).map((dossier) => ({
    dossier,
    patch: { reference: referenceAt(dossier.position ?? 0) },
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
  const ids = sql<string[]>`array(select id from deliberations.item where meeting_id = ${meeting.id}
    union select unnest(${besides}::uuid[]))`
  return actAs(system, () => readMany(items, ids, { lock: true }))
}

/** Who is numbered apart in both series. */
const organWord = { organ: 'deliberations.number.organ' } as const

/** Meetings of an organ, from 1 each year, unless the authority wants it otherwise. */
export const meetingNumbers: Series = {
  name: 'deliberations.meeting',
  label: 'deliberations.number.meetings',
  words: organWord,
  per: 'organ',
  initial: { pattern: '{organ}/{year}/{number}', restarts: 'year' },
  counters: async () =>
    (await organs()).map(({ id, name, acronym }) => {
      return { scope: id, name, words: { organ: acronym } }
    }),
}

/** Points of an agenda, by their place on it: « CC/20260625-3 ». */
export const itemNumbers: Series = {
  name: 'deliberations.item',
  label: 'deliberations.number.items',
  words: { ...organWord, meeting: 'deliberations.number.meeting' },
  places: [
    ['organ', 'meeting'],
    ['date', 'meeting'],
  ],
  initial: { pattern: '{organ}/{date}-{number}', restarts: 'never' },
}

/** How points of a frozen agenda are named by their places: as the authority wanted it when the meeting got its number. */
export async function itemReference(
  acronym: string,
  meeting: Meeting,
  rule?: Rule,
): Promise<(position: number) => string> {
  const words = { organ: acronym, meeting: meeting.reference }
  return referencesOf(
    itemNumbers,
    { words, day: dayOf(meeting), ofDay: meeting.of_day, ...(rule && { rule }) },
    { series: meetingNumbers, reference: meeting.reference },
  )
}

interface Numbered {
  number: number
  reference: string
  rule?: Rule
}

/**
 * The number of a meeting and its reference: those that it had, where its agenda was frozen before; else new ones, and how
 * its points are named from now on.
 */
async function numberOf(meeting: Meeting, acronym: string): Promise<Numbered> {
  const { number, reference } = meeting
  if (number !== null) return { number, reference }
  const rules = await rulesOf([meetingNumbers, itemNumbers])
  const what = { scope: meeting.organ_id, words: { organ: acronym }, day: dayOf(meeting) }
  const given = await giveNumber(meetingNumbers, { ...what, rule: rules(meetingNumbers) })
  return { ...given, rule: rules(itemNumbers) }
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

/** Lifts the sitting for want of quorum (séance levée): what is not decided is put off. CDLD L1122-17. */
export async function lift(meeting: Meeting): Promise<Meeting> {
  const patch = { closed_at: Temporal.Now.instant(), due_on: null }
  const lifted = await change(meetings, meetingWorkflow, meeting, 'lift', { patch })
  const undecided = (await allItems(meeting)).filter(({ state }) => state === 'frozen')
  await enforceMany(
    items,
    itemWorkflow,
    'lapse',
    undecided.map((dossier) => ({ dossier })),
  )
  return lifted
}

/** Closes the meeting, once every point is decided: from here on nothing of it changes. */
export function close(meeting: Meeting): Promise<Meeting> {
  const patch = { closed_at: Temporal.Now.instant(), due_on: null }
  return change(meetings, meetingWorkflow, meeting, 'close', { patch })
}
