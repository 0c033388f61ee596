import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { planPath } from '../plan.ts'
import { type GivenPlan, givenPlannedTown } from './given-plan.ts'
import { addBelow } from './sent.ts'
import { idIn, leadsTo, type Town, words } from './town.ts'

let town: Town
let given: GivenPlan
let path: string

beforeEach(async () => {
  ;({ town, given } = await givenPlannedTown())
  path = leadsTo(await addBelow(town, given, town.worker, 'OO.15', 'action'))
})

const rowsOf = (id: string) =>
  town.authority.asSystem(async () => ({
    elements: await db().selectFrom('strategy.element').select('id').where('id', '=', id).execute(),
    dossiers: await db().selectFrom('commons.dossier').select('id').where('id', '=', id).execute(),
    events: (
      await db().selectFrom('kernel.event').select('type').where('subject_id', '=', id).execute()
    ).map(({ type }) => type),
  }))

describe('what was written by mistake', () => {
  test('is erased by who wrote it, with its budget and people; that it was there stays known', async () => {
    const { visitor } = town.worker
    const source = (await visitor.get(path)).text.match(/name="source_id"[^]*?value="([\w-]{36})"/)
    const line = { source_id: source?.[1] ?? '', year: '2026', cents: '5' }
    expect((await visitor.post(`${path}/budget`, line)).status).toBe(303)
    expect(words(await visitor.get(`${path}/edit`))).toContain('Effacer')
    const erased = await visitor.post(`${path}/erase`)
    expect(erased.headers.get('location')).toBe(planPath(given.plan))
    expect(words(await visitor.get(planPath(given.plan)))).toContain(
      '« Planter une haie » est effacé',
    )
    expect((await visitor.get(path)).status).toBe(404)
    const left = await rowsOf(idIn(path))
    expect([left.elements, left.dossiers]).toEqual([[], []])
    expect(left.events).toContain('strategy.action.erase')
  })

  test('stays once it is more than created, and its page offers no such thing', async () => {
    const { visitor } = town.worker
    await visitor.post(`${path}/steps`, { verb: 'schedule' })
    expect(words(await visitor.get(`${path}/edit`))).not.toContain('Effacer')
    const refused = await visitor.post(`${path}/erase`)
    expect(refused.status).toBe(403)
    expect((await rowsOf(idIn(path))).elements).toHaveLength(1)
  })

  test('stays as long as something stands below it', async () => {
    const below = leadsTo(
      await town.worker.visitor.post(`${path}/children`, { level: 'task', title: 'Choisir' }),
    )
    const refused = await town.worker.visitor.post(`${path}/erase`)
    expect(refused.status).toBe(409)
    expect(words(refused)).toContain('ne peut être effacé')
    await town.worker.visitor.post(`${below}/erase`)
    expect((await town.worker.visitor.post(`${path}/erase`)).status).toBe(303)
  })

  test('is not for those who do not change it', async () => {
    for (const who of [town.clerk, town.stranger]) {
      const refused = await who.visitor.post(`${path}/erase`)
      expect([403, 404]).toContain(refused.status)
    }
    expect((await rowsOf(idIn(path))).elements).toHaveLength(1)
  })
})
