import { expect, test } from 'vitest'
import { db } from '#kernel/db'
import { terms } from '#commons/vocabularies'
import { addElement, loadTree } from '#modules/strategy'
import { mainWords } from '../../deliberations/test/council.ts'
import { byObjective, differences } from '../compare.ts'
import { type PlanContent, contentOf } from '../content.ts'
import { type Planned, givenPlan, walk } from './plan.ts'
import { freezeAs, pathOf } from './sending.ts'

const contentNow = ({ town, plan }: Planned): Promise<PlanContent> =>
  town.authority.asSystem(async () => contentOf(await loadTree(plan)))

test('what was added, removed and changed is found, under its objective', async () => {
  const planned = await givenPlan()
  const { town, plan, objective, school, lamps } = planned
  const before = await contentNow(planned)
  await town.authority.asSystem(() =>
    addElement(plan, 'action', [{ parentId: objective.id, weight: 10_000 }], {
      title: 'Isoler la crèche',
    }),
  )
  await walk(planned, school, ['terminate'])
  const now = await contentNow(planned)
  const after = { ...now, elements: now.elements.filter(({ id }) => id !== lamps.id) }
  const found = differences(before, after)
  const kindOf = (title: string) => found.find(({ element }) => element.title === title)?.kind
  expect(kindOf('Isoler la crèche')).toBe('added')
  expect(kindOf('Changer les lampes')).toBe('removed')
  expect(kindOf('Isoler l’école')).toBe('changed')
  expect(kindOf('Fermer une école')).toBeUndefined()
  const known = new Map([...before.elements, ...after.elements].map((one) => [one.id, one]))
  const groups = byObjective(found, known)
  const below = [...groups].find(([{ id }]) => id === objective.id)?.[1] ?? []
  expect(below.map(({ element }) => element.title)).toContain('Changer les lampes')
})

test('a plan in which nothing happened has no differences', async () => {
  const planned = await givenPlan()
  expect(differences(await contentNow(planned), await contentNow(planned))).toEqual([])
})

test('changes are said in words: euros, dates, states, people, texts side by side', async () => {
  const planned = await givenPlan()
  const { town, school, coordinator } = planned
  const id = await freezeAs(planned, 'presentation')
  const [, second] = await town.authority.asSystem(() => terms('strategy.source'))
  const { visitor } = coordinator
  const edited = await visitor.post(`/strategy/elements/${school.id}`, {
    version: '4',
    title: 'Isoler l’école du Centre',
    due_on: '2028-01-31',
    description: '<p>Les murs, le toit et la cave.</p>',
    managers: [town.works, town.finance],
    health: 'risk',
    health_reason: 'Le marché est en retard',
    sdgs: ['7'],
  })
  expect(edited.status).toBe(303)
  await town.authority.asSystem(() =>
    db()
      .insertInto('commons.budget_line')
      .values({
        dossier_id: school.id,
        source_id: second?.id ?? '',
        year: 2027,
        cents: 50_050,
        comment: '',
      })
      .execute(),
  )
  await walk(planned, school, ['terminate'])
  const shown = mainWords(await visitor.get(`${pathOf(planned)}/compare?from=${id}&to=now`))
  for (const words of [
    'Isoler l’école du Centre',
    'mercredi 30 juin 2027',
    'lundi 31 janvier 2028',
    'Les murs et le toit.',
    'Les murs, le toit et la cave.',
    'En cours',
    'Terminée',
    'Travaux, Finances',
    'À risque',
    'Le marché est en retard',
    'ODD 7',
    '500,50',
  ])
    expect(shown).toContain(words)
  expect(shown).toMatch(/aucun ajout\s+aucun retrait/)
  expect(shown).toContain('Modifié')
})

test('a version that is not of the plan is not compared', async () => {
  const planned = await givenPlan()
  const { visitor } = planned.coordinator
  expect((await visitor.get(`${pathOf(planned)}/compare?from=autre`)).status).toBe(404)
})
