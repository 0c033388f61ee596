import { expect, test } from 'vitest'
import { inFull, isInBelgium, parcelPattern, placeIn, pointIn } from '../place.ts'
import { placeFields } from '../row.tsx'
import { inLanguage } from '#kernel/i18n'

test.each([
  ['50.4669, 4.8675', 50.4669, 4.8675],
  ['50.4669 4.8675', 50.4669, 4.8675],
  ['50.4669,4.8675', 50.4669, 4.8675],
  ['50,4669 4,8675', 50.4669, 4.8675],
  ['50,4669; 4,8675', 50.4669, 4.8675],
  ['50.4669° 4.8675°', 50.4669, 4.8675],
])('a point is typed as « %s »', (typed, latitude, longitude) => {
  expect(pointIn(typed)).toEqual({ latitude, longitude })
})

test.each(['50.4669', '50,4669,4,8675', 'Namur', '', '50.4669 4.8675 12'])(
  '« %s » is no point',
  (typed) => {
    expect(pointIn(typed)).toBeNull()
  },
)

test('a point that is typed the wrong way round lies elsewhere', () => {
  expect(isInBelgium({ latitude: 50.4669, longitude: 4.8675 })).toBe(true)
  expect(isInBelgium({ latitude: 4.8675, longitude: 50.4669 })).toBe(false)
})

test('parcels are known by the key of the cadastre', () => {
  for (const key of ['92094A0123/00B000', '21614F0035/00_000']) expect(key).toMatch(parcelPattern)
  for (const key of ['92094A123/00B000', '92094A0123', '92094a0123/00B000'])
    expect(key).not.toMatch(parcelPattern)
})

test.each<[string, Record<string, string>]>([
  ['Rue Haute', { street: 'Rue Haute' }],
  ['Rue Haute 12', { street: 'Rue Haute', number: '12' }],
  ['Rue Haute, 12', { street: 'Rue Haute', number: '12' }],
  ['Rue Haute 12A bte 3', { street: 'Rue Haute', number: '12A', box: '3' }],
  ['Place du 4 Septembre 7', { street: 'Place du 4 Septembre', number: '7' }],
  ['Rue du 11 Novembre', { street: 'Rue du 11 Novembre' }],
  [
    'Rue Haute 12-14, 5000 Namur',
    { street: 'Rue Haute', number: '12-14', postal_code: '5000', locality: 'Namur' },
  ],
  [
    'Rue Haute, 5000 Namur, 92094A0123/00B000, 50.46690 4.86750',
    {
      ...{ street: 'Rue Haute', postal_code: '5000', locality: 'Namur' },
      ...{ parcel: '92094A0123/00B000', point: '50.46690 4.86750' },
    },
  ],
])('« %s » of a list is read as an address', (words, sent) => {
  expect(placeIn(words)).toEqual(sent)
})

test('what a spreadsheet tells of a place is read back as it was', () => {
  const place = {
    ...{ street: { id: null, name: 'Chaussée de la Tour' }, number: '3B', box: '2' },
    ...{ postal_code: '5998', locality: 'Beauval', parcel: '92094A0123/00B000' },
    point: { latitude: 50.4669, longitude: 4.8675 },
  }
  const words = inLanguage('fr', () => inFull(place))
  const read = Object.entries(placeIn(words)).map(([name, typed]) => [
    name,
    placeFields[name as keyof typeof placeFields].schema.parse(typed), // Names of its fields.
  ])
  expect(Object.fromEntries(read)).toEqual(place)
})
