import { actAs, type Actor, system } from '#kernel/access'
import { accountIdOf } from '#kernel/auth'
import { read } from '#commons/dossiers'
import { enforce } from '#commons/workflow'
import { listPlans, plans, planWorkflow } from '#modules/strategy'
import { publishPlan } from './publish.ts'

/** The fictional plan is in force, and citizens read it. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const coordinator = await accountIdOf('coordinator')
  const writer: Actor = { ...system, id: coordinator ?? null, name: 'Élise Moreval' }
  await actAs(writer, async () => {
    for (const { id } of await listPlans())
      await publishPlan(
        await enforce(plans, planWorkflow, await read(plans, id), 'enforce', {
          patch: { due_on: null },
        }),
      )
  })
}
