import { expect, test } from 'vitest'
import { readStoredFile } from '#kernel/files'
import { documentsOf } from '#commons/documents'
import { legalRules, type OrganKind } from '#commons/law'
import { terms } from '#commons/vocabularies'
import { givenAuthority } from '#test/harness'
import { read } from '../../src/commons/documents/test/pdf.ts'

/** Each nature, the organs that the law gives it, and whether the votes of the first are counted by heads. */
const kinds = [
  ['municipality', ['council Conseil communal', 'college Collège communal'], true],
  ['cpas', ['cpas_council Conseil de l’action sociale', 'permanent_bureau Bureau permanent'], true],
  ['police_zone', ['police_council Conseil de police', 'police_college Collège de police'], true],
  ['rescue_zone', ['rescue_council Conseil de zone', 'rescue_college Collège de zone'], true],
  [
    'intercommunale',
    [
      'general_assembly Assemblée générale',
      'board Conseil d’administration',
      'restricted_bureau Bureau exécutif restreint',
      'remuneration_committee Comité de rémunération',
      'audit_committee Comité d’audit',
    ],
    false,
  ],
  ['rca', ['rca_board Conseil d’administration', 'rca_bureau Bureau exécutif'], true],
  [
    'province',
    ['provincial_council Conseil provincial', 'provincial_college Collège provincial'],
    true,
  ],
  [
    'association',
    ['association_assembly Assemblée générale', 'association_board Organe d’administration'],
    true,
  ],
] as const

/** Words of the municipal council and its law, which nobody else’s minutes say. */
const municipal = /conseil communal|collège communal|bourgmestre|échevin|L11\d\d/i

test.for(kinds)(
  '%s: from its seats to a decided point with minutes',
  async ([kind, names, counted]) => {
    const name = names[0].slice(names[0].indexOf(' ') + 1)
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
    const organs = (await send('GET', '/organs')).items<{
      id: string
      kind: OrganKind
      name: string
    }>()
    expect(organs.map((one) => `${one.kind} ${one.name}`)).toEqual(names)
    await authority.asSystem(async () => {
      const rules = await legalRules()
      for (const one of organs)
        expect(
          rules.some(({ key, organKind }) => key === 'council.sitting' && organKind === one.kind),
          `the law says who may attend a sitting of ${one.name}`,
        ).toBe(true)
    })
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
    const [made] = (await send('GET', `${path}/documents`)).items<{ state: string }>()
    expect(made?.state).toBe('ready')
    const [{ hash } = { hash: null }] = await authority.asSystem(() => documentsOf(meeting))
    if (!hash) throw new Error('The minutes have no bytes')
    const { pages } = await read(
      new Uint8Array(await authority.asSystem(() => readStoredFile(hash))),
    )
    const words = pages.join(' ').replaceAll(/\s+/g, ' ')
    expect(words).toContain(name)
    expect(words).toContain('Convention de collaboration')
    if (kind !== 'municipality') expect(words).not.toMatch(municipal)
    for (const page of [
      `/deliberations/meetings/${meeting}`,
      `/deliberations/items/${id}`,
      '/law',
      '/organs',
    ])
      expect((await admin.visitor.get(page)).status).toBe(200)
  },
)
