import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { AgendaLine } from './agenda.ts'
import type { Meeting } from './meeting.ts'
import './tables.ts'

/** A point as a version of the agenda has it. */
export type AgendaVersionLine = Pick<
  AgendaLine,
  'id' | 'position' | 'number' | 'title' | 'reference' | 'list_type' | 'privacy' | 'service_name'
>

/** The agenda as it stood when it was frozen or completed (version de l’ordre du jour). */
export interface AgendaVersion {
  version: number
  made_at: Temporal.Instant
  lines: AgendaVersionLine[]
}

/** Keeps the agenda as it stands now as the version that its meeting bears. */
export async function keepVersion({ id, agenda_version }: Meeting): Promise<void> {
  await sql`
    insert into deliberations.agenda (meeting_id, version, lines)
    select ${id}::uuid, ${agenda_version}::integer, coalesce(jsonb_agg(jsonb_build_object(
      'id', i.id, 'position', i.position, 'number', i.number, 'title', d.title, 'reference', d.reference,
      'list_type', i.list_type, 'privacy', i.privacy, 'service_name', s.name) order by i.position), '[]')
    from deliberations.item i
    join commons.dossier d using (tenant_id, id)
    left join commons.service s on s.tenant_id = d.tenant_id and s.id = d.service_id
    where i.meeting_id = ${id}`.execute(db())
}

/**
 * The version of an agenda that stood at a moment, now unless told; undefined before it was frozen. It holds the closed
 * session: who may read that is for the caller to know.
 */
export async function versionAt(
  meetingId: string,
  moment: Temporal.Instant = Temporal.Now.instant(),
): Promise<AgendaVersion | undefined> {
  return db()
    .selectFrom('deliberations.agenda')
    .select(['version', 'made_at', 'lines'])
    .where('meeting_id', '=', meetingId)
    .where('made_at', '<=', moment)
    .orderBy('version', 'desc')
    .executeTakeFirst()
}

/** The version of an agenda that bears a number. */
export async function versionNumbered(
  meetingId: string,
  version: number,
): Promise<AgendaVersion | undefined> {
  return db()
    .selectFrom('deliberations.agenda')
    .select(['version', 'made_at', 'lines'])
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .executeTakeFirst()
}
