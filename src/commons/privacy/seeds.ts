import { today } from '#commons/clock'
import { nobody } from '#commons/parties'
import { requestRecord } from './request.ts'

/** A request of somebody invented, who stands in the address book of one of both authorities. */
export async function seeds(slug: string): Promise<void> {
  const said = slug === 'beauval' ? 'Lenoir Odile' : ''
  await requestRecord.write({
    ...{ title: 'Lenoir Odile', nature: 'access', received_on: today().subtract({ days: 5 }) },
    ...{ due_on: null, person_id: null, party_ids: { ...nobody, said } },
    ...{ identity: 'Vue au guichet', answer: '' },
  })
}
