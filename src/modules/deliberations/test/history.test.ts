import { beforeAll, expect, test } from 'vitest'
import { read, write } from '#commons/dossiers'
import { change } from '#commons/workflow'
import type { TestPerson } from '#test/harness'
import { recordAttendance } from '#modules/sittings'
import { adoptUnanimously } from '#modules/votes'
import { type Item, items } from '../item.ts'
import { freeze, openSitting } from '../meeting-steps.ts'
import { present } from '../order.ts'
import { itemWorkflow } from '../workflow.ts'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  presences,
  type Town,
} from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const reason = 'Le montant n’est pas couvert.'

/** A point that its head sent back, and that was validated then. */
async function givenPointSentBack(): Promise<Item> {
  const proposed = await givenItem(town, {}, 'proposed')
  await onItem(town, town.head, proposed, (item) =>
    change(items, itemWorkflow, item, 'send_back', { comment: reason }),
  )
  return town.authority.asSystem(async () => {
    let item = await read(items, proposed.id)
    for (const verb of ['propose', 'endorse', 'validate'] as const)
      item = await change(items, itemWorkflow, item, verb)
    return item
  })
}

/** Has the council freeze it on an agenda and accept it in public. */
async function decideInPublic(item: Item): Promise<void> {
  const { meeting } = await givenMeeting(town, { items: [], until: 'created' })
  await onMeeting(town, town.secretariat, meeting, async (created) => {
    await present(item, created)
    const open = await openSitting(await freeze(created))
    await recordAttendance(open, await presences(open))
  })
  const open = await onMeeting(town, town.secretariat, meeting, (one) => one)
  await onItem(town, town.secretariat, item, (one) => adoptUnanimously(one, open))
}

const pageFor = async (who: TestPerson, { id }: { id: string }) =>
  mainWords(await who.visitor.get(`/deliberations/items/${id}`))

test('why a point was sent back stays with those who could read it then, whoever sees it later (S5)', async () => {
  const item = await givenPointSentBack()
  await decideInPublic(item)
  for (const who of [town.agent, town.head, town.dg])
    expect(await pageFor(who, item)).toContain(reason)
  for (const who of [town.accountant, town.councillor, town.mayor, town.secretariat]) {
    const page = await pageFor(who, item)
    expect(page).toContain('D’approuver')
    expect(page).not.toContain(reason)
  }
})

test('members read of a point what happens to it from the freezing of the agenda on', async () => {
  const item = await givenPointSentBack()
  await decideInPublic(item)
  const deeds = [
    'a écrit le point',
    'a validé le point',
    'a arrêté l’ordre du jour',
    'a acté que le point est accepté',
  ]
  const lines = async (who: TestPerson) => {
    const page = await pageFor(who, item)
    return deeds.filter((deed) => page.includes(deed))
  }
  expect(await lines(town.agent)).toEqual(deeds)
  expect(await lines(town.councillor)).toEqual([
    'a arrêté l’ordre du jour',
    'a acté que le point est accepté',
  ])
  expect(await lines(town.accountant)).toEqual(['a acté que le point est accepté'])
})

test('a service to which a point is handed over reads what happened to it before', async () => {
  const item = await givenPointSentBack()
  expect((await town.accountant.visitor.get(`/deliberations/items/${item.id}`)).status).toBe(404)
  await onItem(town, town.secretariat, item, (one) =>
    write(items, one, { service_id: town.finance }, 'edit', { fields: ['service_id'] }),
  )
  expect(await pageFor(town.accountant, item)).toContain(reason)
})
