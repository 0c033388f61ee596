import { beforeEach, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { terms } from '#commons/vocabularies'
import { givenAuthority, prepared } from '#test/harness'
import type { Element } from '../element.ts'
import { addBudgetLine } from '../budget.ts'
import { planPath } from '../plan.ts'
import { formsOn } from '../../deliberations/test/forms.ts'
import { givenElement, givenPlan, inDays, mainWords, type SmallPlan } from './small-plan.ts'

let small: SmallPlan
let objective: Element
let late: Element
let created: Element

const givenActions = prepared(async () => {
  const given = await givenPlan()
  const { authority, works, volet } = given
  const managers = [works]
  const strategic = await givenElement(given, 'strategic', volet, { path: ['begin'] })
  const goal = await givenElement(given, 'operational', strategic.id, {
    title: 'Objectif',
    managers,
    path: ['begin'],
  })
  const overdue = await givenElement(given, 'action', goal.id, {
    title: 'Action dépassée',
    managers,
    due_on: inDays(-5),
    progress: 40,
    path: ['schedule', 'begin'],
  })
  const fresh = await givenElement(given, 'action', goal.id, {
    title: 'Idée secrète',
    managers,
    due_on: inDays(400),
    progress: 9,
  })
  return { authority, given, goal, overdue, fresh }
})

beforeEach(async () => {
  ;({ given: small, goal: objective, overdue: late, fresh: created } = await givenActions())
})

/** The heads of the columns of a table. */
const headsOn = ({ text }: { text: string }) =>
  [...text.matchAll(/<th role="columnheader"[^>]*>(.*?)<\/th>/gs)].map(([, one]) =>
    one?.replaceAll(/<[^>]*>/g, '').trim(),
  )

const at = (tab: string) => `${planPath(small.plan)}/${tab}`

test('an agent of another service sees no created element, in no view, and no step to make', async () => {
  const { visitor } = small.accountant
  for (const tab of ['actions', 'actions.csv', 'board', 'gantt']) {
    const page = await visitor.get(at(tab))
    expect(page.status, tab).toBe(200)
    expect(page.text, tab).toContain('Action dépassée')
    expect(page.text, tab).not.toContain('Idée secrète')
    expect(page.text, tab).not.toContain('/steps"')
    expect(page.text, tab).not.toContain('/edit')
  }
  const element = await visitor.get(`/strategy/elements/${late.id}`)
  expect(element.text).not.toContain(`/strategy/elements/${late.id}/edit`)
  expect((await visitor.get(`/strategy/elements/${created.id}`)).status).toBe(404)
  expect((await visitor.get(`/strategy/elements/${late.id}/edit`)).status).toBe(403)
})

test('another authority finds none of the views', async () => {
  const other = await givenAuthority()
  const { visitor } = await other.person({ roles: ['agent', 'coordinator'] })
  for (const tab of ['', 'actions', 'actions.csv', 'board', 'gantt'])
    expect((await visitor.get(at(tab))).status, tab).toBe(404)
})

test('everybody of the house sees the volets of a plan, from its first day', async () => {
  expect(mainWords(await small.accountant.visitor.get(planPath(small.plan)))).toContain(
    'Volet externe',
  )
})

test('the table is sorted by the head that is pressed, what has no deadline last', async () => {
  const { visitor } = small.coordinator
  const order = async (sort: string) => {
    const { text } = await visitor.get(`${at('actions')}?level=action&sort=${sort}`)
    return text.indexOf('Action dépassée') < text.indexOf('Idée secrète')
  }
  expect(await order('deadline')).toBe(true)
  expect(await order('-deadline')).toBe(false)
  expect(await order('progress')).toBe(false)
  expect(await order('-title')).toBe(false)
  await givenElement(small, 'action', objective.id, {
    title: 'Sans échéance du tout',
    managers: [small.works],
  })
  for (const sort of ['deadline', '-deadline']) {
    const { text } = await visitor.get(`${at('actions')}?level=action&sort=${sort}`)
    expect(text.indexOf('Sans échéance du tout')).toBeGreaterThan(text.indexOf('Idée secrète'))
    expect(text.indexOf('Sans échéance du tout')).toBeGreaterThan(text.indexOf('Action dépassée'))
  }
  const { text } = await visitor.get(`${at('actions')}?sort=deadline`)
  expect(text).toContain('sort=-deadline')
  expect(text).toContain('aria-sort="ascending"')
})

test('the views count what they show, and the one that is shown is current', async () => {
  const { text } = await small.coordinator.visitor.get(`${at('actions')}?view=late`)
  expect(text).toMatch(/view=late" aria-current="page">\s*En retard\s*<span class="count">1</)
  expect(mainWords({ text })).toContain('1 élément')
})

test.for([
  ['level=ville', 'niveau'],
  ['state=__proto__', 'état'],
  ['health=fatigue', 'santé'],
  ['service=abc', 'service'],
  ['category=abc', 'catégorie'],
  ['sdg=18', 'ODD'],
  ['view=toutes', 'qui en répond'],
  ['volet=abc', 'volet'],
] as const)(
  'a condition that the plan does not know is said, and narrows nothing: %s',
  async ([query, label]) => {
    const { visitor } = small.coordinator
    for (const tab of ['actions', 'board', 'gantt']) {
      const page = await visitor.get(`${at(tab)}?${query}`)
      expect(page.status, tab).toBe(200)
      expect(mainWords(page), tab).toContain(`La condition « ${label} » n’est pas comprise`)
      expect(mainWords(page), tab).toContain('Action dépassée')
    }
    expect((await visitor.get(`${at('actions.csv')}?${query}`)).status).toBe(422)
  },
)

test('an order that the plan does not know is said, and a file refuses it', async () => {
  const { visitor } = small.coordinator
  for (const sort of ['poids', '-__proto__']) {
    const page = mainWords(await visitor.get(`${at('actions')}?sort=${sort}`))
    expect(page).toContain(`ne se trie pas par « ${sort} »`)
    expect((await visitor.get(`${at('actions.csv')}?sort=${sort}`)).status).toBe(422)
  }
})

test('conditions that are seldom asked for are offered, and stand in the sentence once wanted', async () => {
  const { visitor } = small.coordinator
  const plain = (await visitor.get(at('actions'))).text
  // Read aloud, the sentence is one, whatever it is narrowed to (I8).
  expect(mainWords({ text: plain })).toMatch(/Éléments de tous les niveaux .* dans tous les états/)
  expect(plain).not.toContain('name="sdg"')
  expect(plain).toContain(`${at('actions')}?with=sdg`)
  expect((await visitor.get(`${at('actions')}?with=sdg`)).text).toContain('name="sdg"')
  expect((await visitor.get(`${at('actions')}?sdg=4`)).text).toContain('name="sdg"')
})

test('the CSV holds exactly what is shown, in its order, and is noted', async () => {
  const { visitor } = small.coordinator
  const query = 'level=action&sort=-deadline'
  expect((await visitor.get(`${at('actions')}?${query}`)).text).toContain(
    `actions.csv?level=action`,
  )
  const answer = await visitor.get(`${at('actions.csv')}?${query}`)
  expect(answer.headers.get('content-type')).toContain('text/csv')
  expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  const [heads, ...rows] = answer.text.trim().split('\r\n')
  expect(heads).toContain('Référence;Intitulé;Contribue à;Niveau;État')
  expect(rows).toEqual([
    expect.stringContaining('Idée secrète;OO.2;Action;Créée;;9;'),
    expect.stringContaining(`Action dépassée;OO.2;Action;En cours;;40;${late.due_on};Travaux`),
  ])
  const noted = await small.authority.asSystem(() =>
    db().selectFrom('kernel.audit').select('subject').where('action', '=', 'download').execute(),
  )
  expect(noted).toEqual([{ subject: at('actions.csv') }])
})

test('amounts are sorted as amounts, −10 before −5, days as days, a share as a number (F3)', async () => {
  const { volet, works, coordinator } = small
  const sources = await small.authority.asSystem(() => terms('strategy.source'))
  const worth = [-1000, -500, 10_025, 10_050, 1_250_050]
  for (const [at, cents] of worth.entries()) {
    const one = await givenElement(small, 'strategic', volet, {
      title: `Vaut ${cents}`,
      managers: [works],
      due_on: inDays(at * 40 - 90),
      progress: [2, 9, 10, 20, 100][at],
    })
    await small.authority.as(coordinator, () =>
      addBudgetLine(one, {
        source_id: sources[0]?.id ?? '',
        year: small.plan.first_year,
        cents,
        comment: '',
      }),
    )
  }
  const titles = async (sort: string) => {
    const { text } = await coordinator.visitor.get(`${at('actions')}?q=Vaut&sort=${sort}`)
    return [...text.matchAll(/<\/span>\s*Vaut (-?\d+)/g)].map(([, cents]) => Number(cents))
  }
  for (const column of ['budget', 'deadline', 'progress']) {
    expect(await titles(column), column).toEqual(worth)
    expect(await titles(`-${column}`), column).toEqual(worth.toReversed())
  }
})

test('each keeps the columns that they choose for a view, in the page and in the file', async () => {
  const { visitor } = small.coordinator
  const columns = { list: 'strategy.elements', view: 'view=late', columns: ['reference', 'health'] }
  const back = `${at('actions')}?view=late`
  const kept = await visitor.post('/views/columns', { ...columns, back })
  expect(kept.headers.get('location')).toBe(back)
  expect(headsOn(await visitor.get(back))).toEqual(['Intitulé', 'Référence', 'Santé'])
  expect(headsOn(await visitor.get(at('actions')))).toContain('Budget')
  expect(headsOn(await small.agent.visitor.get(back))).toContain('Budget')
  const file = await visitor.get(`${at('actions.csv')}?view=late`)
  expect(file.text.split('\r\n')[0]).toContain('Référence;Intitulé;Santé')
  expect(file.text.split('\r\n')[0]).not.toContain('Budget')
})

test('what a plan hides is told by no column, no order and no file', async () => {
  const { visitor } = small.coordinator
  const order = async (sort: string) => {
    const { text } = await visitor.get(`${at('actions')}?level=action&sort=${sort}`)
    return text.indexOf('Action dépassée') < text.indexOf('Idée secrète')
  }
  const before = await order('')
  await visitor.post(`${at('settings')}/fields`, { level: 'action', 'uses.progress': 'hidden' })
  expect([await order('progress'), await order('-progress')]).toEqual([before, before])
  const [, ...rows] = (await visitor.get(`${at('actions.csv')}?level=action`)).text
    .trim()
    .split('\r\n')
  for (const row of rows) expect(row.split(';')[6]).toBe('')
})

test('plans are a list as all others: sorted, narrowed, counted, taken as a file', async () => {
  const { visitor } = small.coordinator
  const page = await visitor.get('/strategy')
  expect(mainWords(page)).toContain('1 plan')
  expect(page.text).toContain('sort=elements')
  const [heads, row] = (await visitor.get('/strategy?as=csv')).text.trim().split('\r\n')
  expect(heads).toContain('Éléments;')
  expect(row).toContain(';4;')
  expect(mainWords(await visitor.get('/strategy?state=archived'))).toContain('Aucun plan')
  expect(mainWords(await visitor.get('/strategy?elements.from=5'))).toContain('Aucun plan')
})

test('whoever rewrites a plan that somebody else has rewritten since is told so', async () => {
  const { visitor } = small.coordinator
  const path = planPath(small.plan)
  const [form] = formsOn(await visitor.get(`${path}/edit`)).filter(({ action }) => action === path)
  expect((await visitor.post(path, { ...form?.fields, title: 'Le premier' })).status).toBe(303)
  const late = await visitor.post(path, { ...form?.fields, title: 'Le second' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Le second')
  expect((await visitor.get(path)).text).toContain('Le premier')
})

test('PST-29: a list of actions says what each stands below; one of objectives has no such column', async () => {
  const { visitor } = small.coordinator
  const heads = async (level: string) =>
    headsOn(await visitor.get(`${at('actions')}?level=${level}`)).includes('Contribue à')
  expect(await heads('action')).toBe(true)
  expect([await heads('operational'), await heads('strategic')]).toEqual([false, false])
})

test('a view or an order that nobody knows shows all, whatever its name', async () => {
  for (const name of ['__proto__', 'constructor', 'valueOf', 'nothing']) {
    const page = await small.coordinator.visitor.get(`${at('actions')}?view=${name}&sort=${name}`)
    expect([name, page.status]).toEqual([name, 200])
    expect(page.text).toContain('Idée secrète')
  }
})

test('the board moves a card without leaving it; a step that asks why leads to the element', async () => {
  const { visitor } = small.agent
  const page = await visitor.get(at('board'))
  const steps = `/strategy/elements/${created.id}/steps`
  expect(page.text).toContain(`action="${steps}"`)
  expect(page.text).not.toContain('value="stop"')
  expect(page.text).toContain('Arrêter (dire pourquoi)')
  const back = `${at('board')}?view=mine`
  const moved = await visitor.post(steps, { verb: 'schedule', back })
  expect(moved.headers.get('location')).toBe(back)
  const again = await visitor.post(steps, { verb: 'schedule', back })
  expect(again.status).toBe(409)
  const elsewhere = await visitor.post(steps, { verb: 'begin', back: 'https://example.org/' })
  expect(elsewhere.headers.get('location')).toBe('/')
})

test('the calendar lends an objective the dates of what it contains, and says what is late', async () => {
  const words = mainWords(await small.coordinator.visitor.get(at('gantt')))
  expect(words).toContain('Action dépassée en retard')
  expect(words).toMatch(/Volet externe — \d\d\/\d\d\/\d{4}/)
  const filtered = await small.coordinator.visitor.get(`${at('gantt')}?service=${small.finance}`)
  expect(mainWords(filtered)).not.toContain('Action dépassée')
})
