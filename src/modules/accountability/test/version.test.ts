import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { inLanguage } from '#kernel/i18n'
import { openPlan } from '#modules/strategy'
import { mainWords } from '../../deliberations/test/council.ts'
import { expected, planDates } from '../law.ts'
import { versionReport } from '../version-report.ts'
import { version, versionsOf } from '../version.ts'
import { givenPlan, type Planned, planNow, walk, written } from './plan.ts'
import { freezeAs, pathOf } from './sending.ts'

test('a version keeps the plan as it was, whatever becomes of the plan', async () => {
  const planned = await givenPlan()
  const { town, plan, school, coordinator } = planned
  const id = await freezeAs(planned, 'presentation')
  await walk(planned, school, ['terminate'])
  const frozen = await town.authority.asSystem(() => version(plan, id))
  const kept = frozen.content.elements.find((one) => one.id === school.id)
  expect(kept).toMatchObject({ state: 'ongoing', title: 'Isoler l’école', due_on: '2027-06-30' })
  expect(kept?.own).toMatchObject([{ year: 2026, cents: 1_250_000 }])
  const { text } = await coordinator.visitor.get(`${pathOf(planned)}/${id}`)
  expect(text).toContain('Isoler l’école')
  expect(text).toMatch(/12\s500\s€/)
})

test('the print for the council says nothing of what is only created', async () => {
  const planned = await givenPlan()
  const { town, plan, school } = planned
  await walk(planned, school, ['unschedule', 'redraft'])
  const id = await freezeAs(planned, 'presentation')
  const frozen = await town.authority.asSystem(() => version(plan, id))
  expect(JSON.stringify(frozen.content)).toContain('Isoler l’école')
  const printed = JSON.stringify(inLanguage('fr', () => versionReport(frozen)))
  expect(printed).not.toContain('Isoler l’école')
  expect(printed).toContain('"level":1')
})

test.for([
  'update accountability.version set report = ',
  'delete from accountability.version where purpose <> ',
])('the database lets nobody rewrite a version: %s', async (statement) => {
  const planned = await givenPlan()
  await freezeAs(planned, 'presentation')
  const rewriting = planned.town.authority.asSystem(() =>
    sql`${sql.raw(statement)}${'x'}`.execute(db()),
  )
  await expect(rewriting).rejects.toThrow('permission denied')
})

test('the hash of a version holds as long as its content is what was frozen', async () => {
  const planned = await givenPlan()
  const { town, plan, coordinator } = planned
  const id = await freezeAs(planned, 'presentation')
  expect((await town.authority.asSystem(() => version(plan, id))).holds).toBe(true)
  const forged = await town.authority.asSystem(async () => {
    const { rows } = await sql<{ id: string }>`
      insert into accountability.version (plan_id, purpose, content, hash, frozen_on, frozen_by)
      select plan_id, purpose, jsonb_set(content, '{title}', '"Un autre plan"'), hash, frozen_on, frozen_by
      from accountability.version where id = ${id} returning id`.execute(db())
    return rows[0]?.id ?? ''
  })
  const shown = mainWords(await coordinator.visitor.get(`${pathOf(planned)}/${forged}`))
  expect(shown).toContain('le contenu a été altéré')
})

test('a version is not there under the address of another plan (B2)', async () => {
  const planned = await givenPlan()
  const { town, plan, coordinator } = planned
  const id = await freezeAs(planned, 'presentation')
  const other = await town.authority.asSystem(() => openPlan(written))
  const at = (of: Planned) => coordinator.visitor.get(`${pathOf(of)}/${id}`)
  expect((await at(planned)).text).toContain(plan.title)
  expect((await at({ ...planned, plan: other })).status).toBe(404)
})

test('an element that is only created is shown in a version to those alone who see it in the plan', async () => {
  const planned = await givenPlan()
  const id = await freezeAs(planned, 'presentation')
  const path = `${pathOf(planned)}/${id}`
  const { coordinator, town } = planned
  expect((await coordinator.visitor.get(path)).text).toContain('Fermer une école')
  const shown = (await town.councillor.visitor.get(path)).text
  expect(shown).toContain('Isoler l’école')
  expect(shown).not.toContain('Fermer une école')
  const compared = `${pathOf(planned)}/compare?from=${id}`
  expect(mainWords(await town.councillor.visitor.get(compared))).toContain('Rien n’a changé.')
})

test('the legal dates are those of the plan, and say what the law expects next', async () => {
  const { town, plan } = await givenPlan()
  await town.authority.asSystem(async () => {
    const dates = await planDates(plan, await versionsOf(plan.id), new Map())
    expect(dates.map(({ purpose, reckoning }) => [purpose, reckoning?.date.toString()])).toEqual([
      ['presentation', '2025-06-02'],
      ['midterm', '2027-12-02'],
      ['final', '2030-12-01'],
    ])
    expect(dates[0]?.state).toBe('late')
    expect(expected(dates)).toBe('presentation')
  })
})

test('where the day of designation is not known, the tab says so', async () => {
  const planned = await givenPlan()
  const plan = await planned.town.authority.asSystem(() =>
    openPlan({ ...written, designated_on: null }),
  )
  const shown = mainWords(await planned.coordinator.visitor.get(pathOf({ ...planned, plan })))
  expect(shown).toContain('désignation des échevins, qui n’est pas renseignée')
})

test('once the plan is in force, an update is what one freezes next until mid-term comes', async () => {
  const planned = await givenPlan()
  await planned.coordinator.visitor.post(`/strategy/plans/${planned.plan.id}/steps`, {
    verb: 'enforce',
  })
  const plan = await planNow(planned)
  const dates = await planned.town.authority.asSystem(() => planDates(plan, [], new Map()))
  const far = dates.map(
    (one) => ({ ...one, state: one.state === 'done' ? 'done' : 'later' }) as const,
  )
  expect(expected(far)).toBe('update')
  const near = far.map((one) =>
    one.purpose === 'midterm' ? { ...one, state: 'next' as const } : one,
  )
  expect(expected(near)).toBe('midterm')
})
