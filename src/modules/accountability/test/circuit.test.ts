import { expect, test } from 'vitest'
import { annexesOf } from '#commons/annexes'
import { history, read, write } from '#commons/dossiers'
import { type TestPerson, givenAuthority } from '#test/harness'
import { mainWords } from '../../deliberations/test/council.ts'
import { items } from '#modules/deliberations'
import { submissionsOf } from '../council.ts'
import { type Planned, givenPlan, planNow } from './plan.ts'
import { freezeAs, itemOf, pathOf, sendAs, toAgenda } from './sending.ts'

test('a plan goes from its freezing to the council, which takes note; then it is in force', async () => {
  const planned = await givenPlan()
  const { town, coordinator } = planned
  const version = await freezeAs(planned, 'presentation', '<p>Les volets sont prêts.</p>')
  expect((await sendAs(planned, version)).status).toBe(303)
  const { item, meeting } = await toAgenda(planned, version)
  const { councillor } = town
  const point = mainWords(await councillor.visitor.get(`/deliberations/items/${item}`))
  expect(point).toContain('L1123-27')
  expect(point).toContain('Les volets sont prêts.')
  expect(point).toContain('PST 2025-2030, version du')
  expect((await planNow(planned)).state).toBe('draft')
  await decide(planned, item, 'accept')
  expect(await planNow(planned)).toMatchObject({ state: 'in_force', due_on: null })
  const tab = mainWords(await coordinator.visitor.get(pathOf(planned)))
  expect(tab).toContain('En vigueur')
  expect(tab).toContain('Accepté')
  expect(tab).toContain(meeting)
})

test('who may not read a point does not learn its title from the plan, nor from its history', async () => {
  const planned = await givenPlan()
  const { town, plan } = planned
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  const retitled = 'Titre réservé au service'
  const item = await itemOf(planned, version)
  await town.authority.asSystem(async () =>
    write(items, await read(items, item), { title: retitled }, 'edit'),
  )
  const other = await town.authority.person({ roles: ['agent'] })
  const tab = await other.visitor.get(pathOf(planned))
  expect(mainWords(tab)).toContain('Présentation au Conseil')
  expect(tab.text).not.toContain(retitled)
  expect((await planned.coordinator.visitor.get(pathOf(planned))).text).toContain(retitled)
  await toAgenda(planned, version)
  await decide(planned, item, 'accept')
  const lines = JSON.stringify(await town.authority.asSystem(() => history(plan.id)))
  expect(lines).toContain('version.accept')
  expect(lines).not.toContain(retitled)
})

test('the point carries the print of the version as PDF/A, which the council can read', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  const { item } = await toAgenda(planned, version)
  const [annex] = await planned.town.authority.asSystem(() => annexesOf(item))
  expect(annex).toMatchObject({ content_type: 'application/pdf' })
  const file = await planned.town.councillor.visitor.get(`/annexes/${annex?.id}`)
  expect(file.status).toBe(200)
  expect(file.text).toContain('pdfaid:part')
})

test('a version that is under way or taken note of is not sent twice; one that came to nothing may go again', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  expect((await sendAs(planned, version)).status).toBe(409)
  const first = await toAgenda(planned, version)
  await decide(planned, first.item, 'delay')
  expect((await planNow(planned)).state).toBe('draft')
  expect((await sendAs(planned, version)).status).toBe(303)
  const second = await toAgenda(planned, version)
  expect(second.item).not.toBe(first.item)
  await decide(planned, second.item, 'accept_modified')
  expect((await planNow(planned)).state).toBe('in_force')
  expect((await sendAs(planned, version)).status).toBe(409)
})

test('what the council takes note of is not refused, and the plan stays in preparation', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  const { item } = await toAgenda(planned, version)
  const { visitor } = planned.town.secretariat
  const path = `/deliberations/items/${item}/decision`
  const refused = await visitor.api('POST', path, { verb: 'refuse' })
  expect(refused.json()).toMatchObject({ status: 409, detail: 'Seule une décision se refuse.' })
  expect((await planNow(planned)).state).toBe('draft')
})

