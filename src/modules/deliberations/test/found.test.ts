import { beforeAll, describe, expect, test } from 'vitest'
import { search } from '#kernel/search'
import { type Town, foundTown, givenItem, givenMeeting } from './council.ts'
import type { TestPerson } from '#test/harness'

let town: Town
beforeAll(async () => {
  town = await foundTown()
})

const found = async (who: TestPerson, query: string) =>
  (await town.authority.as(who, () => search(query))).found.map(({ subject_id }) => subject_id)

describe('persons are found where their names stand (F1)', () => {
  test('a point by who wrote it, by those who may read it', async () => {
    const writer = await town.authority.person({
      ...{ roles: ['agent'], in: town.works, firstName: 'Ysaline', lastName: 'Quévrain' },
    })
    const { id } = await givenItem({ ...town, agent: writer })
    for (const query of ['Ysaline Quévrain', 'quevrain', 'QUÉVRAIN ysal'])
      expect(await found(town.head, query), query).toEqual([id])
    expect(await found(town.accountant, 'quevrain')).toEqual([])
  })

  test('a meeting by who sits in its organ that day', async () => {
    const { meeting } = await givenMeeting(town)
    expect(await found(town.accountant, 'Hautval')).toContain(meeting.id)
    const { meeting: other } = await givenMeeting(town, { organ: town.college })
    expect(await found(town.accountant, 'Hautval')).not.toContain(other.id)
  })
})

test('amounts and references in a text are found as people write them (F1)', async () => {
  const { id } = await givenItem(town, {
    title: 'Réseau eau/assainissement du chemin',
    motivation: '<p>Un marché de 142.500,00 €, parcelle n°12, écrire à voirie@beauval.be</p>',
  })
  for (const query of ['assainissement chemin', '142500', '142 500', 'n° 12 142500', 'beauval.be'])
    expect(await found(town.head, query), query).toEqual([id])
})
