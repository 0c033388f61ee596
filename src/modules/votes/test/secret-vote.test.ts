import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { history } from '#commons/dossiers'
import type { Item, Meeting } from '#modules/deliberations'
import { givenPoint, givenTown, seatIds, type Town } from '../../deliberations/test/council.ts'
import { editionAt } from '../../deliberations/test/editions.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

const count = (item: Item, counts: Record<string, number>) =>
  secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/secret-vote`, counts)

/** Tries to record the president's vote under their name. */
const vote = async (meeting: Meeting, item: Item) => {
  const [president = ''] = await seatIds(town, meeting)
  const ballots = { [president]: 'yes' }
  return secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/vote`, { ballots })
}

test('of a secret ballot only the counts are kept: no paper, no name (L1122-27)', async () => {
  const { meeting, item } = await givenPoint(town, { poll_type: 'secret' })
  const counts = { yes: 2, no: 0, abstain: 0, blank: 1, invalid: 1 }
  const answer = await count(item, counts)
  expect(answer.json()).toMatchObject({ secret: true, adopted: true, ...counts })
  const [ballots, deeds] = await town.authority.asSystem(async () => [
    await db()
      .selectFrom('votes.ballot as b')
      .innerJoin('votes.vote as v', 'v.id', 'b.vote_id')
      .selectAll('b')
      .where('v.item_id', '=', item.id)
      .execute(),
    await history(item.id),
  ])
  expect(ballots).toEqual([])
  const told = JSON.stringify(deeds.find(({ type }) => type === 'deliberations.item.vote')?.data)
  for (const seat of await seatIds(town, meeting)) expect(told).not.toContain(seat)
})

test('a secret point takes no named ballots, an open one no bare counts', async () => {
  const secret = await givenPoint(town, { poll_type: 'secret' })
  expect((await vote(secret.meeting, secret.item)).json()).toMatchObject({
    status: 409,
    detail: 'Ce point se vote au scrutin secret ou ne se vote pas.',
  })
  const open = await givenPoint(town)
  expect((await count(open.item, { yes: 3 })).json()).toMatchObject({
    status: 409,
    detail: 'Ce point ne se vote pas au scrutin secret.',
  })
  const noted = await givenPoint(town, { poll_type: 'no_vote' })
  expect((await vote(noted.meeting, noted.item)).status).toBe(409)
  expect((await count(noted.item, { yes: 3 })).status).toBe(409)
})

test('no more papers are counted than members are there, and the field is named', async () => {
  const { item } = await givenPoint(town, { poll_type: 'secret' })
  expect((await count(item, { yes: 4, blank: 1 })).json()).toMatchObject({
    status: 422,
    errors: { yes: ['Il n’y a que 4 votants présents.'] },
  })
  expect((await count(item, { yes: 1, no: -1 })).json()).toMatchObject({
    status: 422,
    errors: { no: [expect.any(String)] },
  })
  expect((await count(item, { yes: 0 })).status).toBe(422)
})

test('a count that is no number is refused beside its field, on the page as in the API', async () => {
  const { item } = await givenPoint(town, { poll_type: 'secret' })
  const edition = await editionAt(secretariat, `/deliberations/items/${item.id}/session`)
  const post = (yes: string) =>
    secretariat.visitor.post(`/deliberations/items/${item.id}/vote`, {
      edition,
      yes,
      no: '0',
      abstain: '0',
      blank: '0',
      invalid: '0',
    })
  for (const wrong of ['-1', 'deux', '1.5', '9']) {
    const page = await post(wrong)
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/<input id="f-yes"[^>]*aria-invalid="true"/)
  }
  expect((await post('3')).status).toBe(303)
})
