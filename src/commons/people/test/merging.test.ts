import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { namesPersons } from '#commons/directory'
import { addOrgan, addSeat } from '#commons/organs'

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
})

const merging = (one: TestPerson, into: TestPerson) => `/people/${one.id}/merging/${into.id}`
const editionIn = (text: string) => /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''

describe('two persons that are one (D16)', () => {
  test('each column of the database that refers to a person says what becomes of it', async () => {
    const { rows } = await authority.asSystem(() =>
      sql<{ place: string }>`
        select n.nspname || '.' || t.relname || '.' || a.attname as place
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'tenant_id'
        where c.contype = 'f' and c.confrelid = 'commons.person'::regclass order by 1`.execute(
        db(),
      ),
    )
    const said = namesPersons.every().map(({ table, column }) => `${table}.${column}`)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.map(({ place }) => place)).toEqual(said.toSorted())
  })

  test('become one: what named the first names the second, whose account is the one that stays', async () => {
    const works = await authority.service('Voirie')
    const twin = await authority.person({ in: works, as: 'head', lastName: 'Twin' })
    const kept = await authority.person({ roles: ['agent'], lastName: 'Kept' })
    await authority.asSystem(async () => {
      const { id } = await addOrgan({
        ...{ kind: 'council', name: 'Conseil', acronym: 'C', speaks_as: 'Le Conseil' },
        insertion: [],
      })
      const validFrom = Temporal.PlainDate.from('2024-12-02')
      await addSeat({
        organId: id,
        personId: twin.id,
        part: 'member',
        title: 'Échevine',
        validFrom,
      })
    })
    const { text } = await manager.visitor.get(merging(twin, kept))
    expect(text).toContain('Sièges dans les organes')
    const sent = { into: kept.id, edition: editionIn(text) }
    const done = await manager.visitor.post(merging(twin, kept), sent)
    expect(done.status).toBe(303)
    const { actor } = await authority.signIn(kept.id)
    expect(actor.principals).toEqual(
      expect.arrayContaining(['role:agent', `service:${works}:head`, `user:${twin.id}`]),
    )
    expect((await twin.visitor.api('GET', '/notices')).status).toBe(401)
    const page = (await manager.visitor.get(`/people/${kept.id}`)).text
    expect(page).toContain('Conseil – Échevine')
    expect(page).toContain('a réuni avec')
    const old = await manager.visitor.get(`/people/${twin.id}`)
    expect(old.headers.get('location')).toBe(`/people/${kept.id}`)
    expect((await manager.visitor.post(merging(twin, kept), sent)).status).toBe(404)
  })

  test('whose days differ, or of whom only the first comes in, are not made one unseen', async () => {
    const [twin, kept] = [await authority.person(), await authority.person()]
    const { text } = await manager.visitor.get(merging(twin, kept))
    // Meanwhile somebody gives the first a role: the second who looks is told.
    await manager.visitor.post(`/people/${twin.id}/offices`, { kind: 'role', role: 'agent' })
    const late = await manager.visitor.post(merging(twin, kept), {
      ...{ into: kept.id, edition: editionIn(text) },
    })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Voici ce qui se passerait maintenant')
    await manager.visitor.post(`/people/${kept.id}/offices`, {
      ...{ kind: 'role', role: 'agent', last_day: '2099-01-01' },
    })
    expect((await manager.visitor.get(merging(twin, kept))).text).toContain('changez d’abord')
    expect((await manager.visitor.get(merging(manager, kept))).text).toContain('votre propre fiche')
  })

  test('are made one once, though two do so at once and crosswise', async () => {
    const [one, other] = [await authority.person(), await authority.person()]
    const answers = await Promise.all([
      manager.visitor.post(merging(one, other), { into: other.id }),
      manager.visitor.post(merging(other, one), { into: one.id }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404])
  })
})
