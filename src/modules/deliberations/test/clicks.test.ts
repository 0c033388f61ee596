import { expect, test } from 'vitest'
import { figure, type TestPerson } from '#test/harness'
import { allTerms } from '#commons/vocabularies'
import { categories } from '../category.ts'
import { agendaOf } from '../agenda.ts'
import { listMeetings } from '../queries.ts'
import { givenTown } from './council.ts'
import { Hand } from './hand.ts'

const points = 20

test('twenty points go from nothing to an agenda in at most 80 clicks, each of another category (I7)', async () => {
  const town = await givenTown()
  const names = await town.authority.asSystem(async () =>
    (await allTerms(categories.name)).map(({ name }) => name),
  )
  const hands: Hand[] = []
  const handOf = async (who: TestPerson) => {
    const hand = await new Hand(who).begin()
    hands.push(hand)
    await hand.follow('Délibérations')
    return hand
  }
  const all = async (who: TestPerson, step: string) => {
    const hand = await handOf(who)
    await hand.follow('Points')
    hand.tick('all')
    await hand.press(step)
    await hand.press(step)
    expect(hand.words).toContain(`c’est fait pour ${points} points`)
  }

  const agent = await handOf(town.agent)
  await agent.follow('Points')
  await agent.follow('Écrire un point')
  for (let one = 0; one < points; one += 1) {
    agent.type('title', `Point ${one + 1}`)
    agent.choose('category_id', names[one % names.length] ?? '')
    agent.type('motivation', 'Vu le rapport')
    agent.type('decision', 'D’approuver')
    await agent.press(one < points - 1 ? 'Enregistrer et en écrire un autre' : 'Enregistrer')
  }
  await all(town.agent, 'Proposer')
  await all(town.head, 'Valider')
  await all(town.dg, 'Valider')

  const secretariat = await handOf(town.secretariat)
  await secretariat.follow('Fixer une séance')
  secretariat.choose('organ_id', town.council.name)
  secretariat.type('starts_at', '2031-06-26T20:00')
  await secretariat.press('Fixer une séance')
  await all(town.secretariat, 'Présenter')

  const [meeting] = (await town.authority.as(town.secretariat, () => listMeetings())).items
  const agenda = await town.authority.as(town.secretariat, () => agendaOf(meeting?.id ?? ''))
  expect(agenda).toHaveLength(points)
  const clicks = hands.reduce((sum, hand) => sum + hand.clicks, 0)
  expect(
    figure(`Preparing ${points} points from nothing to an agenda`, clicks, 'clicks'),
  ).toBeLessThanOrEqual(80)
})
