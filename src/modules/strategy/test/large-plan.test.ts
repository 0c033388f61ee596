import { beforeAll, describe, expect, test } from 'vitest'
import { planPath } from '../plan.ts'
import { addElement } from '../structure.ts'
import { whole } from '../weights.ts'
import { givenPlan, type SmallPlan } from './small-plan.ts'
import { words } from './town.ts'

let given: SmallPlan
let objective: string
const actions = 150

beforeAll(async () => {
  given = await givenPlan()
  await given.authority.asSystem(async () => {
    const { plan } = given
    const below = (id: string) => [{ parentId: id, weight: whole }]
    const state = 'ongoing'
    const top = await addElement(plan, 'strategic', below(given.volet), {
      title: 'Une ville',
      state,
    })
    const middle = await addElement(plan, 'operational', below(top.id), { title: 'Un parc', state })
    for (let at = 1; at <= actions; at += 1)
      await addElement(plan, 'action', below(middle.id), { title: `Planter le chêne ${at}`, state })
    objective = middle.id
  })
})

const page = (query = '') => given.coordinator.visitor.get(planPath(given.plan) + query)
const oaks = ({ text }: { text: string }) => text.match(/Planter le chêne \d+/g)?.length ?? 0

describe('of a large plan', () => {
  test('actions are sent when their objective is opened, by a link that needs no script', async () => {
    const tree = await page()
    expect(tree.text.length).toBeLessThan(60_000)
    expect(words(tree)).toContain('Un parc')
    expect(oaks(tree)).toBe(0)
    const [, href = ''] = /<a\s+class="fold"\s+href="([^"]*)"/.exec(tree.text) ?? []
    const branch = await given.coordinator.visitor.get(href.replaceAll('&amp;', '&'))
    // Once as its name, and once as what its progress is called.
    expect(new Set(branch.text.match(/Planter le chêne \d+/g)).size).toBe(actions)
    expect(branch.text).toContain(`href="${planPath(given.plan)}"`)
    // Rows that the page takes from there stand where they stand in the whole, under ids of their own.
    expect(branch.text).toMatch(/<tr[^>]* data-depth="3"/)
    expect(branch.text).toMatch(/id="tree-\d+-1-name"/)
  })

  test('all of it is one link away, for who prints it', async () => {
    expect((await page()).text).toContain(`href="${planPath(given.plan)}?all=1"`)
    expect(new Set((await page('?all=1')).text.match(/Planter le chêne \d+/g)).size).toBe(actions)
  })

  test('there is no branch of an element that is not in it, or not for the one who looks', async () => {
    expect((await page(`?branch=${crypto.randomUUID()}`)).status).toBe(404)
    expect((await page('?branch=x')).status).toBe(404)
    expect((await page(`?branch=${objective}&at="><b>`)).text).not.toContain('"><b>')
  })
})
