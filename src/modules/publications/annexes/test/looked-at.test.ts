import { beforeEach, describe, expect, test } from 'vitest'
import { givenTown, type Town } from '../../../deliberations/test/council.ts'
import {
  allOf,
  chosen,
  fetched,
  file,
  type Given,
  judge,
  openFiles,
  page,
  publicPoint,
  publish,
  told,
} from './given.ts'
import { linesOf, misread, outlined, pdfOf, scanned } from './pdfs.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const plain = pdfOf({ pages: [linesOf('Le budget est de 500 euros.')] })
const named = pdfOf({
  pages: [linesOf('Vu la demande de Monsieur Jean Dupont ;', 'Le budget est de 500 euros.')],
})

describe('a page of which a machine reads something else than people do', () => {
  test.for([
    ['a picture with words at its foot', scanned],
    ['a font whose letters are not those it draws', misread('Baudouin Servranckx')],
    ['letters that are only drawn', outlined],
    ['letters that stand apart', pdfOf({ pages: [linesOf('Vu S e r v r a n c k x, absent')] })],
  ] as const)('is looked at before it leaves: %s', async ([, bytes]) => {
    const given = await chosen(town, [file(bytes)])
    expect(await told(town, given)).toMatchObject({ state: 'asks', unread: [1] })
    expect((await publish(town, given)).status).toBe(409)
  })

  test('is none where a table has rules, and a letter has a head', async () => {
    const rules = '0.5 w 72 600 400 100 re S 172 600 m 172 700 l S 0.2 0.4 0.8 rg 0 780 595 60 re f'
    const lines = linesOf('Le budget est de 500 euros.', 'A R R E T E', 'X X X X')
    const given = await chosen(town, [file(pdfOf({ pages: [`${rules} 0 g ${lines}`] }))])
    expect(await told(town, given)).toMatchObject({ state: 'ready', unread: [] })
  })
})

test('a word to mask that stands nowhere in a file is said, and the file is not made', async () => {
  const given = await chosen(town, [file(named)])
  await judge(town, given, { masked: [0], words: 'Durand\nbudget' })
  expect(await told(town, given)).toMatchObject({ state: 'asks', nowhere: ['Durand'] })
  const { text } = await town.secretariat.visitor.get(page(given.meeting))
  expect(text).toContain('Ces mots à masquer ne se trouvent nulle part')
  expect((await publish(town, given)).status).toBe(409)
  await judge(town, given, { masked: [0], words: 'budget' })
  expect(await told(town, given)).toMatchObject({ state: 'ready', nowhere: [] })
})

describe('what is masked of the title of a file', () => {
  const complaint = file(plain, 'Plainte de Madame Hélène Servranckx.pdf')
  const judgeWords = (given: Given, verdict: string) =>
    town.secretariat.visitor.api('POST', `${page(given.meeting)}/review/${given.item}`, {
      ...{ words: 'Hélène Servranckx', verdict },
    })
  /** All that everybody is given of the point and its file. */
  async function everything(given: Given): Promise<string> {
    const point = await publicPoint(town, given)
    const [, path = ''] = await openFiles(town, given)
    const answer = await fetched(town, path)
    const told = [
      point,
      path,
      decodeURIComponent(path),
      JSON.stringify([...answer.headers]),
      allOf(new Uint8Array(await answer.arrayBuffer())),
    ]
    for (const one of [point, `${point}.jsonld`, '/open-data/changes'])
      told.push(await (await fetched(town, one)).text())
    return told.join('\n')
  }

  test('stands in no name, address or byte of it', async () => {
    const given = await chosen(town, [complaint])
    await judge(town, given, { masked: [] })
    await judgeWords(given, 'masked')
    expect((await publish(town, given)).status).toBe(409)
    await town.authority.drain()
    await publish(town, given)
    const all = await everything(given)
    expect(all).toContain('Plainte de Madame [masqué]')
    expect(all).not.toMatch(/servranckx|h(é|%C3%A9)l(è|%C3%A8)ne/i)
  })

  test('later is gone from what was public: the file is another one', async () => {
    const given = await chosen(town, [complaint])
    await judge(town, given, { masked: [] })
    await judgeWords(given, 'kept')
    await publish(town, given)
    const [, before = ''] = await openFiles(town, given)
    expect(decodeURIComponent(before)).toContain('Servranckx')
    await judgeWords(given, 'masked')
    await town.authority.drain()
    await publish(town, given)
    expect((await fetched(town, before)).status).toBe(404)
    expect(await everything(given)).not.toMatch(/servranckx/i)
  })
})
