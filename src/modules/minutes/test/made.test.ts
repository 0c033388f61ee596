import { expect, test } from 'vitest'
import { organs } from '#commons/organs'
import { givenAuthority } from '#test/harness'
import { givenMeeting, givenTown, mainWords } from '../../deliberations/test/council.ts'

const authority = await givenAuthority()
const secretariat = await authority.person({ roles: ['secretariat'] })
const agent = await authority.person({ roles: ['agent'] })

const [council] = await authority.asSystem(organs)
const planned = await secretariat.visitor.api('POST', '/deliberations/meetings', {
  organ_id: council?.id,
  starts_at: '2026-06-25T20:00',
  held: true,
  place: 'Maison communale',
})
const path = `/deliberations/meetings/${planned.json<{ id: string }>().id}/documents`

test('the secretariat makes the papers of a meeting; an agent sees the meeting and makes none', async () => {
  const asked = { template: 'agenda' }
  expect((await agent.visitor.get(path)).status).toBe(200)
  expect((await agent.visitor.api('POST', path, asked)).status).toBe(403)
  expect((await secretariat.visitor.api('POST', path, asked)).status).toBe(202)
})

test('there are no minutes of a meeting that has not begun', async () => {
  const asked = await secretariat.visitor.api('POST', path, { template: 'minutes' })
  expect(asked.status).toBe(409)
})

test('an agenda that was drawn up before it was frozen stays with the house; members get what is made then', async () => {
  const town = await givenTown()
  const { meeting } = await givenMeeting(town, { until: 'created' })
  const papers = `/deliberations/meetings/${meeting.id}/documents`
  const ask = async () => {
    const asked = await town.secretariat.visitor.api('POST', papers, { template: 'agenda' })
    await town.authority.drain()
    return asked.json<{ id: string }>().id
  }
  const draft = await ask()
  const steps = `/deliberations/meetings/${meeting.id}/steps`
  expect((await town.secretariat.visitor.api('POST', steps, { verb: 'freeze' })).status).toBe(200)
  const statuses = async (id: string) => {
    const taken = [town.secretariat, town.councillor].map(async ({ visitor }) =>
      visitor.get(`/documents/${id}`),
    )
    return (await Promise.all(taken)).map(({ status }) => status)
  }
  expect(await statuses(draft)).toEqual([200, 404])
  expect(await statuses(await ask())).toEqual([200, 200])
})

test('before papers are switched off, the administrator reads how many stay kept and what stops', async () => {
  const town = await givenTown()
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const manager = await town.authority.person({ roles: ['administrator'] })
  const page = async () => mainWords(await manager.visitor.get('/trades/minutes'))
  expect(await page()).toContain('Rien encore')
  const papers = `/deliberations/meetings/${meeting.id}/documents`
  for (const _ of [1, 2]) await town.secretariat.visitor.api('POST', papers, { template: 'agenda' })
  await town.authority.drain()
  // What is published needs papers: it goes first.
  expect(await page()).toContain('Publication des décisions')
  for (const trade of ['incoming', 'regulations', 'publications'])
    await manager.visitor.post(`/trades/${trade}/switching`, { to: 'off' })
  expect(await page()).toContain('Restent gardés, sans être montrés\u00A0: 2 documents.')
  expect(await page()).toContain('ne s’impriment plus')

  await manager.visitor.post('/trades/minutes/switching', { to: 'off' })
  expect(await page()).toContain('Réapparaissent tels qu’ils étaient\u00A0: 2 documents.')
  const trades = (await manager.visitor.api('GET', '/trades')).items<{
    name: string
    besides: string[]
    stops: string[]
  }>()
  expect(trades.find(({ name }) => name === 'minutes')).toMatchObject({
    besides: ['2 documents'],
    stops: [expect.stringContaining('ne s’impriment plus')],
  })
})
