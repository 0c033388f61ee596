import { expect, test } from 'vitest'
import { givenElement, givenPlan } from '../../../../src/modules/strategy/test/small-plan.ts'

test('a field that was added to an element is in form, page, list, file, API and history', async () => {
  const small = await givenPlan()
  const { visitor } = small.coordinator
  const managers = [small.works]
  const top = await givenElement(small, 'strategic', small.volet, { path: ['begin'] })
  const middle = await givenElement(small, 'operational', top.id, { managers, path: ['begin'] })
  const { id } = await givenElement(small, 'action', middle.id, { title: 'Isoler', managers })
  const page = `/strategy/elements/${id}`
  const list = `/strategy/plans/${small.plan.id}/actions`
  expect((await visitor.get(`${page}/edit`)).text).toContain('name="difficulty"')
  const change = async (difficulty: string) => {
    const { version } = (await visitor.api('GET', page)).json<{ version: number }>()
    return visitor.api('PUT', page, { version, title: 'Isoler', difficulty })
  }
  expect((await change('low')).json()).toMatchObject({ difficulty: 'low' })
  await change('high')
  const { text } = await visitor.get(page)
  expect(text).toContain('Forte')
  expect(text).toMatch(/Difficulté\s+: Faible → Forte/)
  expect((await visitor.get(`${list}.csv?difficulty=high`)).text).toMatch(/Difficulté[\s\S]*Isoler/)
  expect((await visitor.get(`${list}.csv?difficulty=low`)).text).not.toContain('Isoler')
})
