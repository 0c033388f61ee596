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
export async function emit(type: string, subjectId: string | null, data: EventData = {}) {
  const who = actor()
  await db()
    .insertInto('kernel.event')
    .values({ type, subject_id: subjectId, actor_id: who.id, actor_name: who.name, data })
    .execute()
  for (const react of subscribers.get(type) ?? []) await react({ type, subjectId, data })
}
