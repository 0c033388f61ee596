import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { addAnnexes } from '#commons/annexes'
import { type Item, type Meeting, meetingOf } from '#modules/deliberations'
import type { TestPerson } from '#test/harness'
import {
  givenItem,
  givenMeeting,
  onItem,
  onMeeting,
  type Town,
} from '../../deliberations/test/council.ts'
import { adoptUnanimously } from '#modules/votes'
import { noteMovement } from '../../sittings/test/verbs.ts'
import { type Client, givenClient, givenPortal, idOf, uid } from './client.ts'

let town: Town
let administrator: TestPerson
/** A client that sees what all agents see. */
let portal: Client
let meeting: Meeting
let points: Item[]
let first: Item
let hidden: Item

beforeAll(async () => {
  ;({ town, administrator, portal, meeting, points, first } = await givenPortal())
  hidden = await givenItem(town, { title: 'En préparation' }, 'created')
})

describe('@get, @item, @meeting', () => {
  test('tell one by its UID, with all that is said of it (fullobjects)', async () => {
    const { body } = await portal.get(`/@item?UID=${uid(first)}&fullobjects`)
    expect(body).toMatchObject({
      proposingGroup: { token: uid({ id: town.works }), title: 'Travaux' },
      ...{ pollType: { token: 'freehand' }, privacy: { token: 'public' } },
      ...{ listType: { token: 'normal' }, toDiscuss: false },
      decision: { 'content-type': 'text/html', data: '<p>D’approuver</p>' },
      itemReference: first.reference,
    })
    const told = await portal.get(
      `/@meeting?uid=${uid(meeting)}&metadata_fields=review_state&additional_values=formatted_date_short`,
    )
    expect(told.body.review_state).toMatchObject({ token: 'decided' })
    expect((await portal.get(`/@get?UID=${uid(meeting)}`)).body['@type']).toBe('MeetingCouncil')
  })

  test('include meeting, neighbours, configuration and choices, as asked', async () => {
    const { body } = await portal.get(
      `/@get?UID=${uid(first)}&extra_include=meeting&extra_include_meeting_metadata_fields=place` +
        '&extra_include=config&include_nextprev=true&include_choices_for=category&include_base_data=false',
    )
    expect(body.UID).toBeUndefined()
    expect(body.extra_include_meeting.place.token).toBe('Maison communale')
    expect(body.extra_include_config.id).toBe('meeting-config-council')
    expect(body.next_item.title).toBe('Barrières')
    expect(body.category__choices[0]).toHaveProperty('token')
  })

  test('say what is missing (400), of another type (400), and not there (404)', async () => {
    expect((await portal.get('/@get')).status).toBe(400)
    expect((await portal.get(`/@meeting?UID=${uid(first)}`)).status).toBe(400)
    const unknown = await portal.get('/@get?UID=unknown')
    expect(unknown.status).toBe(404)
    expect(unknown.body.error).toMatchObject({ type: 'NotFound' })
  })

  test('a point that may not be seen is not there, be it asked by any way', async () => {
    for (const path of ['@get?UID=', '@annexes?UID=', '@attendees/', 'items/'])
      expect([path, (await portal.get(`/${path}${uid(hidden)}`)).status]).toEqual([path, 404])
  })

  test('the address of a point brings the browser of a person to its page', async () => {
    const { body } = await portal.get(`/@get?UID=${uid(first)}`)
    const path = new URL(body['@id']).pathname.replace('/plonemeeting', '')
    const page = await portal.get(path, { headers: { accept: 'text/html', authorization: '' } })
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      `/deliberations/items/${first.id}`,
    ])
    expect((await portal.get(path)).body.title).toBe('Zone bleue')
    expect((await portal.get(path, { headers: { authorization: '' } })).status).toBe(401)
  })

  test('what was taken over from PloneMeeting is found by its old UID, and keeps it', async () => {
    const [, , last] = points
    await town.authority.asSystem(() =>
      sql`insert into commons.external_id (source, external_id, dossier_id, content_hash)
        values ('plonemeeting', 'ecd55a85b1ee4039bfe22c7c4988876d', ${last?.id}, '')`.execute(db()),
    )
    const { body } = await portal.get('/@get?UID=ecd55a85b1ee4039bfe22c7c4988876d')
    expect(body).toMatchObject({ UID: 'ecd55a85b1ee4039bfe22c7c4988876d', title: last?.title })
  })
})

