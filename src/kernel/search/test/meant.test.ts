import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/access'
import { forgetForSearch, forgetWords, indexForSearch, meant, search } from '../index.ts'
import { givenEntries } from './entries.ts'

let given: Awaited<ReturnType<typeof givenEntries>>

beforeAll(async () => {
  given = await givenEntries()
  await given.enter('Réfection de la chaussée', {
    body: 'Octroi d’une subvention aux élèves, pour moitié',
  })
  await given.enter('Licenciement de Mme Grimonpont', { readers: ['role:secretariat'] })
})

const instead = (query: string, who: Actor = given.reader) =>
  given.authority.as(who, () => meant(query))

describe('a word that is typed wrong is put right (F1)', () => {
  test.each([
    ['refecton', 'réfection'],
    ['réfecsion', 'réfection'],
    ['rféection', 'réfection'],
    ['chause', 'chaussée'],
    ['subvantion', 'subvention'],
    ['subvention refecton', 'subvention réfection'],
    ['refecton, chaussée', 'réfection, chaussée'],
    ['miotié', 'moitié'],
    ['rfection -licence', 'réfection -licence'],
  ])('« %s » as « %s », which is found', async (typed, said) => {
    expect(await instead(typed)).toBe(said)
    expect(await given.authority.as(given.reader, () => search(said))).toMatchObject({ total: 1 })
  })

  test.each(['réfection', 'xylophone', 'voirie', 'de', '12345', '', '"', 'a'.repeat(300)])(
    '« %s » is left as it is',
    async (typed) => {
      expect(await instead(typed)).toBeNull()
    },
  )
})

describe('what is proposed', () => {
  test('is a word of what the one who asks may read, never of what is hidden from them', async () => {
    const secretariat = { ...given.reader, principals: ['role:secretariat'] }
    expect(await instead('grimonpond', secretariat)).toBe('grimonpont')
    expect(await instead('grimonpond')).toBeNull()
    expect(await instead('licenciemant')).toBeNull()
    expect(await instead('refecton', secretariat)).toBeNull()
  })

  test('is of one’s own authority', async () => {
    const other = await givenEntries()
    expect(
      await other.authority.as({ ...other.reader, principals: ['system'] }, () =>
        meant('refecton'),
      ),
    ).toBeNull()
  })

  test('is forgotten with the dossier that had it', async () => {
    const subjectId = randomUUID()
    const entry = { subjectId, kind: 'test.case', title: 'Cornemuse', reference: '', body: '' }
    const { principals: readers } = given.reader
    await given.authority.asSystem(() => indexForSearch([{ ...entry, readers }]))
    expect(await instead('cornemuze')).toBe('cornemuse')
    await given.authority.asSystem(async () => {
      await forgetForSearch(subjectId)
      await forgetWords()
    })
    expect(await instead('cornemuze')).toBeNull()
    expect(await instead('refecton')).toBe('réfection')
  })
})

test('the page of search shows what it finds at once, and says so, with the capitals that were typed', async () => {
  const { visitor } = await given.authority.person({ roles: ['agent'] })
  await given.enter('Horlogerie', { kind: 'deliberations.meeting', readers: ['role:agent'] })
  const { text } = await visitor.get('/search?q=horlogeri%C3%A9s')
  expect(text).toContain('1 résultat')
  expect(text).not.toContain('Rien ne correspond')
  const wrong = await visitor.get('/search?q=Horlojerie&in=deliberations')
  expect(wrong.text).toContain('Rien ne correspond à «\u00A0Horlojerie\u00A0»')
  expect(wrong.text).toContain('href="/search?q=Horlogerie&amp;in=deliberations"')
  expect(wrong.text).toMatch(/class="[^"]*list[^]*Horlogerie/)
})
