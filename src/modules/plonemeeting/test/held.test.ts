import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { on } from '#kernel/events'
import { addAnnex } from '#commons/annexes'
import { read, write } from '#commons/dossiers'
import { items, meetings } from '#modules/deliberations'
import type { UploadedFile } from '#commons/imports'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { answer, createAll, type Fields, json, nothingKnown, said, sample } from './beauval.ts'
import { noChoices, plan } from '../plan.ts'
import { read as readFiles } from '../read.ts'
import { importAll, upload } from './secretary.ts'

let authority: TestAuthority
let secretariat: TestPerson
/** Whoever works there and is of no service. */
let clerk: TestPerson

/** The sample as it was closed there: who was there, how it was voted, what became of each point. */
function closedThere(change: (items: Fields[]) => void = () => undefined): UploadedFile[] {
  const meeting = answer('meeting.json')
  Object.assign(meeting.items[0] ?? {}, {
    ...{ review_state: 'closed', meetingNumber: 331 },
    extra_include_attendees: [
      { title: 'Mme Aubrive, Bourgmestre', attendee_type: { token: 'present' }, signatory: '2' },
      { title: 'M. Falleur, Échevin', attendee_type: { token: 'excused' }, signatory: null },
    ],
  })
  const points = answer('items.json')
  for (const item of points.items) Object.assign(item, { review_state: 'accepted' })
  Object.assign(points.items[1] ?? {}, { review_state: 'accepted_but_modified' })
  Object.assign(points.items[2] ?? {}, {
    ...{ review_state: 'delayed', listType: 'late' },
    votesResult: {
      'content-type': 'text/html',
      data: '<p>Par 2 voix pour et 1 contre (M. Falleur),</p>',
    },
    optionalAdvisers: [{ token: 'df', title: 'Directeur financier' }],
  })
  change(points.items)
  const others = sample().filter(({ name }) => name !== 'meeting.json' && name !== 'items.json')
  return [json('meeting.json', meeting), json('items.json', points), ...others]
}

let meetingId: string
interface Line {
  id: string
  position: number
  number: string
  reference: string
  state: string
  list_type: string
  title: string
}
let agenda: Line[]

beforeAll(async () => {
  authority = await givenAuthority()
  secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
  clerk = await authority.person({ roles: ['agent'] })
  const path = await upload(secretariat, closedThere())
  const shown = await secretariat.visitor.get(path)
  expect(shown.text).toContain('telle qu’elle a été tenue')
  const redirect = await importAll(secretariat, closedThere(), { held: 'on' })
  meetingId = redirect.headers.get('location')?.split('/').at(-1) ?? ''
  agenda = (
    await secretariat.visitor.api('GET', `/deliberations/meetings/${meetingId}/agenda`)
  ).items<Line>()
})

const held = (what: 'items' | 'meetings', id: string, who = secretariat) =>
  who.visitor.api('GET', `/deliberations/imports/held/${what}/${id}`)