describe('@annexes', () => {
  test('tell the files of a point, and give their bytes to the same key', async () => {
    const bytes = new TextEncoder().encode('a;b\n1;2\n')
    await town.authority.asSystem(() =>
      addAnnexes([{ dossier: first, name: 'devis.csv', title: 'Devis', bytes }]),
    )
    const [path] = [`/items/${uid(first)}/@annexes`]
    const { body } = await portal.get(
      `${path}?publishable=true&fullobjects&include_all=false&metadata_fields=file` +
        '&metadata_fields=content_category&additional_values=category_title',
    )
    expect(body).toEqual([
      expect.objectContaining({
        ...{ '@type': 'annex', title: 'Devis', category_title: 'Annex' },
        file: expect.objectContaining({ filename: 'devis.csv', size: 8 }),
      }),
    ])
    const file = await portal.get(
      new URL(body[0].file.download).pathname.replace('/plonemeeting', ''),
    )
    expect([file.status, file.body]).toEqual([200, 'a;b\n1;2\n'])
    expect((await portal.get(`${path}?confidential=true`)).body).toEqual([])
    expect((await portal.get(`/@annexes/${uid(first)}`)).body).toHaveLength(1)
    const included = await portal.get(`/@get?UID=${uid(first)}&extra_include=annexes`)
    expect(included.body.extra_include_annexes[0].file.filename).toBe('devis.csv')
  })
})

describe('@attendees', () => {
  test('tell who is there of a meeting and of each of its points', async () => {
    const { body } = await portal.get(`/@attendees/${uid(meeting)}`)
    expect(body[0]).toMatchObject({
      ...{ '@type': 'held_position', voter: true, signatory: '2' },
      attendee_type: { token: 'present', title: 'present' },
    })
    const member = body.find((one: { title: string }) => one.title.includes('Falleur'))
    const { id: item_id } = first
    await onMeeting(town, town.secretariat, meeting, (held) =>
      noteMovement(held, {
        ...{ seat_id: idOf(member.UID), item_id, kind: 'withdraws', at: null, reason: '' },
      }),
    )
    const of = `/items/${uid(first)}/@attendee/${member.UID}`
    expect((await portal.get(of)).body.attendee_type.token).toBe('non_attendee')
    const whole = await portal.get(`/meetings/${uid(meeting)}/@attendee/${member.UID}`)
    expect(whole.body.attendee_type.token).toBe('present')
    expect((await portal.get(`/@attendee/${uid(meeting)}/unknown`)).status).toBe(404)
    const included = await portal.get(`/@get?UID=${uid(first)}&extra_include=attendees`)
    expect(included.body.extra_include_attendees).toHaveLength(body.length)
  })

  test('nobody is told to be there before somebody noted it', async () => {
    const { meeting: open } = await givenMeeting(town, { until: 'created' })
    expect((await portal.get(`/@attendees/${uid(open)}`)).body).toEqual([])
  })

  test('a program does not note who is there: it is told who does (403), and what makes no sense (400) (G08)', async () => {
    const writer = await givenClient(town, administrator, { roles: ['agent', 'secretariat'] })
    const path = `/@attendee/${uid(meeting)}/whoever`
    const refused = await writer.send('PATCH', path, { attendee_type: 'absent' })
    expect(refused.status).toBe(403)
    expect(refused.body.message).toContain('Attendance')
    expect((await writer.send('PATCH', path, { attendee_type: 'asleep' })).status).toBe(400)
    expect((await writer.send('PATCH', path, {})).status).toBe(400)
    expect((await writer.send('PATCH', `/@attendee/${uid(hidden)}/x`, {})).status).toBe(400)
  })
})

test('A vote is told in the words of the minutes', async () => {
  const last = points.at(-1) as Item
  await onItem(town, town.secretariat, last, async (item) =>
    adoptUnanimously(item, await meetingOf(item)),
  )
  const { body } = await portal.get(
    `/@search?config_id=meeting-config-council&meeting_uid=${uid(meeting)}&state=accepted&metadata_fields=votesResult`,
  )
  expect(body.items[0].votesResult.data).toMatch(/unani/i)
})
