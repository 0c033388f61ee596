import type { Generated } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'

interface EventTable {
  tenant_id: Generated<string>
  id: Generated<string>
  type: string
  subject_id: string | null
  actor_id: string | null
  actor_name: string
  at: Generated<Temporal.Instant>
  data: Generated<EventData>
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

type Subscriber = (event: Event) => Promise<void>

const subscribers = new Map<string, Subscriber[]>()

/** Calls `react` in the transaction of each event of this type: if it throws, nothing happened. */
export function on(type: string, react: Subscriber): void {
  subscribers.set(type, [...(subscribers.get(type) ?? []), react])
}

/** Writes an event into history and tells those who subscribed to it, in the same transaction. */
export async function emit(type: EventType, subjectId: string | null, data: EventData = {}) {
  const who = actor()
  await db()
    .insertInto('kernel.event')
    .values({ type, subject_id: subjectId, actor_id: who.id, actor_name: who.name, data })
    .execute()
  for (const react of subscribers.get(type) ?? []) await react({ type, subjectId, data })
}
