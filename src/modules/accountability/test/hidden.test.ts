import { beforeAll, describe, expect, test } from 'vitest'
import { ground } from '#test/harness'
import { clean } from '#kernel/richtext'
import { search } from '#kernel/search'
import { latestHistory, read, rewordedIn } from '#commons/dossiers'
import { addIndicator } from '#commons/indicators'
import { addTerm, terms } from '#commons/vocabularies'
import {
  addBudgetLine,
  element,
  loadTree,
  nobody,
  plans,
  replaceParties,
  rewrite,
} from '#modules/strategy'
import { contentOf } from '../content.ts'
import { planCopies } from '../publish.ts'
import { type Planned, givenPlan } from './plan.ts'
import { freezeAs } from './sending.ts'

const nbsp = '\u00A0'
const nnbsp = '\u202F'

/** What an action says in fields that its plan then hides, as pages, spreadsheets and JSON write it. */
const secrets: Record<string, readonly string[]> = {
  description: ['Vdescription'],
  comments: ['Vcomments'],
  observation: ['Vobservation'],
  budget_comments: ['Vbudget'],
  progress: ['Vreason', 'Vremark', `37${nbsp}%`, '"progress":37', ';37;'],
  health: ['Vhealth'],
  planned_begin: ['2029-10-19', '19/10/2029', '19 octobre 2029'],
  planned_end: ['2029-11-23', '23/11/2029', '23 novembre 2029'],
  effective_begin: ['2029-10-20', '20/10/2029', '20 octobre 2029'],
  effective_end: ['2029-11-24', '24/11/2029', '24 novembre 2029'],
  fte: ['7,25', '7.25'],
  categories: ['Vcategory'],
  plans: ['Vtransversal'],
  sdgs: ['"sdgs":[14]'],
  mandataries: ['Vmandatary'],
  concerned: ['Vconcerned'],
  indicators: ['Vindicator'],
  budget: [`4${nnbsp}321,09`, '4321,09', '4321.09', '432109'],
}

let planned: Planned
let versionId = ''

beforeAll(async () => {
  planned = await givenPlan()
  const { town, school, lamps, coordinator } = planned
  await town.authority.asSystem(async () => {
    const category = await addTerm('strategy.category', 'Vcategory')
    const transversal = await addTerm('strategy.transversal', 'Vtransversal')
    const on = (text: string) => Temporal.PlainDate.from(text)
    await rewrite(await element(school.id), {
      ...{ description: clean('<p>Vdescription</p>').html, comments: 'Vcomments' },
      ...{ observation: 'Vobservation', budget_comments: 'Vbudget', remark: 'Vremark' },
      ...{ progress: 37, progress_reason: 'Vreason', health: 'risk', health_reason: 'Vhealth' },
      ...{ planned_begin: on('2029-10-19'), due_on: on('2029-11-23') },
      ...{ effective_begin: on('2029-10-20'), effective_end: on('2029-11-24') },
      ...{ fte: 7.25, categories: [category.id], plans: [transversal.id], sdgs: [14] },
    })
    const people = (['mandatary', 'concerned'] as const).map((part) => ({
      ...{ ...nobody, part, last_name: `V${part}` },
    }))
    await replaceParties(await element(school.id), people, ['mandatary', 'concerned'])
    await addIndicator(await element(school.id), {
      ...{
        label: 'Vindicator',
        unit: 'tonnes',
        source: '',
        direction: 'down',
        targets: {},
        baseline: null,
      },
    })
    const [source] = await terms('strategy.source')
    const line = { source_id: source?.id ?? '', year: 2028, comment: '' }
    await addBudgetLine(await element(school.id), { ...line, cents: 432_109 })
    await addBudgetLine(await element(lamps.id), { ...line, cents: 101 })
  })
  versionId = await freezeAs(planned, 'presentation')
  expect(await pagesThatTell(Object.values(secrets).flat())).not.toEqual([])
  for (const level of ['operational', 'action']) {
    const uses = Object.fromEntries(Object.keys(secrets).map((name) => [`uses.${name}`, 'hidden']))
    const path = `/strategy/plans/${planned.plan.id}/settings/fields`
    const { status } = await coordinator.visitor.post(path, { level, ...uses })
    expect(status).toBe(303)
  }
})

