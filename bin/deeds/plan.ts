// The plan goes to the council, and eComptes answers.
import { type Place, signIn } from './somebody.ts'

export async function submitPlan({ base }: Place): Promise<void> {
  const secretary = await signIn(base, 'secretariat')
  await secretary.form('/deliberations/import', { sample: 'true' })
  const coordinator = await signIn(base, 'coordinator')
  const [plan] = await coordinator.list('/api/strategy/plans')
  const path = `/strategy/plans/${plan.id}`
  await coordinator.form(`${path}/versions`, {
    purpose: 'presentation',
    report: 'Première version.',
  })
  const [council = ''] = await coordinator.found(`${path}/versions`, /"([^"]+\/council)"/g)
  await coordinator.form(council, {})
  const exchange = await coordinator.form('/strategy/ecomptes', { sample: 'true' })
  const services = await coordinator.found(exchange, /name="(departments\.[^"]+)"/g)
  const answers = services.map((name, at) => [name, at === 0 ? 'create' : 'name'])
  await coordinator.form(exchange, { act: 'commit', ...Object.fromEntries(answers) })
}