describe('A meeting that was held elsewhere', () => {
  test('comes closed, its points decided, under their numbers and references, on their lists, in their order', async () => {
    const { state } = (
      await secretariat.visitor.api('GET', `/deliberations/meetings/${meetingId}`)
    ).json<{ state: string }>()
    expect(state).toBe('closed')
    const there = answer('items.json').items
    expect(agenda.map(({ reference }) => reference)).toEqual(
      there.map((one) => one['itemReference']),
    )
    expect(agenda.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '6.1',
      '7',
      '8',
      '9',
      '10',
      '11',
    ])
    expect(agenda.slice(0, 3).map((one) => [one.state, one.list_type])).toEqual([
      ['accepted', 'normal'],
      ['accepted_modified', 'normal'],
      ['delayed', 'late'],
    ])
  })

  test('keeps its number, who was there, the votes and whose advice was asked, on its page and in the API', async () => {
    expect((await held('meetings', meetingId)).json()).toMatchObject({
      number: '331',
      attendees: [
        { title: 'Mme Aubrive, Bourgmestre', type: 'present', signatory: '2' },
        { title: 'M. Falleur, Échevin', type: 'excused' },
      ],
    })
    const third = agenda[2]?.id ?? ''
    expect((await held('items', third)).json()).toMatchObject({
      ...{ state: 'delayed', advisers: ['Directeur financier'] },
      texts: expect.arrayContaining([
        { field: 'votesResult', html: '<p>Par 2 voix pour et 1 contre (M. Falleur),</p>' },
      ]),
    })
    const { text } = await secretariat.visitor.get(`/deliberations/items/${third}`)
    expect(text).toContain('Tenu dans PloneMeeting')
    expect(text).toContain('M. Falleur')
    const page = await secretariat.visitor.get(`/deliberations/meetings/${meetingId}`)
    expect(page.text).toContain('Mme Aubrive, Bourgmestre')
    // It takes no number of the organ, and a point that was put off there does not come back here.
    const { rows } = await authority.asSystem(() =>
      sql<{ number: number | null; came: number }>`select m.number,
        (select count(*)::int from deliberations.item where predecessor_id is not null) as came
        from deliberations.meeting m where m.id = ${meetingId}`.execute(db()),
    )
    expect(rows).toEqual([{ number: null, came: 0 }])
  })

  test('is rewritten by no verb and through no door, the house itself included', async () => {
    const [first] = agenda
    const id = first?.id ?? ''
    const meeting = `/deliberations/meetings/${meetingId}`
    for (const verb of ['reopen', 'close', 'unfreeze', 'cancel']) {
      const done = await secretariat.visitor.api('POST', `${meeting}/steps`, {
        ...{ verb, comment: 'Pour voir' },
      })
      expect([verb, done.status]).toEqual([verb, 409])
    }
    for (const [path, body] of [
      [`${meeting}/order`, { id, position: 2 }],
      [`/deliberations/items/${id}/steps`, { verb: 'withdraw', comment: 'x' }],
    ] as const)
      expect((await secretariat.visitor.api('POST', path, body)).status).toBe(409)
    const sealed = /tenue dans un autre système/
    await expect(
      authority.asSystem(async () =>
        write(items, await read(items, id), { title: 'Autre' }, 'edit', {}),
      ),
    ).rejects.toThrow(/held.sealed/)
    await expect(
      authority.asSystem(async () =>
        write(meetings, await read(meetings, meetingId), { place: 'Ailleurs' }, 'rearrange', {}),
      ),
    ).rejects.toThrow(/held.sealed/)
    await expect(
      authority.asSystem(async () =>
        addAnnex(await read(items, id), { name: 'a.csv', bytes: new TextEncoder().encode('a;b') }),
      ),
    ).rejects.toThrow(/held.sealed/)
    const { text } = await secretariat.visitor.get(meeting)
    expect(text).toMatch(sealed)
    await expect(
      authority.asSystem(() => sql`update plonemeeting.past set number = '1'`.execute(db())),
    ).rejects.toThrow(/permission denied/)
  })

  test('the same again changes nothing', async () => {
    const count = () =>
      authority.asSystem(async () => {
        const { rows } = await sql<{ n: number }>`select
          (select count(*) from commons.dossier) + (select count(*) from plonemeeting.past) as n`.execute(
          db(),
        )
        return rows[0]
      })
    const before = await count()
    const path = await upload(secretariat, closedThere())
    await secretariat.visitor.post(path, { act: 'commit', held: 'on' })
    expect(await count()).toEqual(before)
  })

  test('that is killed in the middle writes nothing, and is taken over whole the next time', async () => {
    const other = await givenAuthority()
    const who = await other.person({ roles: ['agent', 'secretariat'] })
    const count = () =>
      other.asSystem(async () => {
        const { rows } = await sql<{
          n: number
        }>`select count(*)::int as n from commons.dossier`.execute(db())
        return rows[0]?.n
      })
    const before = await count()
    let until = 2
    // The last that is written.
    on('deliberations.meeting.import', async () => {
      until -= 1
      if (until === 0) throw new Error('killed')
    })
    expect((await importAll(who, closedThere(), { held: 'on' })).status).toBe(500)
    expect(await count()).toBe(before)
    expect((await importAll(who, closedThere(), { held: 'on' })).status).toBe(303)
    expect(await count()).toBe((before ?? 0) + 13)
  })

  test('its points of a closed session are read by nobody who did not there', async () => {
    const secret = answer('items.json').items.find((one) =>
      String(one['privacy']).startsWith('secret'),
    )
    const point = agenda.find(({ title }) => title === secret?.['title'])
    expect(point).toBeDefined()
    expect((await held('items', point?.id ?? '', clerk)).status).toBe(404)
  })
})

describe('The plan of what was held', () => {
  const planned = (files: UploadedFile[], held = true) =>
    plan(readFiles(files), nothingKnown, { ...createAll(files), held })

  test('refuses a point that was not decided there, and a meeting to come', () => {
    const frozen = planned(
      closedThere((all) => void Object.assign(all[3] ?? {}, { review_state: 'itemfrozen' })),
    )
    expect(said(frozen.findings, 'undecided_there')).toHaveLength(1)
    expect(frozen.ready).toBe(false)
    const meeting = answer('meeting.json')
    Object.assign(meeting.items[0] ?? {}, { date: '2031-01-01T20:00:00+01:00', startDate: null })
    const files = [json('meeting.json', meeting), ...closedThere().slice(1)]
    expect(said(planned(files).findings, 'held_to_come')).toHaveLength(1)
  })

  test('leaves nothing out that a held point can keep, and gives no new numbers', () => {
    const { findings } = planned(closedThere())
    expect(said(findings, 'renumbered')).toEqual([])
    expect(said(findings, 'field_not_imported').map(({ where }) => where.field)).not.toContain(
      'votesResult',
    )
  })
})

test('two services of theirs with one name are never made one without a question', () => {
  const files = closedThere((all) => {
    for (const [at, item] of all.entries())
      Object.assign(item, {
        proposingGroup: { token: at % 2 ? 'one' : 'other', title: 'Service technique' },
      })
  })
  const upload = readFiles(files)
  const both = plan(upload, nothingKnown, { ...noChoices, createMissing: true, held: true })
  expect(both.services.map(({ resolution }) => resolution.kind)).toEqual(['question', 'question'])
  const ours = { id: 'ours', name: 'Service technique', externalTokens: ['other'] }
  const known = { ...nothingKnown, services: [ours] }
  const later = plan(upload, known, { ...noChoices, createMissing: true, held: true })
  const kinds = new Map(later.services.map(({ token, resolution }) => [token, resolution.kind]))
  expect([kinds.get('other'), kinds.get('one')]).toEqual(['known', 'question'])
  const answered = plan(upload, known, { ...noChoices, services: { one: 'ours' }, held: true })
  expect(said(answered.findings, 'unknown_service')).toEqual([])
})
