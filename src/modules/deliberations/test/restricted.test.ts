import { expect, test } from 'vitest'
import { givenMeeting, givenTown } from './council.ts'

test('a point that names somebody restricted goes on for a reason that is said, and the security log has it (GDPR art. 18 § 2)', async () => {
  const town = await givenTown()
  const { agent, authority } = town
  const party = (
    await agent.visitor.api('POST', '/parties/contacts', {
      ...{ nature: 'person', title: 'Vasseur', first_name: 'Ida', postal_code: '5998' },
    })
  ).json<{ id: string }>()
  const { points } = await givenMeeting(town, {
    items: [{ concerned: { ids: [party.id], said: '', fresh: null } }, {}],
    until: 'created',
  })
  const officer = await authority.person({ roles: ['data_protection_officer', 'administrator'] })
  const { id } = (
    await officer.visitor.api('POST', '/privacy/requests', {
      ...{ title: 'Vasseur Ida', nature: 'restriction', received_on: '2031-03-01', due_on: null },
      ...{ person_id: null, party_ids: [party.id], identity: 'vue au guichet', answer: '' },
    })
  ).json<{ id: string }>()
  await officer.visitor.api('POST', `/privacy/requests/${id}/restriction`)
  const [named, other] = points.map((one) => `/deliberations/items/${one.id}`)
  const back = { verb: 'withdraw', comment: '' }
  const { secretariat } = town
  const page = await secretariat.visitor.get(named ?? '')
  expect(page.text).toContain('Ce dossier nomme une personne dont les données sont limitées')
  const refused = await secretariat.visitor.api('POST', `${named}/steps`, back)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('RGPD')
  const because = { verb: 'withdraw', comment: 'Droits en justice de la commune' }
  expect((await secretariat.visitor.api('POST', `${named}/steps`, because)).status).toBe(200)
  expect((await secretariat.visitor.get(named ?? '')).text).toContain(because.comment)
  expect((await officer.visitor.get('/journal?action=restricted_used')).text).toContain(named)
  // Of whom nobody is restricted nothing is asked.
  expect((await secretariat.visitor.api('POST', `${other}/steps`, back)).status).toBe(200)
})
