import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Client } from 'pg'
import { cloneOf } from '#kernel/testing'
import { type Commands, commandsBeside } from './beside.ts'

let home: string
const name = `trust_${process.pid}`
let commands: Commands

// The commands find the server running, as they do beside the house.
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'beffroi-trust-'))
  const url = await cloneOf(inject('templateUrl'), name)
  const settings = { DATABASE_URL: url, DEMONSTRATION: 'true' }
  commands = await commandsBeside({ DATA_DIR: join(home, 'data'), ...settings })
})
afterAll(async () => {
  await commands.ends()
  await rm(home, { recursive: true, force: true })
})

/** What an administrator of the database does, whom no rule of the house binds. */
async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: inject('superuserUrl').replace(/[^/]*$/, name),
  })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** Runs a command as an operator does, of the demonstration, in French. */
const beffroi = (...words: string[]) => commands.run(words)

test('settings are listed, decided with the checks of their form, taken back, and told from what to what', async () => {
  const hours = 'identity.session_hours'
  expect(await beffroi('settings', 'set', hours, '8')).toMatchObject({ code: 0 })
  const refused = await beffroi('settings', 'set', hours, '240')
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(hours) })
  const listed = await beffroi('settings', 'list')
  expect(listed.said).toContain('/numbering')
  expect(listed.said).toMatch(/identity\.session_hours .*: 8 \(Décidé par Beffroi/)
  expect(await beffroi('settings', 'reset', hours)).toMatchObject({ code: 0 })
  const past = await beffroi('settings', 'history', hours)
  expect(past.said).toContain('12 (avant\u00A0: 8)')
  expect(past.said).toContain('8 (avant\u00A0: 12)')
}, 120_000)

test('a service account is made, given a key that is said once, listed and revoked', async () => {
  const name = ['--name', 'Guichet']
  const made = await beffroi(
    ...[
      'account',
      'make',
      ...name,
      '--purpose',
      'Lire les délibérations',
      '--contact',
      'a@b.example',
    ],
    ...['--service', 'Travaux', '--scope', 'deliberations:read'],
  )
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/client_id [\da-f-]{36}/) })
  const key = await beffroi('account', 'key', ...name, '--days', '30')
  expect(key.said).toMatch(/^beffroi_key_\w{49}$/m)
  const secret = /beffroi_key_\w+/.exec(key.said)?.[0] ?? ''
  const listed = await beffroi('account', 'list')
  expect(listed.said).toContain(`…${secret.slice(-4)} until`)
  expect(listed.said).not.toContain(secret)
  expect((await beffroi('account', 'revoke', ...name)).said).toContain(`…${secret.slice(-4)}`)
  expect(await beffroi('account', 'revoke', ...name)).toMatchObject({ code: 1 })
  const unknown = await beffroi('account', 'make', ...name.slice(0, 1), 'X', '--purpose', 'p')
  expect(unknown.code).toBe(2)
}, 120_000)

test('the register is told; of a request what is held is written to a file, restricted, and lifted', async () => {
  expect((await beffroi('privacy', 'register')).said).toContain('Carnet d’adresses')
  const requests = await beffroi('privacy', 'requests')
  const reference = /RGPD\/\S+/.exec(requests.said)?.[0] ?? ''
  const file = join(home, 'held.zip')
  expect(await beffroi('privacy', 'gather', reference, file)).toMatchObject({ code: 0 })
  const held = unzipSync(new Uint8Array(await readFile(file)))
  const json = Object.entries(held).find(([name]) => name.endsWith('.json'))?.[1]
  expect(JSON.parse(strFromU8(json ?? new Uint8Array())).held.length).toBeGreaterThan(0)
  // A file that is there is not written over.
  expect(await beffroi('privacy', 'gather', reference, file)).toMatchObject({ code: 1 })
  expect((await beffroi('privacy', 'readings', reference)).said).toContain('rassemblées')
  expect(await beffroi('privacy', 'restrict', reference)).toMatchObject({ code: 0 })
  expect(await beffroi('privacy', 'lift', reference)).toMatchObject({ code: 2 })
  const lifted = await beffroi('privacy', 'lift', reference, '--because', 'Exactitude vérifiée')
  expect(lifted).toMatchObject({ code: 0 })
  // It asks for something else than erasure.
  const erased = await beffroi('privacy', 'erase', reference, '--sure')
  expect(erased).toMatchObject({ code: 1, said: expect.stringContaining('effacement') })
}, 120_000)

test('what a database administrator changes, removes and inserts in the security log is named', async () => {
  expect(await beffroi('audit', 'verify')).toMatchObject({ code: 0 })
  const { changed, removed, inserted } = await asSuperuser(async (owner) => {
    await owner.query('alter table kernel.audit disable trigger all')
    const lines = await owner.query<{ id: string }>(
      'select a.id from kernel.audit a join kernel.audit_link l on (l.tenant_id, l.line_id) = (a.tenant_id, a.id) order by l.tenant_id, l.seq limit 3',
    )
    const [first, second] = lines.rows.map(({ id }) => id)
    await owner.query(`update kernel.audit set actor_name = 'Personne' where id = $1`, [first])
    await owner.query('delete from kernel.audit where id = $1', [second])
    const { rows } = await owner.query<{ id: string }>(
      `insert into kernel.audit (tenant_id, action, actor_name, subject)
       select id, 'sign_in', 'Intrus', 'intrus' from kernel.tenant order by created_at limit 1 returning id`,
    )
    await owner.query('alter table kernel.audit enable trigger all')
    return { changed: first, removed: second, inserted: rows[0]?.id }
  })
  const found = await beffroi('audit', 'verify')
  expect(found.code).toBe(1)
  expect(found.said).toMatch(new RegExp(`${changed}.* says something else than it did`))
  expect(found.said).toMatch(new RegExp(`${removed}.* is gone`))
  expect(found.said).toMatch(new RegExp(`${inserted}.* was not written by the house`))
  expect(found.said).toContain('3 findings')
}, 120_000)
