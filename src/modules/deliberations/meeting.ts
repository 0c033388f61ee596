import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { timeZone } from '#kernel/i18n'
import { slot } from '#kernel/module'
import type { RichText } from '#kernel/richtext'
import type { OrganKind } from '#commons/law'
import { agent, directorGeneral, mayor } from '#commons/directory'
import { type Dossier, kind, readMany } from '#commons/dossiers'
import { referencesOf, type Rule, rulesOf, type Series } from '#commons/numbering'
import { awaitedBy } from '#commons/workflow'
import { type Item, items } from './item.ts'
import { type Organ, organ, organs, seatedOn } from '#commons/organs'
import { secretariat } from './role.ts'
import { meetingWorkflow } from './workflow.ts'

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
  /** When its organ was first convoked here. */
  convoked_at: Temporal.Instant | null
  /** It was held before it was written here: what the law asks before a meeting was done elsewhere, or was not. */
  noted_after: boolean
  /** First, second or third convocation for want of quorum (CDLD L1122-17). */
  rank: number
  /** The meeting without quorum that it repeats. */
  repeats_id: string | null
  cancelled_at: Temporal.Instant | null
  /** It ended for want of quorum. */
  lifted: boolean
  /** Of its agenda, the last that was frozen or completed; 0 while there is none. */
  agenda_version: number
  /** When and where it is prepared, before it (réunion préparatoire). */
  prepared_at: Temporal.Instant | null
  prepared_place: string
}

/** A meeting of an organ (séance). */
export type Meeting = Dossier<MeetingColumns>

export const meetingPath = ({ id }: { id: string }) => `/deliberations/meetings/${id}`

const verbs = [
  'attendance',
  'brief',
  'complete',
  'convoke',
  'document',
  'film',
  'hours',
  'import',
  'incident',
  'movement',
  'number',
  'presence',
  'proxy',
  'rearrange',
  'receipt',
  'reconvene',
  'resend',
  'unincident',
  'unmovement',
  'unproxy',
] as const

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

/** The organ of a meeting, known once a transaction. */
export const organOf = ({ organ_id }: Pick<Meeting, 'organ_id'>): Promise<Organ> => organ(organ_id)

/** The kind of the organ of a meeting, by which the law finds its rules. */
export const organKind = async (meeting: Pick<Meeting, 'organ_id'>): Promise<OrganKind> =>
  (await organOf(meeting)).kind

/** The states in which nothing of a meeting changes any more. */
export const overStates: readonly string[] = ['closed', 'cancelled']
export const isOver = ({ state }: Pick<Meeting, 'state'>): boolean => overStates.includes(state)

/** Whether its sitting was opened; of one that is noted afterwards nobody may know at what hour. */
export const hasOpened = ({ opened_at, state }: Pick<Meeting, 'opened_at' | 'state'>): boolean =>
  opened_at !== null || state === 'decided' || state === 'closed'

/** The day of a meeting, in the authority's time. */
export const dayOf = ({ starts_at }: Pick<Meeting, 'starts_at'>) =>
  starts_at.toZonedDateTimeISO(timeZone).toPlainDate()

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
  words: {
    ...organWord,
    meeting: 'deliberations.number.meeting',
    continued: 'deliberations.number.continued',
  },
  places: [
    ['organ', 'meeting'],
    ['date', 'meeting'],
  ],
  initial: { pattern: '{organ}/{date}-{number}', restarts: 'never' },
}

/** The numbers of points that go on from meeting to meeting, told by who counts on; empty where none are given. */
export const continuedNumbers =
  slot<(meeting: Meeting) => Promise<ReadonlyMap<string, string>>>('deliberations-continued')

/** The numbers of the points of a meeting that go on from the one before, by point. */
export async function continuedIn(meeting: Meeting): Promise<ReadonlyMap<string, string>> {
  const told = await Promise.all(continuedNumbers.all().map((of) => of(meeting)))
  return new Map(told.flatMap((one) => [...one]))
}

/** How points of a frozen agenda are named by their numbers: as the authority wanted it when the meeting got its number. */
export async function itemReference(
  acronym: string,
  meeting: Meeting,
  rule?: Rule,
): Promise<(point: { id: string; number: string | null }) => string> {
  const words = { organ: acronym, meeting: meeting.reference }
  const given = { series: meetingNumbers, reference: meeting.reference }
  const holds = rule ?? (await rulesOf([itemNumbers], given))(itemNumbers)
  const continued = holds.pattern.includes('{continued}')
    ? await continuedIn(meeting)
    : new Map<string, string>()
  const written = await referencesOf(itemNumbers, {
    ...{ words, day: dayOf(meeting), ofDay: meeting.of_day, rule: holds },
  })
  return ({ id, number }) => written(number ?? '', { continued: continued.get(id) ?? '' })
}
