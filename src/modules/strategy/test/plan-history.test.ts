import { beforeEach, expect, test } from 'vitest'
import { prepared } from '#test/harness'
import { planPath, rewritePlan } from '../plan.ts'
import { givenPlan, mainWords, type SmallPlan } from './small-plan.ts'

const given = prepared(() => givenPlan())
let small: SmallPlan

beforeEach(async () => {
  small = await given()
})

test('an edit of a plan is told with what stood there before and stands there now', async () => {
  const { authority, coordinator, plan } = small
  await authority.as(coordinator, () =>
    rewritePlan(plan, {
      title: 'Plan de relance',
      ends_on: Temporal.PlainDate.from('2031-06-30'),
    }),
  )
  const page = mainWords(await coordinator.visitor.get(`${planPath(plan)}/settings`))
  expect(page).toContain('a modifié le plan')
  expect(page).toContain(`${plan.title} → Plan de relance`)
  expect(page).toContain('→ 30/06/2031')
})
