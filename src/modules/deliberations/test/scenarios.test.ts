import { beforeEach, expect, test } from 'vitest'
import { givenItem, givenMeeting, givenTown, seen, type Town } from './council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

type Named = { id: string }
const stepMeeting = ({ id }: Named, verb: string, comment = '') =>
  town.secretariat.visitor.api('POST', `/deliberations/meetings/${id}/steps`, { verb, comment })
const decide = ({ id }: Named, verb: string) =>
  town.secretariat.visitor.api('POST', `/deliberations/items/${id}/decision`, { verb })
const present = (item: Named, meeting: Named) =>
  town.secretariat.visitor.api('POST', `/deliberations/items/${item.id}/presentation`, {
    meeting_id: meeting.id,
  })
const stateOf = async (item: Named) => (await seen(town, item)).state
const heard = { purpose: 'takes_note', poll_type: 'no_vote' } as const

test('C07 a point that joins an agenda which stands is late and fixed with it; the others stay what they were', async () => {
  const { meeting, points } = await givenMeeting(town, { until: 'frozen' })
  const late = await givenItem(town, { title: 'En urgence' })
  expect((await present(late, meeting)).status).toBe(200)
  expect(await seen(town, late)).toMatchObject({ state: 'frozen', list_type: 'late' })
  const [first] = points
  expect(first && (await seen(town, first))).toMatchObject({ state: 'frozen', list_type: 'normal' })
})

test('C09 as long as a point is not decided the secretariat rewrites it, and nobody once it is', async () => {
  const { points } = await givenMeeting(town, { items: [heard] })
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  const rewrite = async (motivation: string) =>
    (
      await town.secretariat.visitor.api('PUT', `/deliberations/items/${point.id}`, {
        ...{ motivation, version: (await seen(town, point)).version },
      })
    ).status
  expect(await rewrite('Vu le plan')).toBe(200)
  expect((await decide(point, 'accept')).status).toBe(200)
  expect(await rewrite('Vu autre chose')).toBe(403)
})

test('C19 calling a meeting off takes no point with it: those of an open agenda wait, those of a fixed one come back', async () => {
  const open = await givenMeeting(town, { day: '2027-03-04', until: 'created' })
  const fixed = await givenMeeting(town, { day: '2027-03-11', until: 'frozen' })
  for (const { meeting } of [open, fixed])
    expect((await stepMeeting(meeting, 'cancel', 'Sans objet')).status).toBe(200)
  const [waits] = open.points
  const [was] = fixed.points
  if (!waits || !was) throw new Error('A meeting has no point')
  expect(await stateOf(waits)).toBe('validated')
  expect(await stateOf(was)).toBe('delayed')
  const all = await town.secretariat.visitor.api('GET', '/deliberations/items?state=validated')
  expect(all.items<{ title: string }>()).toHaveLength(2)
})
