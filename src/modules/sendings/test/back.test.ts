import { expect, test } from 'vitest'
import { meetingOf } from '#modules/deliberations'
import { decide } from '#modules/votes'
import { givenItem, givenMeeting, onItem, onMeeting } from '../../deliberations/test/council.ts'
import { close } from '../../deliberations/test/verbs.ts'
import { comingDay, givenWay } from './way.ts'

const { town, act, of, wish, step, item, rewriteWay, accept, inCollege, frozenWith } =
  await givenWay()

test('what the college refuses goes nowhere; what went with its frozen agenda comes back', async () => {
  await rewriteWay({ sent_when: 'frozen' })
  const source = await givenItem(town, { organ_id: town.college.id })
  await wish(source)
  const { points } = await frozenWith([source])
  const [sent] = (await of(source)).items
  expect(await item(sent?.copy_id)).toMatchObject({ state: 'validated' })
  const [point] = points
  if (point)
    await onItem(town, town.secretariat, point, async (found) =>
      decide(found, await meetingOf(found), 'remove'),
    )
  expect(await item(sent?.copy_id)).toMatchObject({ state: 'cancelled' })
  await rewriteWay({ sent_when: 'accepted' })
})

test('what went with an agenda and came back, for it was put off, goes on with the point that follows it', async () => {
  await rewriteWay({ sent_when: 'frozen' })
  const source = await givenItem(town, { organ_id: town.college.id })
  await wish(source, { title: 'Pour le conseil' })
  await frozenWith([source])
  const [sent] = (await of(source)).items
  await onItem(town, town.secretariat, source, async (found) =>
    decide(found, await meetingOf(found), 'delay'),
  )
  expect(await item(sent?.copy_id)).toMatchObject({ state: 'cancelled' })
  const { meeting_id } = await item(source.id)
  await onMeeting(town, town.secretariat, { id: meeting_id ?? '' }, close)
  const { chain } = await of(source)
  const back = chain.find(({ id }) => id !== source.id && id !== sent?.copy_id)
  expect((await of({ id: back?.id ?? '' })).items).toMatchObject([{ copy_id: null }])
  expect((await of(source)).items).toEqual([])
  await rewriteWay({ sent_when: 'accepted' })
})

test('what another organ has on its agenda comes back where it was put off nonetheless', async () => {
  await rewriteWay({ sent_when: 'frozen', up_to: 'presented' })
  await givenMeeting(town, { day: comingDay(27), until: 'frozen' })
  const source = await givenItem(town, { organ_id: town.college.id })
  await wish(source, { urgent: true, urgency: 'Le délai du subside expire' })
  await frozenWith([source])
  const [sent] = (await of(source)).items
  expect(await item(sent?.copy_id)).toMatchObject({ state: 'frozen', organ_id: town.council.id })
  await onItem(town, town.secretariat, source, async (found) =>
    decide(found, await meetingOf(found), 'delay'),
  )
  const { meeting_id } = await item(source.id)
  await onMeeting(town, town.secretariat, { id: meeting_id ?? '' }, close)
  const { chain } = await of(source)
  const back = chain.filter(({ id }) => id !== source.id && id !== sent?.copy_id)
  expect(back).toHaveLength(1)
  expect(await item(back[0]?.id)).toMatchObject({ state: 'validated', organ_id: town.college.id })
  await rewriteWay({ sent_when: 'accepted', up_to: 'validated' })
})

test('what was decided and went on is not taken back here before it is called back there', async () => {
  const { item: source } = await inCollege()
  await wish(source)
  await accept(source)
  const takenBack = () =>
    act('POST', `/deliberations/items/${source.id}/decision`, { verb: 'reopen' })
  const refused = await takenBack()
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('devant un autre organe')
  const [sent] = (await of(source)).items
  if (sent) await step(sent, 'take_back')
  expect((await takenBack()).status).toBe(200)
})
