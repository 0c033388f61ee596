import { expect, test } from 'vitest'
import { sumOf } from '#commons/budgets'
import { addElement, filtered, loadTree, type NewElement } from '#modules/strategy'
import { givenAuthority } from '#test/harness'
import { amountsOf, dueWithin, fteByService, lateActions, scopeOf } from '../scope.ts'
import { givenPlan } from './reported-plan.ts'

const authority = await givenAuthority()
const { plan, volet, works } = await givenPlan(authority)
const reader = await authority.person({ roles: ['agent'] })
const coordinator = await authority.person({ roles: ['coordinator'] })
const path = `/strategy/plans/${plan.id}`
const secret = 'encore secret'

const words = (html: string) =>
  html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u00A0\u202F]+/g, ' ')

const board = async (who: typeof reader, query = '') =>
  (await who.visitor.get(`${path}/dashboard${query}`)).text

test('a reader sees no trace of an action that is only created; the coordination sees it', async () => {
  for (const tab of ['dashboard', 'one-page']) {
    const seen = await reader.visitor.get(`${path}/${tab}`)
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain(secret)
    expect(seen.text).toContain('Volet externe')
  }
  expect((await coordinator.visitor.get(`${path}/one-page`)).text).toContain(secret)
  expect(words(await board(reader))).toContain('Créée 0')
  expect(words(await board(coordinator))).toContain('Créée 1')
})

test('each number is that of the table which its link leads to', async () => {
  const html = (await board(coordinator)).replaceAll('&amp;', '&')
  const tree = await authority.as(coordinator, () => loadTree(plan))
  const figures = [
    ...html.matchAll(/<dt><a href="[^"]*\/actions\?([^"]*)">[^<]*<\/a><\/dt><dd>(\d+)<\/dd>/g),
  ]
  expect(figures).toHaveLength(4)
  for (const [, query = '', count] of figures) {
    const filter = Object.fromEntries(new URLSearchParams(query))
    expect(filtered(tree, filter)).toHaveLength(Number(count))
  }
})

test('the budget is the sum of the volets, not of the places of an action', async () => {
  const tree = await authority.as(reader, () => loadTree(plan))
  expect(sumOf(amountsOf(scopeOf(tree)))).toBe(3_376_750)
  expect(words(await board(reader))).toContain('33 767,50 €')
})

test('late actions come first by their deadline; what is due far away is not due soon', async () => {
  const tree = await authority.as(reader, () => loadTree(plan))
  const scope = scopeOf(tree)
  expect(lateActions(scope).map(({ title }) => title)).toEqual(['Poser des éclairages'])
  expect(dueWithin(scope, 90)).toEqual([])
  expect(dueWithin(scope, 40_000)).toHaveLength(1)
})

test('full-time equivalents are counted once for each action that the reader may see', async () => {
  const tree = await authority.as(reader, () => loadTree(plan))
  expect(fteByService(scopeOf(tree))).toEqual([{ id: works, name: 'Travaux', fte: 2 }])
})

test('narrowed to a volet, only what stands below it counts', async () => {
  const inside = words(await board(reader, `?volet=${volet.id}`))
  expect(inside).toContain('33 767,50 €')
  const tree = await authority.as(reader, () => loadTree(plan))
  const other = tree.roots.find(({ id }) => id !== volet.id)
  const outside = scopeOf(tree, other?.id)
  expect(outside.found({})).toEqual([])
  expect(sumOf(amountsOf(outside))).toBe(0)
})

test('the wheel says how many elements serve a goal', async () => {
  expect(words(await board(reader))).toContain(
    'Villes et communautés durables 2 éléments, dont 2 actions',
  )
})

test('one’s own actions are those of one’s service', async () => {
  const worker = await authority.person({ roles: ['agent'], in: works })
  const html = words(await board(worker))
  expect(html.slice(html.indexOf('Mes actions'))).toContain('Poser des éclairages')
  expect(html).not.toContain('Vous n’avez pas d’action dans ce plan')
})

test('on one page stand volets, objectives and actions, each with its state and progress', async () => {
  const html = (await reader.visitor.get(`${path}/one-page`)).text
  const page = words(html)
  expect(page).toMatch(/OO\.2 Apaiser les rues \d+ %/)
  expect(page).toMatch(/Terminée A\.4 Réparer les trottoirs 100 %/)
  expect(page).toMatch(/En cours A\.5 Poser des éclairages en retard 0 %/)
})

test('sub-actions count as actions, tasks fall due too, and a part of a budget says which part it is', async () => {
  const other = await givenAuthority()
  const given = await givenPlan(other)
  const of = await other.person({ roles: ['coordinator'] })
  const below = async (title: string, level: 'sub_action' | 'task', own: NewElement) => {
    const { nodes } = await loadTree(given.plan)
    const node = nodes.find((one) => one.title === title)
    if (!node) throw new Error(title)
    return addElement(given.plan, level, [{ parentId: node.id, weight: 10_000 }], own)
  }
  const due_on = Temporal.Now.plainDateISO().add({ days: 30 })
  await other.asSystem(async () => {
    await below('Tracer des pistes cyclables', 'sub_action', { title: 'Peindre', state: 'ongoing' })
    await below('Peindre', 'task', { title: 'Acheter la peinture', state: 'in_progress', due_on })
  })
  const scope = scopeOf(await other.as(of, () => loadTree(given.plan)))
  expect(dueWithin(scope, 90).map(({ title }) => title)).toContain('Acheter la peinture')
  expect(scope.found({ level: 'actions' }).map(({ title }) => title)).toContain('Peindre')
  const tree = await of.visitor.get(`/strategy/plans/${given.plan.id}`)
  expect(words(tree.text)).toContain('(part de 50 %)')
})
