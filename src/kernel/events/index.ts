import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { asRows, db } from '#kernel/db'

interface EventTable {
  tenant_id: Generated<string>
  id: Generated<string>
  type: string
  subject_id: string | null
  actor_id: string | null
  actor_name: string
  at: Generated<Temporal.Instant>
  data: Generated<EventData>
  /** The principals who may read it, as a dossier names them when it is written. */
  readers: Generated<string[]>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.event': EventTable
  }
}

export type EventData = Record<string, unknown>

/** What may happen, as it was declared: `folder.thing.verb`. */
export type EventType = string & { readonly event: unique symbol }

/** What may happen, and whether to a dossier. */
const declared = new Map<string, boolean>()
/** The folders of the house that stands. */
const standing = new Set<string>()

/**
 * Declares what may happen. Done where a file is loaded, by kinds and workflows for all their verbs; throws
 * where the house of its folder stands already. What happens to no dossier stands in no history, and needs
 * no words there.
 */
export function event(type: string, { toDossier = true } = {}): EventType {
  if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){2}$/.test(type))
    throw new Error(`An event is called folder.thing.verb, not ${type}`)
  if (!declared.has(type) && standing.has(type.split('.')[0] ?? ''))
    throw new Error(`The event ${type} is declared late: declare it where its file is loaded`)
  declared.set(type, toDossier)
  return type as EventType // The brand says that it was declared.
}

/** The event of this name. Throws where nobody declared it. */
export function eventNamed(type: string): EventType {
  if (!declared.has(type)) throw new Error(`Nobody declared the event ${type}`)
  return type as EventType // Only `event` puts it there.
}

/** All that may happen in the house. */
export const declaredEvents = () => [...declared].map(([type, toDossier]) => ({ type, toDossier }))

/** Closes the list of what may happen in these folders: their house stands. */
export function closeEvents(folders: readonly string[]): void {
  for (const folder of folders) standing.add(folder)
}

/** Something that happened to a dossier. */
export interface Event {
  /** `folder.thing.verb`: `deliberations.meeting.freeze`. */
  type: string
  subjectId: string | null
  data: EventData
}

/** What is done about events of one type that happen at once; one alone is a list of one. */
export type Reaction = (events: readonly Event[]) => Promise<void>

const subscribers = new Map<string, Reaction[]>()

/** Calls `react` in the transaction of events of this type: if it throws, nothing happened. */
export function on(type: string, react: Reaction): void {
  subscribers.set(type, [...(subscribers.get(type) ?? []), react])
}

/** To what something happened, and what is to be said of it. */
export interface Deed {
  subjectId: string | null
  data?: EventData | undefined
}

/**
 * Writes events of a type into history, in one statement and in this order, then tells those who react,
 * in the same transaction.
 */
export async function emitMany(type: EventType, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return
  const who = actor()
  const rows = deeds.map(({ subjectId, data = {} }) => ({ subject: subjectId, data }))
  await sql`
    insert into kernel.event (type, subject_id, actor_id, actor_name, data)
    select ${type}, subject, ${who.id}::uuid, ${who.name}, data
    from jsonb_to_recordset(${asRows(rows)}) as e (subject uuid, data jsonb)`.execute(db())
  const events = deeds.map(({ subjectId, data = {} }) => ({ type, subjectId, data }))
  for (const react of subscribers.get(type) ?? []) await react(events)
}

/** Writes one event. */
export const emit = (
  type: EventType,
  subjectId: string | null,
  data: EventData = {},
): Promise<void> => emitMany(type, [{ subjectId, data }])
