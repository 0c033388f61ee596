import { partyRecord } from './party.ts'

const blank = {
  ...{ first_name: '', national_number: null, enterprise_number: null, box: '', country: '' },
  ...{ email: null, phone: '', language: 'fr' as const, is_another: false },
}

/** Of a fictional authority: a neighbour and a firm, invented as all there. */
export async function seeds(slug: string): Promise<void> {
  if (slug !== 'beauval') return
  const beauval = { postal_code: '5998', municipality: 'Beauval' }
  await partyRecord.write({
    ...{ ...blank, ...beauval, nature: 'person', title: 'Lenoir', first_name: 'Odile' },
    ...{ street: 'Rue du Moulin', house_number: '14' },
  })
  await partyRecord.write({
    ...{ ...blank, ...beauval, nature: 'organisation', title: 'Pavages du Beffroi' },
    ...{ street: 'Chaussée de la Tour', house_number: '3', enterprise_number: '0999999922' },
  })
}
