import { expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import { decide, type Motion, motionOf } from '#modules/votes'
import { beside } from '#test/harness'
import {
  givenMeeting,
  givenTown,
  onItem,
  onMeeting,
  refusal,
} from '../../deliberations/test/council.ts'
import { withdrawMotion } from '../../votes/test/verbs.ts'
import { openVote } from '../poll.ts'

test('a vote is not opened on what is decided, or what is taken away, at the same moment', async () => {
  const town = await givenTown()
  const { meeting, points } = await givenMeeting(town, { items: [{}, {}] })
  const [first, second] = points
  if (!first || !second) throw new Error('It has two points')
  const path = `/deliberations/items/${second.id}/motions`
  const said = { kind: 'part', title: 'Article 3' }
  const put = await town.secretariat.visitor.api('POST', path, said)
  const [part] = put.items<{ id: string }>()
  const motion = await onItem(town, town.secretariat, second, (item) =>
    motionOf(item, part?.id ?? ''),
  )
  const opens = (item: Item, on?: Motion) => () =>
    onMeeting(town, town.secretariat, meeting, async (found) =>
      openVote(found, await read(items, item.id), on),
    )
  const decided = await onItem(town, town.secretariat, first, async (item) => {
    await decide(item, meeting, 'delay')
    return beside(opens(first))
  })
  expect((await refusal(decided.ended)).key).toBe('sittings.vote.decided_already')
  const away = await onItem(town, town.secretariat, second, async (item) => {
    await withdrawMotion(item, motion)
    return beside(opens(second, motion))
  })
  expect((await refusal(away.ended)).status).toBe(404)
})
