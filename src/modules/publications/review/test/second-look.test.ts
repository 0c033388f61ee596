import { beforeEach, describe, expect, test } from 'vitest'
import { givenTown, mainWords, type Town } from '../../../deliberations/test/council.ts'
import type { Item, Meeting } from '#modules/deliberations'
import type { TestPerson } from '#test/harness'
import { deskOf, road } from './given.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})
const desk = deskOf(() => town)
const { closed, found, judge, maskAll, project, publish, reviewOf, rule } = desk

describe('an organ that wants a second look', () => {
  beforeEach(() => rule({ second_look: 'on' }))
  const confirm = (meeting: Meeting, point: Item, who: TestPerson) =>
    who.visitor.api('POST', `${reviewOf(meeting, point)}/confirmation`, {})

  test('publishes once another person than the one who judged confirmed', async () => {
    const { meeting, point } = await closed()
    await maskAll(meeting, point)
    expect((await found(meeting, point)).stays).toBe('unconfirmed')
    expect((await publish(meeting)).status).toBe(409)
    const same = await confirm(meeting, point, town.secretariat)
    expect(same.status).toBe(409)
    expect(JSON.stringify(same.json())).toContain('une autre personne')
    expect((await confirm(meeting, point, town.dg)).status).toBe(200)
    expect((await publish(meeting)).status).toBe(303)
  })

  test('has it confirmed anew where a judgement changes', async () => {
    const { meeting, point } = await closed()
    await maskAll(meeting, point)
    await confirm(meeting, point, town.dg)
    await judge(meeting, point, { words: '81.03.12-004.02', verdict: 'kept' })
    expect((await found(meeting, point)).stays).toBe('unconfirmed')
    expect((await publish(meeting)).status).toBe(409)
  })

  test('has nothing confirmed that is still to judge', async () => {
    const { meeting, point } = await closed()
    expect((await confirm(meeting, point, town.dg)).status).toBe(409)
  })
})

describe('the page of the review', () => {
  test('marks what was found in its place, and judges it without scripts, one after the other', async () => {
    const { meeting, point } = await closed()
    const list = await town.secretariat.visitor.get(reviewOf(meeting))
    expect(mainWords(list)).toContain('à juger')
    const path = reviewOf(meeting, point)
    const first = await town.secretariat.visitor.get(path)
    expect(first.text).toContain('<mark class="found" id="words-0"')
    const { found: words } = await found(meeting, point)
    const sent = await town.secretariat.visitor.post(path, {
      ...{ words: words[0]?.words ?? '', was: '', verdict: 'masked' },
    })
    expect(sent.headers.get('location')).toContain('?at=1')
    const next = await town.secretariat.visitor.get(`${path}?at=1`)
    expect(next.text).toContain('<mark class="mask" id="words-0"')
  })

  test('says what is wrong with words that stand nowhere, and keeps them', async () => {
    const { meeting, point } = await closed()
    const refused = await town.secretariat.visitor.post(reviewOf(meeting, point), {
      ...{ words: 'Nulle part', verdict: 'masked' },
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('ne se trouvent nulle part')
    expect(refused.text).toContain('value="Nulle part"')
  })
})

test('a text too long to be looked through leaves once somebody confirmed that they read it', async () => {
  const long = `<p>${'lorem ipsum '.repeat(36_000)}</p>`
  const { meeting, point } = await project({ ...road, motivation: long })
  const before = await found(meeting, point)
  expect(before).toMatchObject({ too_long: true, stays: 'unread', found: [] })
  const confirmed = await town.secretariat.visitor.api(
    'POST',
    `${reviewOf(meeting, point)}/confirmation`,
    { edition: before.edition },
  )
  expect(confirmed.status).toBe(200)
  expect((await publish(meeting)).status).toBe(303)
})
