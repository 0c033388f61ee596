import { expect, test } from 'vitest'
import { terms } from '#commons/vocabularies'
import { givenAuthority } from '#test/harness'

/** Each nature beside the municipality, its first organ, and whether its members' votes are counted by heads. */
const kinds = [
  ['cpas', 'Conseil de l’action sociale', true],
  ['police_zone', 'Conseil de police', true],
  ['rescue_zone', 'Conseil de zone', true],
  ['intercommunale', 'Assemblée générale', false],
  ['rca', 'Conseil d’administration', true],
  ['province', 'Conseil provincial', true],
  ['association', 'Assemblée générale', true],
] as const

test.for(kinds)(
  '%s: from its seats to a decided point with minutes',
  async ([kind, name, counted]) => {
    const authority = await givenAuthority(kind, { trades: ['minutes'] })
    const service = await authority.service('Secrétariat')
    const admin = await authority.person({
      ...{
        roles: ['administrator', 'agent', 'secretariat', 'director_general'],
        in: service,
        as: 'head',
      },
      ...{ firstName: 'Odile', lastName: 'Ravel' },
    })
    for (const lastName of ['Aubrive', 'Brémont', 'Castellan'])
      await authority.person({ firstName: 'Sabine', lastName, roles: ['councillor'] })
    const send = (method: string, path: string, body?: unknown) =>
      admin.visitor.api(method, path, body)
    const organs = (await send('GET', '/organs')).json<{ items: { id: string; name: string }[] }>()
      .items
    const organ = organs.find((one) => one.name === name)?.id ?? ''
    for (const [person, part] of [
      ['Sabine Aubrive', 'president'],
      ['Sabine Brémont', 'member'],
      ['Sabine Castellan', 'member'],
      ['Odile Ravel', 'secretary'],
    ] as const) {
      const body = { person, part, title: '', first_day: '2024-12-02' }
      expect((await send('POST', `/organs/${organ}/seats`, body)).status).toBe(201)
    }
    const [category] = await authority.asSystem(() => terms('deliberations.category'))
    const created = await send('POST', '/deliberations/items', {
      ...{ title: 'Convention de collaboration', organ_id: organ, service_id: service },
      ...{
        category_id: category?.id,
        privacy: 'public',
        decision: '<p>Approuve la convention.</p>',
      },
      poll_type: counted ? 'freehand' : 'no_vote',
    })
    expect([created.status, created.status === 201 ? '' : created.text]).toEqual([201, ''])
    const { id } = created.json<{ id: string }>()
    for (const verb of ['propose', 'endorse', 'validate'])
      expect((await send('POST', `/deliberations/items/${id}/steps`, { verb })).status).toBe(200)
    const meeting = (
      await send('POST', '/deliberations/meetings', {
        ...{ organ_id: organ, starts_at: '2026-06-25T20:00', place: 'Siège', held: true },
      })
    ).json<{ id: string }>().id
    const path = `/deliberations/meetings/${meeting}`
    const presented = await send('POST', `/deliberations/items/${id}/presentation`, {
      meeting_id: meeting,
    })
    expect(presented.json()).toMatchObject({ state: 'presented' })
    const run = (verb: string) => send('POST', `${path}/steps`, { verb })
    expect((await run('freeze')).status).toBe(200)
    expect((await run('decide')).status).toBe(200)
    const seats = (await send('GET', `${path}/attendance`)).json<{ items: { id: string }[] }>()
      .items
    expect(seats).toHaveLength(4)
    const present = Object.fromEntries(seats.map((seat) => [seat.id, 'present']))
    expect((await send('PUT', `${path}/attendance`, present)).status).toBe(204)
    if (counted) {
      const vote = await send('PUT', `/deliberations/items/${id}/vote`, {
        ballots: Object.fromEntries(seats.slice(0, 3).map((seat) => [seat.id, 'yes'])),
      })
      expect(vote.json()).toMatchObject({ adopted: true, yes: 3 })
    }
    const decided = await send('POST', `/deliberations/items/${id}/decision`, { verb: 'accept' })
    expect(decided.json()).toMatchObject({ state: 'accepted' })
    expect((await run('close')).json()).toMatchObject({ state: 'closed' })
    await send('POST', `${path}/documents`, { template: 'minutes' })
    await authority.drain()
    const [made] = (await send('GET', `${path}/documents`)).json<{ items: { state: string }[] }>()
      .items
    expect(made?.state).toBe('ready')
    for (const page of [
      `/deliberations/meetings/${meeting}`,
      `/deliberations/items/${id}`,
      '/law',
      '/organs',
    ])
      expect((await admin.visitor.get(page)).status).toBe(200)
  },
)
