import { expect, test } from 'vitest'
import { adoptRemaining } from '#modules/votes'
import { givenMeeting, givenTown, onMeeting } from '../../deliberations/test/council.ts'

test('what is made of a point after a template of the authority is made, and its history says so', async () => {
  const town = await givenTown()
  const { meeting, points } = await givenMeeting(town, { items: [{ title: 'Un marché' }] })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const keeper = await town.authority.person({ roles: ['administrator', 'secretariat'] })
  const { id } = (
    await keeper.visitor.api('POST', '/stationery/templates', {
      ...{ title: 'Avis', about: 'deliberations.item', document_title: 'Avis' },
      body: '<p>{{ title }} : {{ decision }}</p>',
    })
  ).json<{ id: string }>()
  const used = await keeper.visitor.api('POST', `/stationery/templates/${id}/steps`, {
    verb: 'offer',
  })
  expect(used.status, used.text).toBe(200)
  const at = `/stationery/documents/${points[0]?.id}`
  const asked = await town.agent.visitor.api('POST', at, { template: id, format: 'docx' })
  expect(asked.status, asked.text).toBe(202)
  await town.authority.drain()
  const made = await town.agent.visitor.api('GET', at)
  expect(made.items()).toMatchObject([{ state: 'ready', reason: null }])
})
