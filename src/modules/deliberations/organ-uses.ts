import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { OrganUse } from '#commons/organs'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

/** The states in which something may still become of a dossier. */
const openStates = ({ states }: typeof itemWorkflow | typeof meetingWorkflow) =>
  Object.entries(states).flatMap(([state, { final }]) => (final ? [] : state))

const open =
  (table: string, states: readonly string[]) =>
  async (organId: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)} o
      join commons.dossier d on (d.tenant_id, d.id) = (o.tenant_id, o.id)
      where o.organ_id = ${organId}::uuid and d.state = any(${[...states]}::text[])`.execute(db())
    return rows[0]?.count ?? 0
  }

/** An organ goes on as long as it has a meeting that is not closed, or a point that is not decided. */
export const usesOfOrgans: readonly OrganUse[] = [
  {
    says: (count) => t('deliberations.organ.meetings', { count }),
    count: open('deliberations.meeting', openStates(meetingWorkflow)),
  },
  {
    says: (count) => t('deliberations.organ.items', { count }),
    count: open('deliberations.item', openStates(itemWorkflow)),
  },
]
