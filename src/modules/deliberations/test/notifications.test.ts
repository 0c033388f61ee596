import { beforeAll, expect, test } from 'vitest'
import { givenItem, givenMeeting, givenTown, type Town } from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const told = async (who: Town['agent']) =>
  (await who.visitor.api('GET', '/notices')).json<{
    notices: { dossier_id: string; type: string; said: string; actor_name: string }[]
  }>().notices

test('who wrote a point is told why it was sent back', async () => {
  const item = await givenItem(town, {}, 'proposed')
  const comment = 'Il manque le devis'
  await town.head.visitor.api('POST', `/deliberations/items/${item.id}/steps`, {
    verb: 'send_back',
    comment,
  })
  expect(await told(town.agent)).toMatchObject([
    { dossier_id: item.id, type: 'deliberations.item.send_back', said: comment },
  ])
  expect((await town.agent.visitor.get('/notices')).text).toContain(comment)
})

test('the members are told that the agenda stands; others are not', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const [last] = await told(town.councillor)
  expect(last).toMatchObject({ dossier_id: meeting.id, type: 'deliberations.meeting.freeze' })
  expect((await told(town.accountant)).map(({ dossier_id }) => dossier_id)).not.toContain(
    meeting.id,
  )
})

test('who heads the service is told what became of its points beyond her, and not what she did', async () => {
  const item = await givenItem(town, { title: 'Le pont' }, 'endorsed')
  const step = (who: Town['agent'], verb: string) =>
    who.visitor.api('POST', `/deliberations/items/${item.id}/steps`, { verb, comment: 'À revoir' })
  const ofItem = async () =>
    (await told(town.head)).filter(({ dossier_id }) => dossier_id === item.id)
  await step(town.dg, 'validate')
  expect(await ofItem()).toMatchObject([{ type: 'deliberations.item.validate' }])
  await step(town.secretariat, 'send_back')
  expect(await ofItem()).toMatchObject([{ type: 'deliberations.item.send_back', said: 'À revoir' }])
  await step(town.agent, 'propose')
  await step(town.head, 'send_back')
  expect(await ofItem()).toMatchObject([{ type: 'deliberations.item.send_back', others: 1 }])
})
