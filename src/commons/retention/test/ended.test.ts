import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { create, type Kind, kindNamed } from '#commons/dossiers'
import { givenAuthority, ground } from '#test/harness'
import { proposeEliminations } from '../propose.ts'

/** Parties, whose door does not let them be written without their checks. */
const parties = () =>
  // Their door does not give the type of their columns.
  kindNamed('parties.party') as Kind<{ nature: string; merged_into: string | null }>

test('parties that ended ten years ago are proposed, and stay while something refers to them', async () => {
  const authority = await givenAuthority()
  const agent = await authority.person({ roles: ['agent'] })
  const [old = '', into = ''] = await authority.asSystem(async () => {
    const fanfare = { nature: 'organisation', merged_into: null }
    const stays = await create(parties(), { title: 'Reprise musicale', state: 'retired' }, fanfare)
    const merged = { ...fanfare, merged_into: stays.id }
    const goes = await create(parties(), { title: 'Ancienne fanfare', state: 'merged' }, merged)
    await sql`update commons.dossier set changed_at = now() - interval '11 years'`.execute(db())
    return [goes.id, stays.id]
  })
  const { database } = await ground()
  await atItsTime(database, proposeEliminations)
  await authority.drain()
  const { visitor } = await authority.person({ roles: ['administrator'] })
  expect((await visitor.get('/retention/due')).text).toContain('à vérifier')
  const at = '/retention/due/parties.party'
  expect((await visitor.get(at)).text).toContain('Ancienne fanfare')
  const { rows, edition } = (await visitor.api('GET', at)).json<{
    edition: string
    rows: { id: string; kept: string | null }[]
  }>()
  const kept = new Map(rows.map((one) => [one.id, one.kept]))
  // The other one refers to it: it goes after it.
  expect(kept.get(into)).toContain('y renvoie')
  expect(kept.get(old)).toBeNull()
  expect((await visitor.api('POST', at, { edition })).status).toBe(201)
  expect((await agent.visitor.get(`/parties/contacts/${old}`)).status).toBe(404)
  expect((await agent.visitor.get(`/parties/contacts/${into}`)).status).toBe(200)
})
