import type { Database } from './pool.ts'
import type pg from 'pg'
import { StartFailure } from './embedded-failure.ts'
import { applicationRole, gateRole } from './logins.ts'

/**
 * Refuses a start on which requests would run as somebody else or wait without end: between us and PostgreSQL stands
 * something that drops the settings of a connection, as a pooler in transaction mode does. Asked on two connections
 * at once, for such a pooler may give the first what it was asked for.
 */
export async function ensureOwnSettings({
  front,
  pool,
}: Pick<Database, 'front' | 'pool'>): Promise<void> {
  await ensureRole(front, gateRole)
  await ensureRole(pool, applicationRole)
}

async function ensureRole(pool: pg.Pool, wanted: string): Promise<void> {
  const clients = await Promise.all([pool.connect(), pool.connect()])
  try {
    for (const client of clients) {
      const { rows } = await client.query<{ role: string; bounded: boolean }>(
        `select current_user::text as role, current_setting('lock_timeout') <> '0'
           and current_setting('statement_timeout') <> '0' as bounded`,
      )
      const [{ role, bounded } = { role: '', bounded: false }] = rows
      if (role === wanted && bounded) continue
      throw new StartFailure(
        `Requests would run as ${role}${bounded ? '' : ', without limits of time'}: what stands between us and PostgreSQL ` +
          'drops the settings of a connection. Put a pooler into session mode, or take it away from DATABASE_URL.',
      )
    }
  } finally {
    for (const client of clients) client.release()
  }
}
