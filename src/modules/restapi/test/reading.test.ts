import { beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#kernel/auth'
import type { Item, Meeting } from '#modules/deliberations'
import { ground, type TestPerson } from '#test/harness'
import type { Town } from '../../deliberations/test/council.ts'
import { basic, type Client, givenClient, givenPortal, uid } from './client.ts'

let town: Town
let administrator: TestPerson
/** A client that sees what all agents see. */
let portal: Client
let meeting: Meeting
let first: Item

beforeAll(async () => {
  ;({ town, administrator, portal, meeting, first } = await givenPortal())
})

describe('Who asks', () => {
  test('shows its key as a password, under its name or its id, or as a bearer', async () => {
    const { program } = portal
    for (const authorization of [
      basic(program.name, program.key),
      basic(program.id, program.key),
      `Bearer ${program.key}`,
    ])
      expect(
        (await portal.get('/@config?config_id=*', { headers: { authorization } })).status,
      ).toBe(200)
  })

  test('is asked who it is (401) by another name, without a key, or with the session of a person', async () => {
    const { program } = portal
    const session = await town.authority.asSystem(() => openSession(town.dg.id as never, 1))
    for (const headers of [
      { authorization: basic('somebody', program.key) },
      { authorization: basic(program.name, `${program.key.slice(0, -6)}AAAAAA`) },
      { authorization: basic('admin', 'admin') },
      { authorization: '', cookie: `session=${session.token}` },
      { authorization: `Bearer ${session.token}` },
      { authorization: basic('dg', session.token) },
    ]) {
      const refused = await portal.get('/@search?config_id=meeting-config-council', { headers })
      expect([headers, refused.status]).toEqual([headers, 401])
      expect(refused.body).toMatchObject({ type: 'Unauthorized', error: { type: 'Unauthorized' } })
      expect(refused.headers.get('www-authenticate')).toMatch(/^Basic/)
    }
  })

  test('is let in by its key as a password nowhere else', async () => {
    const { app } = await ground()
    const { program } = portal
    const headers = { authorization: basic(program.name, program.key), host: town.authority.host }
    for (const path of ['/api/deliberations/items', '/scim/v2/Users'])
      expect((await app.request(`http://${town.authority.host}${path}`, { headers })).status).toBe(
        401,
      )
  })

  test('finds nothing of a trade that it was not given, and is told so', async () => {
    const blind = await givenClient(town, administrator, { scopes: ['restapi:read'] })
    const refused = await blind.get('/@search?config_id=meeting-config-council')
    expect(refused.status).toBe(403)
    expect(refused.body.type).toBe('Forbidden')
  })

  test('@infos tells anybody what answers, and who is known', async () => {
    expect((await portal.get('/@infos')).body).toMatchObject({
      packages: { 'plonemeeting.restapi': expect.any(String) },
      connected_user: portal.program.name,
    })
    const unknown = await portal.get('/@infos', { headers: { authorization: '' } })
    expect(unknown.body.connected_user).toBeNull()
  })
})

describe('@config', () => {
  test('tells each organ as a configuration, with the lists of its points', async () => {
    const { body } = await portal.get('/@config?config_id=*')
    expect(body.items.map((one: { id: string }) => one.id)).toEqual([
      'meeting-config-council',
      'meeting-config-college',
    ])
    const council = await portal.get(
      '/@config?config_id=meeting-config-council&extra_include=categories&extra_include=proposing_groups',
    )
    expect(council.body).toMatchObject({ '@type': 'MeetingConfig', title: town.council.name })
    expect(council.body.extra_include_categories.length).toBeGreaterThan(0)
    const works = council.body.extra_include_proposing_groups.find(
      (one: { UID: string }) => one.UID === uid({ id: town.works }),
    )
    expect(works.title).toBe('Travaux')
  })

  test('names those that there are where it does not know one (400), and asks for one', async () => {
    const wrong = await portal.get('/@config?config_id=meeting-config-codir')
    expect(wrong.status).toBe(400)
    expect(wrong.body).toMatchObject({ type: 'BadRequest' })
    expect(wrong.body.message).toContain('meeting-config-college')
    expect((await portal.get('/@config')).status).toBe(400)
  })
})

describe('@search', () => {
  const search = (query: string) => portal.get(`/@search?config_id=meeting-config-council&${query}`)
  const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title)

  test('finds as deliberations.be asks: public points of a meeting, by number, with their text', async () => {
    const { status, body } = await search(
      [
        'type=item&sort_on=getItemNumber&privacy=public&privacy=public_heading&b_size=9999',
        `additional_values=formatted_itemNumber&linkedMeetingUID=${uid(meeting)}&meeting_uid=${uid(meeting)}`,
        'fullobjects=True&include_all=false&metadata_fields=itemNumber&metadata_fields=groupsInCharge',
        'metadata_fields=category&extra_include=public_deliberation&listType=normal&listType=late',
      ].join('&'),
    )
    expect(status).toBe(200)
    expect(titles(body)).toEqual(['Zone bleue', 'Barrières'])
    expect(body.items_total).toBe(2)
    const [point] = body.items
    expect(point).toMatchObject({
      ...{ '@type': 'MeetingItemCouncil', UID: uid(first), review_state: 'itemfrozen' },
      ...{ itemNumber: 100, formatted_itemNumber: '1', groupsInCharge: [] },
      category: { token: uid({ id: town.roads }) },
    })
    expect(point.motivation).toBeUndefined()
    expect(point.extra_include_deliberation.public_deliberation).toContain('D’approuver')
  })

  test('empties what its author masked in every text that leaves (G07)', async () => {
    const { body } = await search(
      `UID=${uid(first)}&metadata_fields=motivation&extra_include=deliberation&extra_include=deliberation_motivation`,
    )
    expect(JSON.stringify(body)).not.toContain('Jeanne')
    const [{ motivation, extra_include_deliberation: told }] = body.items
    expect(motivation.data).toBe('<p>Vu la demande de <span class="pm-anonymize"></span></p>')
    expect(told.deliberation).toContain('<span class="pm-anonymize"></span>')
    expect(told.deliberation_motivation).toBe(motivation.data)
  })

  test('gives a page at a time, with the addresses of the others', async () => {
    const query = `type=item&meeting_uid=${uid(meeting)}&sort_on=getItemNumber`
    const { body } = await search(`${query}&b_size=2`)
    expect(body).toMatchObject({ items_total: 3, items: [{}, {}] })
    const next = new URL(body.batching.next)
    expect(next.pathname).toBe('/plonemeeting/@search')
    const second = await portal.get(`/@search${next.search}`)
    expect(second.body.items).toHaveLength(1)
    expect(second.body.batching).toMatchObject({ prev: expect.stringContaining('b_start=0') })
    expect(second.body.batching.next).toBeUndefined()
    expect((await search(`${query}&b_start=500`)).body).toMatchObject({ items: [], items_total: 3 })
  })

  test('gives no more than a summary where nothing is asked besides', async () => {
    const { body } = await search(`UID=${uid(first)}`)
    expect(Object.keys(body.items[0]).toSorted()).toEqual(
      [
        ...['@extra_includes', '@id', '@type', 'UID', 'created', 'description', 'enabled', 'id'],
        ...['modified', 'review_state', 'title'],
      ].toSorted(),
    )
  })

  test('finds meetings, the last first, and those that accept points', async () => {
    const { body } = await search('type=meeting&metadata_fields=date')
    const found = body.items.find((one: { UID: string }) => one.UID === uid(meeting))
    expect(found).toMatchObject({ '@type': 'MeetingCouncil', review_state: 'decided' })
    expect(found.date).toMatch(/^2024-\d\d-\d\dT20:00:00$/)
    expect((await search('type=meeting&meetings_accepting_items=true')).body.items_total).toBe(1)
    expect((await search('type=meeting&state=closed')).body.items_total).toBe(0)
  })

  test('finds by state, words, category and service', async () => {
    expect(titles((await search('state=itemcreated')).body)).toEqual([])
    expect(titles((await search('SearchableText=barriere')).body)).toEqual(['Barrières'])
    expect((await search(`getProposingGroup=${uid({ id: town.finance })}`)).body.items_total).toBe(
      0,
    )
    expect(
      (await search('getProposingGroup=travaux&review_state=itemfrozen')).body.items_total,
    ).toBe(3)
    expect((await search('getCategory=VOID')).body.items_total).toBe(0)
  })

  test('refuses what is no index, order, number or type here, rather than to find too much (400)', async () => {
    for (const query of [
      'hasAnnexesToSign=true',
      'sort_on=nothing',
      'b_size=many',
      'type=folder',
    ]) {
      const { status, body } = await search(query)
      expect([query, status]).toEqual([query, 400])
      expect(body.message.length).toBeGreaterThan(20)
    }
    expect((await portal.get('/@search?type=item')).status).toBe(400)
  })
})