/** Every page, export and answer of the API about the plan or the action, as the coordination asks for it. */
async function addresses(): Promise<string[]> {
  const { house } = await ground()
  const ids = { plans: planned.plan.id, elements: planned.school.id }
  return house.routes
    .filter(({ method, path }) => method === 'get' && /^(?:\/api)?\/strategy\//.test(path))
    .filter(({ path }) => !path.includes('ecomptes')) // The exchange with the Region is whole.
    .flatMap(({ path }) =>
      Object.entries(ids).flatMap(([what, id]) =>
        path.includes(`/${what}/:id`)
          ? [path.replace(':id', id).replace(':version', versionId)]
          : [],
      ),
    )
}

async function pagesThatTell(words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const compared = `/strategy/plans/${planned.plan.id}/compare?from=${versionId}`
  for (const address of [...(await addresses()), compared]) {
    const answer = await planned.coordinator.visitor.get(address)
    // Lists to choose from name all words of the authority.
    const text = answer.text.replaceAll(/<select.*?<\/select>/gs, '')
    found.push(...words.filter((word) => text.includes(word)).map((word) => `${address}: ${word}`))
  }
  return found
}

describe('what a plan hides', () => {
  test('is on no page, in no export and in no answer of the API (S8)', async () => {
    expect((await addresses()).length).toBeGreaterThan(20)
    expect(await pagesThatTell(Object.values(secrets).flat())).toEqual([])
    const { school, coordinator } = planned
    const page = await coordinator.visitor.get(`/strategy/elements/${school.id}`)
    expect(page.text).not.toContain('Vie aquatique')
  })

  test('is not on the page of what an edit changed, which tells of the other fields', async () => {
    const { town, school, coordinator } = planned
    const { rows } = await town.authority.asSystem(() => latestHistory(school.id))
    const edits = rows.filter(({ data }) => rewordedIn(data).has('description'))
    expect(edits).not.toEqual([])
    for (const { id } of edits) {
      const path = `/strategy/elements/${school.id}/history/${id}`
      const hidden = await coordinator.visitor.get(path)
      for (const word of ['Vdescription', 'Vcomments', 'Vobservation'])
        expect(hidden.text).not.toContain(word)
      // Shown again, it is there.
      const fields = `/strategy/plans/${planned.plan.id}/settings/fields`
      const uses = (use: string) => ({
        ...Object.fromEntries(Object.keys(secrets).map((name) => [`uses.${name}`, 'hidden'])),
        ...{ level: 'action', 'uses.description': use },
      })
      const post = await coordinator.visitor.post(fields, uses('all'))
      expect(post.status, post.text).toBe(303)
      expect((await coordinator.visitor.get(path)).text).toContain('Vdescription')
      await coordinator.visitor.post(fields, uses('hidden'))
    }
  })

  test('is in no report, and not in what leaves for the public', async () => {
    const { town, plan, coordinator } = planned
    const content = await town.authority.as(coordinator, async () =>
      contentOf(await loadTree(await read(plans, plan.id))),
    )
    const copy = await town.authority.asSystem(() => planCopies.compose(plan.id))
    for (const told of [JSON.stringify(content), JSON.stringify(copy)])
      expect(
        Object.values(secrets)
          .flat()
          .filter((word) => told.includes(word)),
      ).toEqual([])
  })

  const words = ['description', 'comments', 'observation', 'budget', 'remark', 'reason', 'health']
  test.each([...words, 'mandatary', 'concerned'].map((word) => `V${word}`))(
    'is not found by %s',
    async (word) => {
      const { town, coordinator } = planned
      expect(await town.authority.as(coordinator, () => search(word))).toMatchObject({ found: [] })
    },
  )

  test('is kept, and told again when the plan shows it', async () => {
    const { town, plan, coordinator, school } = planned
    const path = `/strategy/plans/${plan.id}/settings/fields`
    await coordinator.visitor.post(path, { level: 'action', 'uses.description': 'all' })
    const page = await coordinator.visitor.get(`/strategy/elements/${school.id}`)
    expect(page.text).toContain('Vdescription')
    const found = await town.authority.as(coordinator, () => search('Vdescription'))
    expect(found).toMatchObject({ total: 1 })
  })
})
