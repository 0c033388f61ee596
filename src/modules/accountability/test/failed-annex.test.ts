import { expect, test, vi } from 'vitest'
import { ground } from '#test/harness'
import { hasten } from '#kernel/jobs'
import { planPath } from '#modules/strategy'
import { mainWords } from '../../deliberations/test/council.ts'
import { givenPlan } from './plan.ts'
import { freezeAs, itemOf, sendAs } from './sending.ts'

test('a plan whose annex cannot be printed says so, as does the point that goes without it (R12)', async () => {
  const planned = await givenPlan()
  const { town, plan, coordinator } = planned
  const { authority } = town
  const version = await freezeAs(planned, 'presentation')
  expect((await sendAs(planned, version)).status).toBe(303)
  const item = await itemOf(planned, version)
  const { database } = await ground()
  const broken = (to: string, from: string) =>
    database.owner.query(
      `begin; select set_config('app.tenant', '${authority.tenant.id}', true);
       update accountability.version set content = content - '${from}' || jsonb_build_object('${to}', content -> '${from}')
       where id = '${version}'; commit`,
    )
  await broken('lost', 'title')
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (let tries = 3; tries > 0; tries--) {
    await authority.asSystem(hasten)
    await authority.drain()
  }
  log.mockRestore()
  const said = 'Annexe d’un plan à un point du Conseil : n’a pas pu être fait.'
  const shown = async (path: string) =>
    mainWords(await coordinator.visitor.get(path)).replaceAll('\u00A0', ' ')
  expect(await shown(planPath(plan))).toContain(said)
  expect(await shown(`/deliberations/items/${item}`)).toContain(said)
  await broken('title', 'lost')
  const listed = (await coordinator.visitor.api('GET', '/background')).json<{
    failed: { id: string }[]
  }>()
  const again = `/background/${listed.failed[0]?.id}/again`
  expect((await coordinator.visitor.post(again, {})).status).toBe(303)
  await authority.drain()
  expect(await shown(planPath(plan))).not.toContain(said)
  expect(await shown(`/deliberations/items/${item}`)).toContain('PST 2025-2030, version du')
})
