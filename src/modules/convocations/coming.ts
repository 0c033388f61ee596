import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t, timeZone } from '#kernel/i18n'
import { today } from '#commons/clock'
import { seen } from '#commons/dossiers'
import { cite, type OrganKind, reckon } from '#commons/law'
import type { Coming, DueReason } from '#commons/tasks'
import { stateName } from '#commons/workflow'
import { delayRule, dayOf, meetingPath, meetings, overStates } from '#modules/deliberations'

interface Ahead {
  id: string
  organ: string
  state: string
  place: string
  starts_at: Temporal.Instant
  items: number
}

/** The next meetings that the one who acts may see, today's too, with the points that they may read. */
export async function nextMeetings(): Promise<Coming[]> {
  const from = today().toZonedDateTime(timeZone).toInstant()
  const { rows } = await sql<Ahead>`
    select d.id, d.state, o.name as organ, m.starts_at, m.place,
      (select count(*)::int from deliberations.item i
       join commons.dossier d using (tenant_id, id)
       where i.tenant_id = m.tenant_id and i.meeting_id = m.id and ${seen()}) as items
    from deliberations.meeting m join commons.dossier d using (tenant_id, id)
    join commons.organ o on (o.tenant_id, o.id) = (m.tenant_id, m.organ_id)
    where m.starts_at >= ${from} and d.state <> all(${[...overStates]}::text[]) and ${seen()}
    order by m.starts_at limit 5`.execute(db())
  return rows.map(({ id, organ, state, place, starts_at, items }) => ({
    title: organ,
    href: meetingPath({ id }),
    at: starts_at,
    facts: [
      place,
      t('convocations.coming.items', { count: items }),
      stateName(meetings.name, state),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
}

interface Due {
  id: string
  kind: OrganKind
  starts_at: Temporal.Instant
  rank: number
}

/** A meeting is due on the last day to convoke its organ, by the law, or on its own day. */
export const meetingDue: DueReason = {
  kind: meetings.name,
  of: async (due) => {
    const rows = await db()
      .selectFrom('deliberations.meeting as m')
      .innerJoin('commons.organ as o', (join) =>
        join.onRef('o.tenant_id', '=', 'm.tenant_id').onRef('o.id', '=', 'm.organ_id'),
      )
      .select(['m.id', 'm.starts_at', 'm.rank', 'o.kind'])
      .where(
        'm.id',
        'in',
        due.map(({ id }) => id),
      )
      .execute()
    const days = new Map(due.map(({ id, due_on }) => [id, due_on]))
    return new Map(
      await Promise.all(
        rows.map(async (row) => [row.id, await reasonOf(row, days.get(row.id))] as const),
      ),
    )
  },
}

async function reasonOf({ kind, starts_at, rank }: Due, on?: Temporal.PlainDate): Promise<string> {
  const day = dayOf({ starts_at })
  const rule = await delayRule(kind, { starts_at, rank })
  const convoked = rule && on?.equals(reckon(rule, day).date)
  return convoked
    ? t('convocations.coming.convocation', { article: cite(rule) })
    : t('convocations.coming.day')
}
