import { euros } from '#kernel/i18n'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, prepared, type TestAuthority, type TestPerson } from '#test/harness'
import { read, write } from '#commons/dossiers'
import { publicationsOf } from '#commons/publication'
import { sumOf } from '#commons/budgets'
import { elementPath, planPath, plans } from '#modules/strategy'
import { type PublicPlan } from '../publish.ts'
import { givenPlan, type Grown, inside, outside, treeOf } from './grown-plan.ts'

const slug = 'pst-2025-2030'
const page = `/pst/${slug}`
const data = (number = 1) => `/publications/accountability.plan/${slug}/${number}.json`
const table = (number = 1) => `${page}/${number}.csv`

let authority: TestAuthority
let coordinator: TestPerson
let grown: Grown

const givenGrown = prepared(async () => {
  const authority = await givenAuthority()
  await authority.service(inside('service'))
  const coordinator = await authority.person({
    roles: ['coordinator'],
    lastName: inside('coordination'),
  })
  return { authority, coordinator, grown: await givenPlan(authority, coordinator) }
})

async function given(): Promise<void> {
  ;({ authority, coordinator, grown } = await givenGrown())
}

const asks = async (path: string) => (await authority.visitor().get(path)).text
const publication = () => `${planPath(grown.plan)}/publication`
const publishes = () => coordinator.visitor.post(publication())
const step = (path: string, verb: string) => coordinator.visitor.post(`${path}/steps`, { verb })
const publications = () => authority.asSystem(() => publicationsOf(grown.plan.id))

async function withdraws(): Promise<void> {
  const [latest] = await publications()
  const fields = { publication: latest?.id ?? '', reason: 'Une adresse y était lisible' }
  expect((await coordinator.visitor.post(`${publication()}/withdrawal`, fields)).status).toBe(303)
}

describe('what leaves the house', () => {
  beforeAll(async () => {
    await given()
    expect((await publishes()).status).toBe(303)
  })

  test('is nothing that was written for the house, in no form', async () => {
    for (const path of [page, `${page}?q=dehors`, data(), table()]) {
      const text = await asks(path)
      expect(text, path).toContain(outside('action'))
      expect(text, path).not.toContain('DEDANS')
    }
  })

  test('says nothing of tasks, of what is merely created, or of what is below it', async () => {
    const { content } = JSON.parse(await asks(data())) as { content: PublicPlan }
    const levels = content.elements.map(({ level }) => level)
    expect(levels).toEqual([
      ...(['volet', 'strategic', 'operational', 'action', 'sub_action'] as const),
      'operational',
    ])
  })

  test('bears no id of the house: neither of people, nor of elements, nor of the plan', async () => {
    // The slug of a test authority looks like one.
    const own = authority.tenant.slug
    for (const path of [page, data(), table()])
      expect((await asks(path)).replaceAll(own, ''), path).not.toMatch(/[\da-f]{8}(-[\da-f]{4}){3}/)
  })

  test('is what citizens are told: words, people in office, money, figures', async () => {
    const text = await asks(page)
    const said = ['description strategic', 'mandataire', 'indicateur', 'sub_action', 'volet']
    for (const words of said.map(outside)) expect(text, words).toContain(words)
    const csv = await asks(table())
    for (const words of [...said.slice(0, 3), 'unité'].map(outside)) expect(csv).toContain(words)
    expect(csv).toContain('2050.5')
    const sheet = await asks(`${table()}?for=spreadsheets`)
    expect(sheet).toContain('2050,5')
    expect(sheet.split('\r\n')[0]).toContain(';')
  })

  test('masked words of a description leave as masked', async () => {
    expect(await asks(page)).toContain('<mark class="masked">masqué</mark>')
    expect(await asks(data())).toContain('masqué</mark>')
  })

  test('tells what is mirrored once, and at its other place that it is there', async () => {
    const text = await asks(page)
    const { reference } = grown.action
    expect(text.split(`id="${keyOf(reference)}"`)).toHaveLength(2)
    expect(sectionOf(text, grown.second.reference)).toContain(`href="#${keyOf(reference)}"`)
    const row = (await asks(table())).split('\r\n').find((line) => line.startsWith(reference))
    expect(row).toContain(`${grown.operational.reference}; ${grown.second.reference}`)
  })

  test('sets no cookie, and is there for this authority only', async () => {
    const { headers } = await authority.visitor().get(page)
    expect(headers.has('set-cookie')).toBe(false)
    const other = (await givenAuthority()).visitor()
    for (const path of [page, `${page}/1`, data(), table()])
      expect([path, (await other.get(path)).status]).toEqual([path, 404])
    expect((await other.get('/pst')).text).toContain('n’est pas encore publié')
  })

  test('is one click from the home of the public site', async () => {
    const home = await authority.visitor().get('/pst')
    expect([home.status, home.headers.get('location')]).toEqual([302, page])
    expect(await asks(page)).toContain('href="/pst"')
  })
})

