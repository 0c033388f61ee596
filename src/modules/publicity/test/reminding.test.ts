import { beforeEach, describe, expect, test } from 'vitest'
import { decideOne } from '#commons/settings'
import { givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'
import { givenComing, morning, publicationOf } from './given.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const toldTo = async ({ visitor } = town.secretariat) =>
  (await visitor.api('GET', '/notices'))
    .json<{ notices: { words: string | null; href: string }[] }>()
    .notices.flatMap(({ words, href }) => (href.endsWith('/publication') ? (words ?? '') : []))
const report = async () => mainWords(await town.secretariat.visitor.get('/publicity/report'))
const publish = (meeting: { id: string }) =>
  town.secretariat.visitor.post(publicationOf(meeting), {})

describe('projects of a meeting that are not public', () => {
  test('are told of some days before the last one, once', async () => {
    await givenComing(town, 9)
    await morning()
    await morning()
    const told = await toldTo()
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('1 projet se publie au plus tard')
    expect(await toldTo(town.dg)).toHaveLength(1)
    expect(await toldTo(town.agent)).toEqual([])
  })

  test('are told of on the last day, and once it is over', async () => {
    await givenComing(town, 6)
    await givenComing(town, 5)
    await morning()
    const told = await toldTo()
    expect(told).toHaveLength(2)
    expect(told.join()).toContain('1 projet devait être public')
    expect(told.join()).toContain('dernier jour pour publier 1 projet')
  })

  test('are told of as many days before as the authority wants', async () => {
    await givenComing(town, 12)
    await morning()
    expect(await toldTo()).toEqual([])
    await town.authority.asSystem(() => decideOne('publicity.days_ahead', '6'))
    await morning()
    expect(await toldTo()).toHaveLength(1)
  })

  test('stand above what was on time until they are public', async () => {
    const { meeting } = await givenComing(town, 8)
    expect(await report()).toContain('1 point n’est pas public')
    await publish(meeting)
    expect(await report()).not.toContain('Projets à publier')
    await morning()
    expect(await toldTo()).toEqual([])
  })

  test('are no matter of a college, of a point of the closed session, nor of one that is kept back', async () => {
    await givenComing(town, 8, [{ title: 'Engagement d’une personne', privacy: 'secret' }])
    const { meeting, points } = await givenComing(town, 7)
    await town.secretariat.visitor.api(
      'POST',
      `${publicationOf(meeting)}/choices/${points[0]?.id}`,
      { withheld: 'Négociation en cours' },
    )
    await morning()
    expect(await toldTo()).toEqual([])
    expect(await report()).not.toContain('Projets à publier')
  })
})
