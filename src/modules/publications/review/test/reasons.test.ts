import { beforeEach, describe, expect, test } from 'vitest'
import { givenTown, mainWords, type Town } from '../../../deliberations/test/council.ts'
import { deskOf, road } from './given.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})
const { asks, closed, found, judge, page, publish } = deskOf(() => town)

const reason = 'Négociation en cours avec Mme Josiane Thirifays'

describe('why a point is kept back', () => {
  const keptBack = async () => {
    const { meeting, point } = await closed([road, { title: 'Un autre point' }])
    await publish(meeting)
    const { text } = await town.secretariat.visitor.get(page(meeting))
    const [, agenda = ''] = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text) ?? []
    const [, path = ''] =
      /href="(\/decisions\/[a-z]+-[^"/]+)"/.exec((await asks(agenda)).text) ?? []
    const { visitor } = town.secretariat
    await visitor.api('POST', `${page(meeting)}/choices/${point.id}`, { withheld: reason })
    return { meeting, point, agenda, path }
  }
  const read = async (...paths: string[]) =>
    (await Promise.all(paths.map(async (path) => mainWords(await asks(path))))).join('\n')

  test('is read for names as all that leaves is: nobody reads it before they are judged', async () => {
    const { meeting, point, agenda, path } = await keptBack()
    const words = await read(agenda, path)
    expect(words).not.toContain('Thirifays')
    expect(words).toContain('Le motif est en relecture.')
    const looked = await found(meeting, point)
    expect(looked.stays).toBe('withheld')
    expect(looked.found.map((one) => one.words).join()).toContain('Josiane Thirifays')
    expect(mainWords(await town.secretariat.visitor.get(page(meeting)))).toContain(
      'Des mots du motif disent peut-être',
    )
  })

  test('is read without what was masked of it, once the meeting is published anew', async () => {
    const { meeting, point, agenda, path } = await keptBack()
    for (const { words } of (await found(meeting, point)).found)
      await judge(meeting, point, { words, verdict: 'masked' })
    await publish(meeting)
    const words = await read(agenda, path)
    expect(words).toContain('Négociation en cours avec')
    expect(words).toContain('[masqué]')
    expect(words).not.toContain('Thirifays')
  })

  test('is read as it is where its words were kept', async () => {
    const { meeting, point, agenda, path } = await keptBack()
    for (const { words } of (await found(meeting, point)).found)
      await judge(meeting, point, { words, verdict: 'kept' })
    await publish(meeting)
    expect(await read(agenda)).toContain(reason)
    expect(await read(path)).toContain(reason)
  })
})
