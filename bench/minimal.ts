// The least that a person could write by hand for the same pages: Hono, pg, the same statements in
// the same transaction, and every row in a plain table. No module, no guard, no style.
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import pg from 'pg'
import { keyOf } from './load.ts'
import type { Statement } from './record.ts'

const { PORT, DATABASE_URL, STATEMENTS } = process.env
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 10,
  options: '-c role=beffroi_app',
})
const app = new Hono()
app.get('/healthz', (c) => c.text('ok'))

const recorded: Record<string, Statement[]> = JSON.parse(readFileSync(STATEMENTS ?? '', 'utf8'))
app.get('*', async (c) => {
  const { pathname, search } = new URL(c.req.url)
  const session = getCookie(c, 'session') ?? ''
  const host = c.req.header('host') ?? ''
  const statements = recorded[keyOf({ host, path: pathname + search, session })]
  return statements ? c.html(await answer(statements)) : c.notFound()
})

async function answer(statements: readonly Statement[]): Promise<string> {
  const client = await pool.connect()
  try {
    let tables = ''
    for (const { text, values } of statements) {
      const { rows } = await client.query(
        /^(begin|commit)/.test(text) ? text : { name: nameOf(text), text, values },
      )
      if (rows?.length) tables += table(rows)
    }
    return `<!doctype html><title>Minimal</title>${tables}`
  } finally {
    client.release()
  }
}

const names = new Map<string, string>()

/** Statements are prepared here too, so that both ask the same of the database. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `minimal_${names.size}`
  names.set(text, name)
  return name
}

const table = (rows: object[]) => `<table>${rows.map(row).join('')}</table>`
const row = (one: object) => `<tr>${Object.values(one).map(cell).join('')}</tr>`
const cell = (value: unknown) => `<td>${String(value ?? '').replace(/[&<>"]/g, escaped)}</td>`
const escaped = (sign: string) => `&#${sign.charCodeAt(0)};`

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(PORT) })
