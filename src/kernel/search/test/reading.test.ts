import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { givenEntries } from './entries.ts'

let given: Awaited<ReturnType<typeof givenEntries>>

beforeEach(async () => {
  given = await givenEntries()
})

describe('what is asked is read as what is written (F1)', () => {
  test.each([
    ['Réseau eau/assainissement du chemin', 'assainissement chemin', 'eau/assainissement'],
    ['Écrire à secretariat@ville-de-beauval.be', 'beauval', 'secretariat@ville-de-beauval.be'],
    ['Voir https://www.beauval.be/plans/2026', 'beauval.be', 'plans 2026', 'www.beauval.be'],
    ['Un marché de 142.500,00 euros', '142500', '142 500', '142.500', '142500,00', '142.500,00'],
    ['Un marché de 142\u202F500 euros', '142500', '142 500', '142.500,00', "142'500"],
    ['Un marché de 142500 euros', '142500', '142 500', '142.500,00'],
    ['La parcelle n°12', '12', 'n°12', 'n° 12', 'nº12', '№ 12'],
    ['Un ordre pour aujourd’hui', "aujourd'hui", 'aujourd’hui', 'aujourdhui'],
    ['L’eau de l’étang', "l'eau", 'l’eau', "l'étang", 'etang'],
    ['Assai\u00ADnisse\u00ADment des rues', 'assainissement', 'assai\u00ADnissement'],
    ['Pla\u200Bce du Mar\u2060ché', 'place marché', 'place du marche'],
    ['Une œuvre de l’École', 'oeuvre', 'ŒUVRE', 'ecole'],
    ['Hauptstraße 3', 'hauptstrasse', 'HAUPTSTRASSE'],
    ['Budget de la ﬁnance', 'finance'],
    ['Le C.P.A.S. de Beauval', 'cpas', 'CPAS', 'c.p.a.s.'],
    ['Aire de co-voiturage', 'covoiturage', 'co-voiturage', 'co voiturage'],
    ['Un courriel ou e-mail', 'email', 'e-mail'],
    ['Appeler le 081/12.34.56', '081123456', '081 12 34 56', '081/12.34.56'],
    ['Numéro BE 0123.456.789', '0123456789', 'BE0123456789', '0123 456 789'],
    ['Article L1122-30 du Code', 'L1122-30', '1122', 'L1122'],
    ['Séance du 12/06/2026', '12-06-2026', '12.06.2026', '12/06/2026'],
    ['Un terrain de 40 m²', 'm2', 'm²'],
    ['Ａｎｎｅ écrit ①', 'anne', '1'],
    ['Ελλάδα et Мосина', 'ελλαδα', 'мосина'],
  ])('« %s » is found by « %s » and others, in title and in text', async (text, ...queries) => {
    await given.enter(text)
    await given.enter('Divers', { body: text })
    for (const query of queries)
      expect((await given.titles(query)).toSorted(), query).toEqual(['Divers', text].toSorted())
  })

  test('any words of a text find it, whatever stands between them and however they are written', async () => {
    const word = fc.constantFrom(
      'réfection',
      'œuvre',
      'toiture',
      'égout',
      '142500',
      'cpas',
      'L1122',
    )
    const between = fc.constantFrom(
      '/',
      ' ',
      '.',
      ', ',
      '’ ',
      '\u00A0',
      ' – ',
      ' (',
      '-',
      '_',
      '@',
      ' « ',
    )
    const hidden = fc.constantFrom('', '\u00AD', '\u200B', '\u2060', '\uFE0F')
    const written = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
    )
    let number = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 5 }),
        ...[hidden, written, written],
        async (pieces, sign, asWritten, asAsked) => {
          const own = `zz${++number}q`
          const inside = (text: string) => text.slice(0, 2) + sign + text.slice(2)
          await given.enter(own, {
            body: pieces.map(([one, then]) => asWritten(inside(one)) + then).join(''),
          })
          for (const [asked] of pieces)
            expect(await given.titles(`${own} ${asAsked(asked)}`), asked).toEqual([own])
        },
      ),
      { numRuns: 30 },
    )
  })

  test('a text of as many different words as one can write is kept, and found by its first ones', async () => {
    const body = Array.from({ length: 70_000 }, (_, at) => `слово${at.toString(36)}`).join(' ')
    await given.enter('Long', { body })
    expect(await given.titles('слово1z')).toEqual(['Long'])
  })

  test('a quoted phrase that is excluded excludes no other order of its words', async () => {
    await given.enter('Rue du Moulin')
    await given.enter('Le moulin de la rue')
    expect(await given.titles('moulin -"rue du moulin"')).toEqual(['Le moulin de la rue'])
    expect(await given.titles('-moulin')).toEqual([])
  })
})
