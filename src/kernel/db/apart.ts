import type pg from 'pg'
import { StartFailure } from './embedded-failure.ts'

/** Names tables that have a `tenant_id` and nothing that keeps the rows of one authority from another. */
const open = `
  select c.oid::regclass::text as name
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relrowsecurity
    and n.nspname not like 'pg\\_%'
    and c.oid is distinct from to_regclass('kernel.host') -- the gate reads it before it knows the authority
  order by 1`

/** Refuses a start on which authorities would read one another. Throws `StartFailure` with the remedy. */
export async function ensureApart(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(open)
  const [first] = rows
  if (!first) return
  throw new StartFailure(
    `The table${rows.length > 1 ? 's' : ''} ${rows.map(({ name }) => name).join(', ')} would show each ` +
      `authority the rows of all: the migration must end with « ${remedy(first.name)} ». Nothing was changed.`,
  )
}

const remedy = (name: string) => `select kernel.isolate('${name}');`
