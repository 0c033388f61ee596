import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '#kernel/config'
import { openAuthority } from '#commons/trades'
import { stand } from './acts.ts'
import { type Share, shares } from './spread.ts'

/** A database of the benchmark: what it holds in all. */
export interface Size {
  name: string
  dossiers: number
  agents: number
}

/**
 * Fills an empty database: the product makes its schema and opens the authorities, the superuser
 * writes the rows in bulk, for a million calls of verbs would take a day.
 */
export async function seed(
  size: Size,
  ownerUrl: string,
  superuserUrl: string,
  step: (done: string) => void,
): Promise<void> {
  const parts = shares(size.dossiers, size.agents)
  await openAuthorities(ownerUrl, parts)
  step('authorities')
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    // Rows that are right by construction need no trigger for each foreign key.
    await client.query('set session_replication_role = replica; create schema bench')
    await client.query(sharesTable, [JSON.stringify(parts)])
    const indexes = await dropIndexes(client)
    for (const file of globSync('bench/seed/*.sql', { cwd: projectRoot }).toSorted()) {
      await client.query(readFileSync(join(projectRoot, file), 'utf8'))
      // What the next file joins is known by its size, else a plan may walk over a million rows for each of them.
      await client.query('analyze')
      step(basename(file, '.sql'))
    }
    for (const index of indexes) await client.query(index)
    step('indexes')
    await client.query('drop schema bench cascade')
    await client.query('vacuum (freeze, analyze)')
    step('vacuum')
  } finally {
    await client.end()
  }
}

async function openAuthorities(url: string, parts: readonly Share[]): Promise<void> {
  const { database, house, close } = await stand(url)
  try {
    for (const { number, kind } of parts) {
      const slug = `authority-${number}`
      const name = kind === 'cpas' ? `CPAS ${number}` : `Commune ${number}`
      const look = { address: [], hue: number % 360, arms: '', hosts: [`${slug}.localhost`] }
      await openAuthority(database, house, { ...{ slug, name, shortName: name, kind }, ...look })
    }
  } finally {
    await close()
  }
}

const sharesTable = `create unlogged table bench.authority as
  select t.id as tenant_id, s.* from kernel.tenant t
  join json_to_recordset($1::json) as s (number int, dossiers int, agents int, secretaries int,
    services int, seats int, meetings int) on t.slug = 'authority-' || s.number`

/** Drops the indexes that no constraint needs and returns how to make them: quicker at the end. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid::regclass::text ~ '^(commons|deliberations|kernel)[.]'
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ made }) => made)
}
