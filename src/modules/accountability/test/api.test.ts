import { expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { givenPlan } from './plan.ts'

type Said = Record<string, unknown> & { id: string }

async function done<T = Said>(
  { visitor }: TestPerson,
  ...[method, path, body]: [string, string, object?]
): Promise<T> {
  const answer = await visitor.api(method, path, body)
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return answer.json<T>()
}

test('a program freezes a plan, sends it, has it printed, publishes it and opens the next one (P3)', async () => {
  const { coordinator, town, plan, school } = await givenPlan()
  const path = `/strategy/plans/${plan.id}`
  const freezing = { purpose: 'presentation', report: '<p>Dit au CODIR.</p>' }
  for (const [under, body] of [
    ['/versions', freezing],
    ['/publication', undefined],
  ] as const)
    expect((await town.head.visitor.api('POST', path + under, body)).status, under).toBe(403)
  const frozen = await done(coordinator, 'POST', `${path}/versions`, freezing)
  const read = await done(coordinator, 'GET', `${path}/versions/${frozen.id}`)
  expect(read).toMatchObject({ ...freezing, holds: true, content: { title: plan.title } })
  const point = await done(coordinator, 'POST', `${path}/versions/${frozen.id}/council`)
  expect(await done(coordinator, 'GET', `${path}/versions`)).toMatchObject({
    items: [{ id: frozen.id, point: { id: point.id, state: 'proposed' } }],
  })
  const twice = `${path}/versions/${frozen.id}/council`
  expect((await coordinator.visitor.api('POST', twice)).status).toBe(409)

  const asked = { template: 'detail', format: 'ods' }
  const printed = await done(coordinator, 'POST', `${path}/documents`, asked)
  expect(await done(coordinator, 'GET', `${path}/documents`)).toMatchObject({
    items: [{ id: printed.id, state: 'pending', format: 'ods' }],
  })

  expect((await coordinator.visitor.api('POST', `${path}/publication`)).status).toBe(409)
  await done(coordinator, 'POST', `${path}/steps`, { verb: 'enforce' })
  const published = await done<{ items: Said[] }>(coordinator, 'POST', `${path}/publication`)
  const [copy] = published.items
  expect((await town.authority.visitor().get(`/pst/${String(copy?.['slug'])}`)).status).toBe(200)
  const withdrawal = { publication: copy?.id, reason: 'Une adresse y était lisible' }
  const left = await done(coordinator, 'POST', `${path}/publication/withdrawal`, withdrawal)
  expect(left).toMatchObject({ items: [{ withdrawal_reason: withdrawal.reason }] })

  const next = await done(coordinator, 'POST', `${path}/carry-over`, {
    ...{ title: 'PST 2031-2036', body: 'commune', nis: 99_999, first_year: 2031, last_year: 2036 },
    ...{ starts_on: '2030-12-02', ends_on: '2036-11-30', chosen: [school.id] },
  })
  const { elements } = await done<{ elements: { title: string }[] }>(
    coordinator,
    'GET',
    `/strategy/plans/${next.id}`,
  )
  expect(elements.map(({ title }) => title)).toContain('Isoler l’école')
  expect(await done(coordinator, 'GET', path)).toMatchObject({ state: 'archived' })
})