describe('looking for something in a plan', () => {
  beforeAll(async () => {
    await given()
    await publishes()
  })

  test('shows what answers, what it stands below, and nothing else', async () => {
    const found = await asks(`${page}?q=sub_ACTION`)
    expect(found).toContain(outside('strategic'))
    expect(found).toContain(outside('sub_action'))
    expect(await asks(`${page}?q=nulle%20part`)).not.toContain(outside('strategic'))
  })

  test('of a goal shows what serves it, with all that is below', async () => {
    expect(await asks(`${page}?sdg=13`)).toContain('1 objectif ou action répond')
    expect(await asks(`${page}?sdg=7`)).toContain(outside('sub_action'))
    expect(await asks(`${page}?sdg=4`)).toContain('Rien dans ce plan')
    expect((await authority.visitor().get(`${page}?sdg=18`)).status).toBe(422)
  })
})

describe('publishing', () => {
  beforeEach(given)

  test('takes a plan in force: a draft is refused with a sentence', async () => {
    await step(planPath(grown.plan), 'redraft')
    const refused = await publishes()
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Seul un plan en vigueur se publie')
    expect((await authority.visitor().get(page)).status).toBe(404)
  })

  test('is for the coordination', async () => {
    const agent = await authority.person({ roles: ['agent'] })
    expect((await agent.visitor.get(publication())).status).toBe(403)
    expect((await agent.visitor.post(publication())).status).toBe(403)
    expect((await agent.visitor.get(planPath(grown.plan))).text).not.toContain(publication())
    expect((await coordinator.visitor.get(planPath(grown.plan))).text).toContain(publication())
  })

  test('what did not change does nothing', async () => {
    await publishes()
    await publishes()
    expect(await publications()).toHaveLength(1)
  })

  test('keeps the figures of that day, as the engines reckoned them, until it is done anew', async () => {
    await publishes()
    const tree = await treeOf(authority, grown.plan)
    const before = await asks(page)
    for (const one of [grown.strategic, grown.operational, grown.action]) {
      const node = tree.byId.get(one.id)
      const shown = sectionOf(before, one.reference)
      expect(shown).toContain(`aria-valuenow="${node?.done}"`)
      expect(shown).toContain(euros(sumOf(node?.total ?? new Map())))
    }
    await step(elementPath(grown.action), 'terminate')
    expect(await asks(page)).toBe(before)
    await publishes()
    const after = await treeOf(authority, grown.plan)
    expect(sectionOf(await asks(page), grown.action.reference)).toContain('Terminée')
    expect(after.byId.get(grown.strategic.id)?.done).toBe(67)
    expect(sectionOf(await asks(page), grown.strategic.reference)).toContain(
      `aria-valuenow="${after.byId.get(grown.strategic.id)?.done}"`,
    )
    const older = await asks(`${page}/1`)
    expect(older).toContain('version plus ancienne')
    expect(sectionOf(older, grown.action.reference)).toContain('aria-valuenow="0"')
  })

  test('is undone by a withdrawal with its reason: nothing of it answers any longer', async () => {
    await publishes()
    await withdraws()
    for (const path of [page, `${page}/1`, data(), table()])
      expect([path, (await authority.visitor().get(path)).status]).toEqual([path, 404])
    expect((await coordinator.visitor.get(publication())).text).toContain('Rien de ce dossier')
  })

  test('can be looked at before: the same words, for the coordination only', async () => {
    const preview = `${publication()}/preview`
    const { text } = await coordinator.visitor.get(preview)
    expect(text).toContain(outside('action'))
    expect(text).not.toContain('DEDANS')
    expect((await authority.visitor().get(preview)).status).not.toBe(200)
  })

  test('says nothing of the fields that the plan hides', async () => {
    await given()
    const uses = { 'uses.mandataries': 'hidden', 'uses.description': 'hidden' }
    const settings = `${planPath(grown.plan)}/settings/fields`
    const settled = await coordinator.visitor.post(settings, { level: 'action', ...uses })
    expect(settled.status).toBe(303)
    await publishes()
    const { content } = JSON.parse(await asks(data())) as { content: PublicPlan }
    const of = (level: string) => content.elements.find((one) => one.level === level)
    expect(of('action')).toMatchObject({ mandataries: [], description: '' })
    expect(of('operational')?.description).toContain(outside('description operational'))
  })

  test('anew after a change of title keeps the address', async () => {
    await publishes()
    await authority.asSystem(async () =>
      write(plans, await read(plans, grown.plan.id), { title: 'Notre plan' }, 'edit'),
    )
    await publishes()
    expect(await asks(page)).toContain('Notre plan')
  })
})

const keyOf = (reference: string) => reference.toLowerCase().replace('.', '-')

/** An element on the page, up to what is below it. */
function sectionOf(html: string, reference: string): string {
  const [, after = ''] = html.split(`id="${keyOf(reference)}"`)
  return after.split(/ id="/)[0] ?? ''
}
