import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { fill } from '#kernel/module'
import { addAnnex, annexesOf } from '#commons/annexes'
import { create, history } from '#commons/dossiers'
import { retained, retentions } from '#commons/holdings'
import { workflow, workflows } from '#commons/workflow'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { hold } from '../hold.ts'
import { proposeEliminations } from '../propose.ts'

const flow = workflow('test.errand', {
  initial: 'open',
  states: { open: {}, done: { final: true } },
  transitions: { finish: { from: ['open'], to: 'done', who: [] } },
})
const keep = { period: 'P10Y', after: 'retention.what' } as const

let authority: TestAuthority
let manager: TestPerson

beforeAll(async () => {
  await prepareErrands()
  fill(workflows, flow).place()
  fill(
    retentions,
    retained(errands, {}, { keep, because: 'retention.title', verified: false }),
  ).place()
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['administrator', 'agent'], firstName: 'Odile' })
})
afterAll(removeErrands)

/** An errand that ended so many years ago. */
const ended = (title: string, years: number, reference = '') =>
  authority.asSystem(async () => {
    const root = { title, state: 'done', reference }
    const errand = await create(errands, root, { place: 'Gare', seen_by: 'role:agent' })
    await sql`update commons.dossier set changed_at = now() - make_interval(years => ${years})
      where id = ${errand.id}`.execute(db())
    return errand
  })

async function night(): Promise<void> {
  const { database } = await ground()
  await atItsTime(database, proposeEliminations)
  await authority.drain()
}

interface Due {
  edition: string
  rows: { id: string; reference: string; kept: string | null }[]
}
const due = async () => (await manager.visitor.api('GET', '/retention/due/test.errand')).json<Due>()
const destroyAll = (edition: string) =>
  manager.visitor.api('POST', '/retention/due/test.errand', { edition })
const left = async (id: string) => {
  const { rows } = await authority.asSystem(() =>
    sql`select 1 from commons.dossier where id = ${id}`.execute(db()),
  )
  return rows.length
}

test('what is over is proposed, looked at, confirmed, destroyed with all that goes with it, and certified', async () => {
  const old = await ended('Courses de Zénobe', 11, 'C/2015/1')
  const young = await ended('Courses de Firmin', 9)
  await authority.asSystem(() =>
    addAnnex(old, { name: 'zenobe.txt', bytes: new TextEncoder().encode('Zénobe') }),
  )
  await night()
  expect((await due()).rows).toEqual([
    expect.objectContaining({ id: old.id, reference: 'C/2015/1', kept: null }),
  ])
  const list = (await manager.visitor.get('/retention/due')).text
  expect(list).toContain('Course')
  expect(list).toContain('à vérifier')
  const page = (await manager.visitor.get('/retention/due/test.errand')).text
  expect(page).toContain('Courses de Zénobe')
  const edition = /name="edition" value="([^"]*)"/.exec(page)?.[1] ?? ''
  // Looking at it destroys nothing, nor does a form without its tick.
  expect((await manager.visitor.post('/retention/due/test.errand', { edition })).status).toBe(422)
  expect(await left(old.id)).toBe(1)

  const done = await destroyAll(edition)
  expect(done.status).toBe(201)
  await authority.drain()
  expect([await left(old.id), await left(young.id)]).toEqual([0, 1])
  const certificate = done.json<{ id: string; destroyed: object[] }>()
  expect(certificate).toMatchObject({ by: 'Odile Terval', kind: 'test.errand' })
  expect(certificate.destroyed).toEqual([
    {
      id: old.id,
      reference: 'C/2015/1',
      hash: expect.stringMatching(/^[\da-f]{64}$/),
      ended_on: expect.any(String),
    },
  ])
  expect(done.text).not.toContain('Zénobe')
  const pdf = await manager.visitor.get(`/retention/certificates/${certificate.id}`)
  expect(pdf.status).toBe(200)
  expect(pdf.text.slice(0, 4)).toBe('%PDF')
  await authority.asSystem(async () => {
    expect(await annexesOf(old.id)).toEqual([])
    const told = await history(old.id)
    expect(told.length).toBeGreaterThan(0)
    expect(JSON.stringify(told)).not.toContain('Zénobe')
  })
  expect((await manager.visitor.get('/search?q=Zénobe')).text).not.toContain('Courses de Zénobe')
})

test('what is suspended, published or referred to stays, and says why', async () => {
  const held = await ended('Litige', 12)
  const tied = await ended('Lié', 12)
  const { database } = await ground()
  await database.owner.query(`
    create table test.tie (tenant_id uuid not null, errand_id uuid not null,
      foreign key (tenant_id, errand_id) references test.errand (tenant_id, id))`)
  await database.owner.query('insert into test.tie values ($1, $2)', [authority.tenant.id, tied.id])
  await authority.as(manager, () => hold(held.id, 'procès en cours'))
  await night()
  const { rows, edition } = await due()
  expect(rows.find(({ id }) => id === held.id)?.kept).toContain('procès en cours')
  expect(rows.find(({ id }) => id === tied.id)?.kept).toContain('un autre dossier y renvoie')
  expect((await destroyAll(edition)).status).toBe(409)
  expect([await left(held.id), await left(tied.id)]).toEqual([1, 1])
  expect((await manager.visitor.post(`/retention/holds/${held.id}/lift`)).status).toBe(303)
  expect((await due()).rows.find(({ id }) => id === held.id)?.kept).toBeNull()
})

test('what one did not look at is not destroyed: somebody suspended it meanwhile', async () => {
  const one = await ended('Entre-temps', 13)
  await night()
  const { edition } = await due()
  await authority.as(manager, () => hold(one.id, 'audit'))
  expect((await destroyAll(edition)).status).toBe(409)
  expect(await left(one.id)).toBe(1)
})

test('only who administers the authority destroys or suspends', async () => {
  const { visitor } = await authority.person({ roles: ['agent'] })
  expect((await visitor.get('/retention/due')).status).toBe(403)
  expect((await visitor.api('GET', '/retention/due/test.errand')).status).toBe(403)
  const { id } = await ended('À suspendre', 1)
  expect((await visitor.post(`/retention/holds/${id}`, { reason: 'non' })).status).toBe(403)
})
