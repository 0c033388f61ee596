import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { givenAuthority, ground } from '#test/harness'

type Authority = Awaited<ReturnType<typeof givenAuthority>>

afterEach(async () => {
  const { database } = await ground()
  await database.owner.query('delete from kernel.incident')
})

/** Sends a job that was sent an hour ago, and failed so often. */
async function sentLongAgo(authority: Authority, task: string, failures = 0): Promise<void> {
  const id = await authority.asSystem(async () => {
    const who = { id: null, name: 'Beffroi', principals: ['system'], language: 'fr' }
    await sql`select kernel.enqueue(${task}, '{}', ${JSON.stringify(who)}::json, null)`.execute(
      db(),
    )
    const { rows } = await sql<{ id: string }>`select kernel.tenant_id() as id`.execute(db())
    return rows[0]?.id
  })
  const { database } = await ground()
  await database.queue.query(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 hour', attempts = $2
     where payload ->> 'tenant' = $1`,
    [id, failures],
  )
}

/** What is told to whoever asks, by page and by the API. */
async function told(authority: Authority) {
  const visitor = authority.visitor()
  const { text } = await visitor.get('/status')
  const answer = await visitor.api('GET', '/status')
  return { text, ...answer.json<{ state: string; late: string[] }>() }
}

test('an authority of which all goes on is told so', async () => {
  const { late, text } = await told(await givenAuthority())
  expect(late).toEqual([])
  expect(text).not.toContain('tardent')
})

test('jobs that nobody begins are told by themselves, without anybody writing an incident', async () => {
  const authority = await givenAuthority()
  await sentLongAgo(authority, 'journal.check')
  const { late, state, text } = await told(authority)
  expect(late).toEqual(['jobs'])
  expect(state).not.toBe('works')
  expect(text).toContain('Les travaux en arrière-plan (documents, avis) tardent.')
  // Of another authority it says nothing.
  expect((await told(await givenAuthority())).late).toEqual([])
})

test('mail that does not leave is told, until the server takes some', async () => {
  const authority = await givenAuthority()
  await sentLongAgo(authority, 'mail.deliver', 2)
  expect((await told(authority)).late).toEqual(['mail'])
  const other = await givenAuthority()
  await sentLongAgo(other, 'mail.deliver', 2)
  await other.asSystem(() =>
    sql`insert into kernel.mail (to_address, from_name, reply_to, subject, body, state, done_at)
      values ('a@b.example', 'x', '', 'x', 'x', 'sent', now())`.execute(db()),
  )
  expect((await told(other)).late).toEqual([])
})

test('an incident that goes on is what the state of the service says, until it is over', async () => {
  const { database } = await ground()
  const visitor = (await givenAuthority()).visitor()
  await database.owner.query(
    `insert into kernel.incident (words, began_at, ended_at) values
      ('{"fr": "Le courriel ne part pas."}', now() - interval '3 hours', null),
      ('{"fr": "Une coupure."}', now() - interval '2 hours', now() - interval '1 hour')`,
  )
  const page = await visitor.get('/status')
  expect(page.text).toContain('Quelque chose ne va pas')
  expect(page.text).not.toContain('Le service fonctionne')
  const told = await visitor.api('GET', '/status')
  expect(told.json()).toMatchObject({ state: 'incident', words: 'Le courriel ne part pas.' })
  await database.owner.query('update kernel.incident set ended_at = now()')
  expect((await visitor.get('/status')).text).not.toContain('Quelque chose ne va pas')
})
