import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { todayHere } from '#commons/directory'
import { leave } from '../departure.ts'

const today = todayHere()

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
})

describe('who leaves', () => {
  test('is told what ends, is gone at once everywhere, and a colleague takes over', async () => {
    const works = await authority.service('Voirie')
    const leaver = await authority.person({ roles: ['agent'], in: works, lastName: 'Moreau' })
    const colleague = await authority.person({ firstName: 'Lison', lastName: 'Héritière' })
    const { text } = await manager.visitor.get(`/people/${leaver.id}/leave`)
    expect(text).toContain('Sessions ouvertes')
    expect(text).toContain('rédacteur – Voirie')
    await manager.visitor.post(`/people/${leaver.id}/leave`, { heir: 'Lison Héritière' })
    expect((await leaver.visitor.get('/inbox')).status).not.toBe(200)
    const { actor } = await authority.signIn(colleague.id)
    expect(actor.principals).toContain(`user:${leaver.id}`)
    const after = (await manager.visitor.get(`/people/${leaver.id}`)).text
    expect(after).toContain('Lison Héritière reprend ce qui attend')
  })

  test('at once was there today: today is the last day of all that they held, and their access ends now', async () => {
    const begun = await authority.service('Cadastre')
    const leaver = await authority.person({ roles: ['agent'] })
    const path = `/people/${leaver.id}`
    // What was given this morning was held: it is not taken away as if it had never been.
    await manager.visitor.api('POST', `${path}/offices`, {
      ...{ kind: 'function', function: 'editor', service_id: begun },
    })
    const told = await manager.visitor.api('POST', `${path}/leave`, {})
    expect(told.json()).toMatchObject({ state: 'left', last_day: today.toString() })
    expect((await leaver.visitor.get('/inbox')).status).not.toBe(200)
    const held = (await manager.visitor.api('GET', `${path}/offices`)).items<{
      what: string
      last_day: string
    }>()
    expect(held.map(({ what, last_day }) => [what, last_day]).toSorted()).toEqual([
      ['agent', today.toString()],
      ['editor', today.toString()],
    ])
    const there = await manager.visitor.api('GET', `/people/offices?on=${today}`)
    expect(there.text).toContain(leaver.id)
    expect((await manager.visitor.get(path)).text).toContain('Partie\u00A0; dernier jour')
    const listed = (await manager.visitor.api('GET', '/people?state=active')).text
    expect(listed).not.toContain(leaver.id)
    const others = await authority.asSystem(() =>
      sql<{
        principals: string[]
      }>`select principals from kernel.account where id = ${leaver.id}`.execute(db()),
    )
    expect(others.rows[0]?.principals).toEqual([`user:${leaver.id}`])
  })

  test('and was gone since a day that is past, is recorded as gone on that day', async () => {
    const leaver = await authority.person({ roles: ['agent'] })
    const last = today.subtract({ days: 3 }).toString()
    const told = await manager.visitor.api('POST', `/people/${leaver.id}/leave`, { last_day: last })
    expect(told.json()).toMatchObject({ state: 'left', last_day: last })
  })

  test('on a day stays until then, may stay after all, and is gone when it comes', async () => {
    const leaver = await authority.person({ roles: ['agent'] })
    const goes = () =>
      manager.visitor.post(`/people/${leaver.id}/leave`, { last_day: today.toString() })
    await goes()
    expect((await leaver.visitor.get('/inbox')).status).toBe(200)
    await manager.visitor.post(`/people/${leaver.id}/stay`, {})
    await goes()
    await authority.asSystem(async () => {
      await sql`update commons.person set leaves_on = leaves_on - 1 where id = ${leaver.id}`.execute(
        db(),
      )
      await sql`update kernel.account set principals_on = principals_on - 1 where id = ${leaver.id}`.execute(
        db(),
      )
    })
    expect((await leaver.visitor.get('/inbox')).status).not.toBe(200)
    const { text } = await manager.visitor.get(`/people/${leaver.id}`)
    expect(text).toContain('partie')
  })

  test('twice at once leaves once', async () => {
    const { id } = await authority.person()
    const goes = () => authority.as(manager, () => leave(id, { gone: today, heirId: null }))
    const done = await Promise.allSettled([goes(), goes()])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})
