import { beforeAll, expect, test } from 'vitest'
import { beside } from '#test/harness'
import type { Item, Meeting } from '#modules/deliberations'
import { adoptRemaining, decide, pollOn } from '../session.ts'
import { votesOn } from '../recorded.ts'
import { castVotes } from '../vote.ts'
import {
  ballotsOf,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  seen,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

const vote = async (meeting: Meeting, item: Item, ...choices: ('yes' | 'no')[]) => {
  const ballots = await ballotsOf(town, meeting, ...choices)
  return secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/vote`, { ballots })
}

test('adopting what remains leaves secret points and those with a vote of their own', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [
      { title: 'open' },
      { title: 'voted' },
      { title: 'noted', poll_type: 'no_vote' },
      { title: 'secret', poll_type: 'secret' },
      { title: 'delayed' },
    ],
  })
  const [open, voted, noted, secret, delayed] = points
  if (!open || !voted || !noted || !secret || !delayed) throw new Error('A point is missing')
  await vote(meeting, voted, 'no', 'no', 'yes')
  await onItem(town, secretariat, delayed, (item) => decide(item, meeting, 'delay'))
  const answer = await secretariat.visitor.api(
    'POST',
    `/deliberations/meetings/${meeting.id}/adoption`,
    {},
  )
  expect(answer.json()).toEqual({
    adopted: 2,
    left_out: [
      { id: voted.id, why: 'voted' },
      { id: secret.id, why: 'secret' },
    ],
  })
  const states = []
  for (const item of points) states.push((await seen(town, item)).state)
  expect(states).toEqual(['accepted', 'frozen', 'accepted', 'frozen', 'delayed'])
  const page = await secretariat.visitor.get(`/deliberations/items/${open.id}`)
  expect(mainWords(page)).toContain('À l’unanimité')
})

test('whoever adopts what remains is told which points are not of them, and why', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [{}, { title: 'voted' }, { title: 'secret', poll_type: 'secret' }],
  })
  const [, voted] = points
  if (!voted) throw new Error('A point is missing')
  await vote(meeting, voted, 'no', 'no', 'yes')
  const { visitor } = secretariat
  const path = `/deliberations/meetings/${meeting.id}`
  expect((await visitor.get(path)).text).toContain('Le point 2 garde le vote qui y est noté.')
  await visitor.post(`${path}/adoption`)
  const told = (await visitor.get(path)).text
  expect(told).toContain('1 point a été adopté à l’unanimité.')
  expect(told).toContain('Le point 2 reste à décider selon le vote qui y est noté.')
  expect(told).toContain('Le point 3 reste à voter au scrutin secret.')
})

test('a vote that is being recorded while the rest is adopted stays as it was cast', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}] })
  const [item, other] = points
  if (!item || !other) throw new Error('A point is missing')
  const ballots = await ballotsOf(town, meeting, 'no', 'no')
  const adoption = await onItem(town, secretariat, item, async (locked) => {
    const poll = await pollOn(locked, meeting)
    const started = await beside(() => onMeeting(town, secretariat, meeting, adoptRemaining))
    await castVotes(locked, poll, ballots)
    return started
  })
  expect(await adoption.ended).toMatchObject({ left: [{ id: other.id }], voted: [{ id: item.id }] })
  const votes = await town.authority.asSystem(() => votesOn([item.id]))
  expect(votes.get(item.id)).toMatchObject({ tally: { yes: 0, no: 2, abstain: 2 } })
})
