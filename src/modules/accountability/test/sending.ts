import { formatDate } from '#kernel/i18n'
import { submissionsOf } from '../council.ts'
import { type Purpose } from '../tables.ts'
import { versionsOf, versionsPath } from '../version.ts'
import type { TestPerson } from '#test/harness'
import type { Answered } from '#kernel/testing'
import type { Planned } from './plan.ts'

/** The tab of the versions of a plan. */
export const pathOf = ({ plan }: Planned): string => versionsPath(plan)

/** Freezes the plan by the form; says the id of the version. */
export async function freezeAs(planned: Planned, purpose: Purpose, report = ''): Promise<string> {
  const { coordinator, town, plan } = planned
  const sent = await coordinator.visitor.post(pathOf(planned), { purpose, report })
  if (sent.status !== 303) throw new Error(`Freezing was answered with ${sent.status}`)
  const [last] = await town.authority.asSystem(() => versionsOf(plan.id))
  return last?.id ?? ''
}

/** Presses « Envoyer au Conseil ». */
export const sendAs = (
  planned: Planned,
  version: string,
  { visitor }: TestPerson = planned.coordinator,
): Promise<Answered> => visitor.post(`${pathOf(planned)}/${version}/council`)

/** The last point by which a version went. */
export async function itemOf({ town, plan }: Planned, version: string): Promise<string> {
  const points = await town.authority.asSystem(() => submissionsOf(plan.id))
  return points.get(version)?.id ?? ''
}

let days = 0

/** Leads the point of a version through validation into an open sitting where everybody is, or onto its agenda; its annex is printed. */
export async function toAgenda(
  planned: Planned,
  version: string,
  until: 'frozen' | 'open' = 'open',
): Promise<{ item: string; meeting: string }> {
  const { authority, head, dg, secretariat, council } = planned.town
  await authority.drain()
  const item = await itemOf(planned, version)
  const step = (who: TestPerson, verb: string) =>
    done(who.visitor.api('POST', `/deliberations/items/${item}/steps`, { verb }))
  await step(head, 'endorse')
  await step(dg, 'validate')
  const day = Temporal.PlainDate.from('2026-01-05').add({ days: (days += 1) })
  const { id } = (
    await done(
      secretariat.visitor.api('POST', '/deliberations/meetings', {
        organ_id: council.id,
        starts_at: `${day.toString()}T20:00`,
        place: 'Maison communale',
        held: true,
      }),
    )
  ).json<{ id: string }>()
  const sent = { meeting_id: id }
  await done(secretariat.visitor.api('POST', `/deliberations/items/${item}/presentation`, sent))
  const verbs = until === 'open' ? ['freeze', 'decide'] : ['freeze']
  for (const verb of verbs)
    await done(secretariat.visitor.api('POST', `/deliberations/meetings/${id}/steps`, { verb }))
  if (until === 'frozen') return { item, meeting: formatDate(day) }
  const attendance = `/deliberations/meetings/${id}/attendance`
  const seats = (await done(secretariat.visitor.api('GET', attendance))).items<{ id: string }>()
  const present = Object.fromEntries(seats.map((seat) => [seat.id, 'present']))
  await done(secretariat.visitor.api('PUT', attendance, present))
  return { item, meeting: formatDate(day) }
}

async function done(answer: Promise<Answered>): Promise<Answered> {
  const given = await answer
  if (given.status >= 300) throw new Error(`${given.status}: ${given.text}`)
  return given
}
