import { beforeAll, describe, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { today } from '#commons/clock'
import { element, nobody, replaceParties, rewrite } from '#modules/strategy'
import { mainWords } from '../../deliberations/test/council.ts'
import { type Planned, givenPlan } from './plan.ts'

let planned: Planned
let bearer: TestPerson

beforeAll(async () => {
  planned = await givenPlan()
  const { authority } = planned.town
  bearer = await authority.person({ roles: ['agent'] })
  await authority.asSystem(async () => {
    for (const [one, days] of [
      [planned.school, 1],
      [planned.other, null],
    ] as const)
      await rewrite(await element(one.id), { due_on: days ? today().add({ days }) : null })
    await replaceParties(
      await element(planned.school.id),
      [{ ...nobody, part: 'bearer', person_id: bearer.id }],
      ['bearer'],
    )
  })
})

const inbox = async ({ visitor }: TestPerson, path = '/inbox') =>
  mainWords(await visitor.get(path)).replaceAll(/\s+/g, ' ')

test('a plan to present says until when, and by which article (CDLD L1123-27)', async () => {
  expect(await inbox(planned.coordinator)).toMatch(
    /PST 2025-2030 .*dernier jour pour présenter le plan au conseil · CDLD L1123-27, § 2/,
  )
})

describe('an end that a plan hides', () => {
  const uses = (use: string) =>
    planned.coordinator.visitor.post(`/strategy/plans/${planned.plan.id}/settings/fields`, {
      level: 'action',
      'uses.planned_end': use,
    })
  const answer = async () =>
    (await bearer.visitor.api('GET', '/inbox')).json<{ items: { due_on: string | null }[] }>().items

  test('is told as long as it is shown', async () => {
    expect(await inbox(bearer)).toMatch(/1 pour demain .*Demain, .*Isoler l’école/)
    expect(await answer()).toMatchObject([{ due_on: today().add({ days: 1 }).toString() }])
  })

  test('is told by no day, section, order or count of the inbox, nor by its API', async () => {
    expect((await uses('hidden')).status).toBe(303)
    const told = await inbox(bearer)
    expect(told).toMatch(/1 dossier vous attend .*Sans échéance 1 .*Isoler l’école/)
    expect(told).not.toMatch(/demain/i)
    expect(await answer()).toMatchObject([{ due_on: null }])
    await uses('all')
  })
})
