import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority } from '#test/harness'
import { anonymous, forSignedIn, permission } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, Forbidden, Invalid, NotFound, Unavailable } from '#kernel/errors'
import { type Call, createApp, form, optionalLine, PageRoutes } from '../index.ts'
import { failurePage } from '#kernel/pages'
import { readConfig } from '#kernel/config'
import { z } from 'zod'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

/** Posts to a route that writes a line and then does what is given. */
async function writeThen(fail: () => Response) {
  const pages = new PageRoutes('/test')
  const Typed = z.object({ word: optionalLine() })
  const again = (c: Call, { values, errors }: { values: object; errors: object }) =>
    c.json({ values, errors }, 422)
  pages.post('/write', permission('kernel.public'), form(Typed, again), async (_c, { word }) => {
    await audit('import', word)
    return fail()
  })
  const { database, gate } = await ground()
  const config = readConfig({})
  const authenticate = () => Promise.resolve(anonymous)
  const prove = () => Promise.resolve(undefined)
  const app = createApp({
    config,
    database,
    gate,
    routes: pages.list,
    authenticate,
    failurePage,
    prove,
  })
  const answer = await app.request(`http://${authority.host}/test/write`, {
    method: 'POST',
    body: new URLSearchParams({ word: crypto.randomUUID(), other: 'kept' }),
    headers: { host: authority.host, origin: `http://${authority.host}` },
  })
  const written = await authority.asSystem(() =>
    db().selectFrom('kernel.audit').select('subject').where('action', '=', 'import').execute(),
  )
  return { status: answer.status, text: await answer.text(), written: written.length }
}

describe('a request', () => {
  test('is one transaction: what it wrote is undone by any problem that it throws', async () => {
    const problems = [
      [new NotFound(), 404],
      [new Forbidden(), 403],
      [new Conflict('errors.invalid'), 409],
      [new Unavailable('errors.invalid'), 503],
    ] as const
    for (const [problem, status] of problems) {
      const { written, ...answer } = await writeThen(() => {
        throw problem
      })
      expect([answer.status, written]).toEqual([status, 0])
    }
  })

  test('that a verb refuses shows the form again with all that was typed', async () => {
    const { status, text, written } = await writeThen(() => {
      throw Invalid.field('word', 'http.field.required')
    })
    expect([status, written]).toEqual([422, 0])
    expect(JSON.parse(text)).toMatchObject({
      values: { other: 'kept' },
      errors: { word: ['Cette réponse est nécessaire.'] },
    })
  })

  test('that is answered keeps what it wrote, even with a refusal', async () => {
    const before = await writeThen(() => new Response('no', { status: 403 }))
    expect([before.status, before.written]).toEqual([403, 1])
  })

  test('that another one overtook is made once more, and sees what is there now', async () => {
    const met = () => Object.assign(new pg.DatabaseError('', 0, 'error'), { code: '23505' })
    const { written } = await writeThen(() => {
      throw new NotFound()
    })
    let made = 0
    const second = await writeThen(() => {
      made += 1
      if (made === 1) throw met()
      return new Response('written')
    })
    expect([made, second.status]).toEqual([2, 200])
    expect(second.written).toBe(written + 1)
    const never = await writeThen(() => {
      throw met()
    })
    expect([never.status, never.written]).toEqual([409, second.written])
    expect(never.text).toContain('Quelqu’un vient d’écrire la même chose')
  })
})

test('two acts that each wait for a row of the other are both done (R10)', async () => {
  const people = [await authority.person(), await authority.person()] as const
  const both = Promise.withResolvers<void>()
  let begun = 0
  const pages = new PageRoutes('/test')
  const touch = (id: string) =>
    sql`update kernel.account set name = name || '+' where id = ${id}`.execute(db())
  pages.post('/two/:first', forSignedIn, async (c) => {
    const mine = people.toSorted((one) => (one.id === c.req.param('first') ? -1 : 1))
    await touch(mine[0]?.id ?? '')
    begun += 1
    if (begun === 2) both.resolve()
    await both.promise
    await touch(mine[1]?.id ?? '')
    return c.text('done')
  })
  const answers = await Promise.all(
    people.map((one) => authority.visitorOf(pages, one).post(`/test/two/${one.id}`)),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(begun).toBe(3)
  const names = await authority.asSystem(() =>
    db()
      .selectFrom('kernel.account')
      .select('name')
      .where(
        'id',
        'in',
        people.map(({ id }) => id),
      )
      .execute(),
  )
  expect(names.map(({ name }) => name.replaceAll(/[^+]/g, ''))).toEqual(['++', '++'])
})
