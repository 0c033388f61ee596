import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { refreshMany } from '#commons/dossiers'
import { decidedStates, items } from '#modules/deliberations'

/**
 * Veils what is decided in meetings that are not closed, where their organ hides it while it is written, and unveils all else
 * (C13). What is found of each follows.
 */
async function veilAgain(among: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update deliberations.item i set veiled = w.veiled
    from (select i.id, m.id is not null and r.state = 'decided' and d.state = any(${[...decidedStates]}::text[])
        and coalesce((select p.hides from practices.practice p join commons.dossier q using (tenant_id, id)
          where p.organ_id = i.organ_id and q.state = 'used'), false) as veiled
      from deliberations.item i join commons.dossier d using (tenant_id, id)
      left join deliberations.meeting m on m.id = i.meeting_id
      left join commons.dossier r on r.id = m.id
      where ${among}) w
    where i.id = w.id and i.veiled <> w.veiled returning i.id`.execute(db())
  await actAs(system, () => refreshMany(items, rows))
}

const idsOf = (events: readonly Event[]) => events.flatMap(({ subjectId }) => subjectId ?? [])

/** Points were decided, or taken back. */
export const veilItems = (events: readonly Event[]): Promise<void> =>
  veilAgain(sql`i.id = any(${idsOf(events)}::uuid[])`)

/** Meetings were opened, closed, or opened again. */
export const veilMeetings = (events: readonly Event[]): Promise<void> =>
  veilAgain(sql`i.meeting_id = any(${idsOf(events)}::uuid[])`)

/** An organ does otherwise from now on: in its meetings that go on, too. */
export const followPractice = (organId: string): Promise<void> =>
  veilAgain(sql`i.organ_id = ${organId} and (i.veiled or r.state = 'decided')`)

/** The practice of an organ was ended, or holds again. */
export const practiceFollowed = (events: readonly Event[]): Promise<void> =>
  veilAgain(sql`(i.veiled or r.state = 'decided') and i.organ_id = any(array(
    select p.organ_id from practices.practice p where p.id = any(${idsOf(events)}::uuid[])))`)
