import { type Generated, sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import type { RichText } from '#kernel/richtext'
import { type Seal, write, sealDossiers } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import { items, type Meeting, meetings } from '#modules/deliberations'
import type { RemoteAttendee } from './types.ts'

/** What is kept of a dossier that was held elsewhere, besides what it says here. */
export interface Past {
  /** As it was printed: « 6.1 ». */
  number: string
  /** Its state there. */
  state: string
  texts: { field: string; html: RichText }[]
  attendees: RemoteAttendee[]
  advisers: string[]
}

declare module '#kernel/db' {
  interface Tables {
    'plonemeeting.past': Past & { tenant_id: Generated<string>; dossier_id: string }
  }
}

/** Seals dossiers: from now on nothing rewrites them. */
export async function seal(some: readonly (Past & { id: string })[]): Promise<void> {
  await sql`
    insert into plonemeeting.past (dossier_id, number, state, texts, attendees, advisers)
    select id, number, state, texts, attendees, advisers
    from jsonb_to_recordset(${asRows(some)})
      as p (id uuid, number text, state text, texts jsonb, attendees jsonb, advisers jsonb)`.execute(
    db(),
  )
  await sealDossiers(some.map(({ id }) => id))
}

/** What is kept of a dossier that was held elsewhere; undefined of others. The caller has made sure that it may be seen. */
export const pastOf = (id: string): Promise<Past | undefined> =>
  db()
    .selectFrom('plonemeeting.past')
    .select(['number', 'state', 'texts', 'attendees', 'advisers'])
    .where('dossier_id', '=', id)
    .executeTakeFirst()

/** Meetings that were held elsewhere, and their points, are rewritten by nobody. */
export const heldElsewhere: Seal = {
  kinds: [items.name, meetings.name],
  says: 'plonemeeting.held.sealed',
}

/** What stands in the way of opening one again, where a page would offer it. */
export const sealedObstacle = async ({ sealed }: { sealed: boolean }): Promise<Obstacle | null> =>
  sealed ? { key: heldElsewhere.says } : null

/** Closes a meeting as it was, its points decided; its history says whence it came. */
export async function closeAsHeld(
  meeting: Meeting,
  told: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  await write(meetings, meeting, { state: 'closed', due_on: null }, 'import', told)
}
