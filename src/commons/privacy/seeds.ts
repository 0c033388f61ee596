import { today } from '#commons/clock'
import { nobody } from '#commons/parties'
import { requestRecord } from './request.ts'

/** A request of somebody invented. */
export async function seeds(): Promise<void> {
  await requestRecord.write({
    ...{ title: 'Roselle Aline', nature: 'access', received_on: today().subtract({ days: 5 }) },
    ...{ due_on: null, person_id: null, party_ids: nobody },
    ...{ identity: 'Vue au guichet', answer: '' },
  })
}