test.for(['delay', 'remove'] as const)(
  'a plan whose point the council answers with %s stays in preparation, and its history says so',
  async (verb) => {
    const planned = await givenPlan()
    const version = await freezeAs(planned, 'presentation')
    await sendAs(planned, version)
    const { item } = await toAgenda(planned, version)
    await decide(planned, item, verb)
    expect((await planNow(planned)).state).toBe('draft')
    expect(await told(planned)).toContain(`accountability.version.${verb}`)
  },
)

test('a plan that was presented twice stays in force when one of the decisions is taken back (B5)', async () => {
  const planned = await givenPlan()
  const accepted = async () => {
    const version = await freezeAs(planned, 'presentation')
    await sendAs(planned, version)
    const { item } = await toAgenda(planned, version)
    await decide(planned, item, 'accept')
    return item
  }
  const first = await accepted()
  const second = await accepted()
  await decide(planned, second, 'reopen')
  expect(await planNow(planned)).toMatchObject({ state: 'in_force', due_on: null })
  await decide(planned, first, 'reopen')
  expect((await planNow(planned)).state).toBe('draft')
})

test('a decision that is taken back takes the plan out of force until it is made anew', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  const { item } = await toAgenda(planned, version)
  await decide(planned, item, 'accept')
  await decide(planned, item, 'reopen')
  const again = await planNow(planned)
  expect(again.state).toBe('draft')
  expect(again.due_on?.toString()).toBe('2025-06-02')
  await decide(planned, item, 'accept')
  expect((await planNow(planned)).state).toBe('in_force')
})

test('a point that leaves the agenda is still the one of its version', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  await sendAs(planned, version)
  const { item } = await toAgenda(planned, version, 'frozen')
  const withdrawn = await planned.town.secretariat.visitor.post(
    `/deliberations/items/${item}/steps`,
    { verb: 'withdraw' },
  )
  expect(withdrawn.status).toBe(303)
  expect(await itemOf(planned, version)).toBe(item)
  expect((await sendAs(planned, version)).status).toBe(409)
  expect(await told(planned)).toContain('accountability.version.withdraw')
})

test('an evaluation that the council takes note of changes no state', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'midterm')
  await sendAs(planned, version)
  const { item } = await toAgenda(planned, version)
  await decide(planned, item, 'accept')
  expect((await planNow(planned)).state).toBe('draft')
})

test('whoever writes for no service is told so, and nothing is sent', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  const { authority } = planned.town
  const outsider = await authority.person({ roles: ['agent', 'coordinator'] })
  const tab = mainWords(await outsider.visitor.get(pathOf(planned)))
  expect(tab).toContain('Vous n’écrivez de points pour aucun service')
  expect((await sendAs(planned, version, outsider)).status).toBe(409)
  expect((await authority.asSystem(() => submissionsOf(planned.plan.id))).size).toBe(0)
})

test('an agent reads versions but neither freezes nor sends; another authority finds nothing', async () => {
  const planned = await givenPlan()
  const version = await freezeAs(planned, 'presentation')
  const path = pathOf(planned)
  const { agent } = planned.town
  expect((await agent.visitor.get(path)).status).toBe(200)
  expect((await agent.visitor.get(`${path}/new`)).status).toBe(403)
  const frozen = await agent.visitor.post(path, { purpose: 'update', report: '' })
  expect(frozen.status).toBe(403)
  expect((await sendAs(planned, version, agent)).status).toBe(403)
  const elsewhere = await givenAuthority()
  const stranger = await elsewhere.person({ roles: ['agent', 'coordinator'] })
  for (const end of ['', '/new', `/${version}`, `/compare?from=${version}`])
    expect((await stranger.visitor.get(`${path}${end}`)).status).toBe(404)
  expect((await sendAs(planned, version, stranger)).status).toBe(404)
})

const decide = (planned: Planned, item: string, verb: string) =>
  expectDone(planned.town.secretariat, item, verb)

async function expectDone(who: TestPerson, item: string, verb: string): Promise<void> {
  const made = await who.visitor.api('POST', `/deliberations/items/${item}/decision`, { verb })
  expect(made.status).toBe(200)
}

const told = ({ town, plan }: Planned): Promise<string[]> =>
  town.authority.asSystem(async () => (await history(plan.id)).map(({ type }) => type))
