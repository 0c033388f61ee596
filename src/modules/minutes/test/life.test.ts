import { beforeEach, expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { seatsOn } from '#commons/organs'
import { type Meeting, meetings } from '#modules/deliberations'
import { attendance, recordAttendance } from '#modules/sittings'
import { adoptRemaining, decide } from '#modules/votes'
import {
  givenItem,
  mainWords,
  onItem,
  onMeeting,
  presences,
  refusal,
} from '../../deliberations/test/council.ts'
import {
  close,
  freeze,
  openSitting,
  planMeeting,
  present,
  rearrange,
  stepMeeting,
} from '../../deliberations/test/verbs.ts'
import {
  freshCpas,
  freshTown,
  town,
  call,
  recordOf,
  today,
  at,
  held,
  next,
  step,
  point,
  approving,
  ends,
} from './college.ts'

beforeEach(freshTown)

test('minutes begin with the sitting, and a point that approves them comes by itself onto the next agenda', async () => {
  const { record } = await held()
  expect(record.state).toBe('draft')
  const all = (await call('GET', '/minutes')).items<{ id: string }>()
  expect(all.map(({ id }) => id)).toEqual([record.id])
  const after = await next()
  const item = await point(record)
  expect(item).toMatchObject({ meeting_id: after.id, position: 1, purpose: 'takes_note' })
  expect(item.title).toMatch(/^Procès-verbal de la séance du .*\u00A0: approbation$/)
})

test('nothing is approved that members were not given to read (L1122-16)', async () => {
  const { record, meeting } = await held()
  const after = await next()
  const problem = await refusal(approving(record, after, 'accept'))
  expect(problem.key).toBe('minutes.record.provide_first')
  expect((await step(record, 'provide')).status).toBe(200)
  await approving(record, after, 'accept')
  await ends(after)
  expect(await recordOf(meeting)).toMatchObject({
    ...{ state: 'approved', how: 'silently', approved_in: after.id, read_version: 1, versions: 2 },
  })
})

test('who sits reads minutes from their disposal on, and others of the house do not', async () => {
  const { record } = await held()
  const path = `/deliberations/minutes/${record.id}`
  const statuses = async () =>
    Promise.all(
      [town.secretariat, town.alderman, town.councillor, town.agent].map(
        async ({ visitor }) => (await visitor.get(path)).status,
      ),
    )
  expect(await statuses()).toEqual([200, 404, 404, 404])
  await step(record, 'provide')
  expect(await statuses()).toEqual([200, 200, 404, 404])
  await step(record, 'take_back', 'Un vote manque')
  expect(await statuses()).toEqual([200, 404, 404, 404])
  expect(mainWords(await town.secretariat.visitor.get(path))).toContain('Un vote manque')
})

test('the same objection sent many times at once is one; once it is answered, it may be made again', async () => {
  const { record, meeting } = await held()
  await step(record, 'provide')
  const [seat] = await town.authority.asSystem(async () =>
    attendance(await read(meetings, meeting.id)),
  )
  const path = `/minutes/${record.id}/objections`
  const same = { seat_id: seat?.id, wanted: 'La séance a commencé à 0 h 01.' }
  const all = await Promise.all(Array.from({ length: 5 }, () => call('POST', path, same)))
  expect(all.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
  expect(all.find(({ status }) => status === 409)?.text).toContain('dit la même chose')
  const nul = (await call('POST', path, { ...same, wanted: 'À 0\0' })).json<{ errors: object }>()
  expect(nul.errors).toMatchObject({ wanted: [expect.stringContaining('ne peut être gardé')] })
  expect((await call('POST', path, { ...same, wanted: 'À 0 h 02.' })).status).toBe(200)
  const told = (await call('GET', `/minutes/${record.id}`)).json<{ objections: { id: string }[] }>()
  expect(told.objections).toHaveLength(2)
  const settled = { objection_id: told.objections[0]?.id, outcome: 'rejected', answer: 'Non' }
  expect((await call('POST', `/minutes/${record.id}/answers`, settled)).status).toBe(200)
  expect((await call('POST', path, same)).status).toBe(200)
})

test('an objection waits for an answer before minutes are approved; a corrected text is approved as such', async () => {
  const { record, meeting } = await held()
  await step(record, 'provide')
  const after = await next()
  const [seat] = await town.authority.asSystem(async () =>
    attendance(await read(meetings, meeting.id)),
  )
  const mine = await call(
    'POST',
    `/minutes/${record.id}/objections`,
    { seat_id: seat?.id, wanted: 'Le vote fut secret.' },
    town.alderman,
  )
  expect(mine.status).toBe(422)
  const noted = await call('POST', `/minutes/${record.id}/objections`, {
    ...{ seat_id: seat?.id, wanted: 'La séance a commencé à 0 h 01.' },
  })
  const { objections } = noted.json<{ objections: { id: string }[] }>()
  expect((await refusal(approving(record, after, 'accept'))).key).toBe('minutes.record.contested')
  const settled = { objection_id: objections[0]?.id, outcome: 'accepted', answer: 'En effet' }
  expect((await call('POST', `/minutes/${record.id}/answers`, settled)).status).toBe(200)
  // What was accepted is in no text yet: neither decision approves it (L1122-16).
  for (const verb of ['accept', 'accept_modified'] as const)
    expect((await refusal(approving(record, after, verb))).key).toBe('minutes.record.text_first')
  const hours = { opened: '00:01' }
  expect((await call('PUT', `/meetings/${meeting.id}/hours`, hours)).status).toBe(204)
  const renewed = await call('POST', `/minutes/${record.id}/text`, { reason: 'L’heure' })
  expect(renewed.status).toBe(200)
  await approving(record, after, 'accept_modified')
  await ends(after)
  expect(await recordOf(meeting)).toMatchObject({ how: 'corrected', state: 'approved' })
  const difference = mainWords(
    await town.secretariat.visitor.get(`/deliberations/minutes/${record.id}/versions/2?with=1`),
  )
  expect(difference).toContain('Ce qui change depuis la version 1')
  expect(difference).toMatch(/Ouverture 0.h.01/)
})

test('minutes approved with corrections need a corrected text before the meeting ends', async () => {
  const { record, meeting } = await held()
  await step(record, 'provide')
  const after = await next()
  await approving(record, after, 'accept_modified')
  expect((await refusal(ends(after))).key).toBe('minutes.record.correct_first')
  await call('PUT', `/meetings/${meeting.id}/hours`, { opened: '00:01' })
  expect((await refusal(ends(after))).key).toBe('minutes.record.changed_since')
})

test('what is put off comes back as the approval of the same minutes; a meeting that is called off hands it on', async () => {
  const { record, meeting } = await held()
  await step(record, 'provide')
  const after = await next()
  const first = await point(record)
  await onItem(town, town.secretariat, first, (found) => decide(found, after, 'delay'))
  await ends(after)
  const copy = await point(record)
  expect(copy).toMatchObject({ predecessor_id: first.id, meeting_id: null })
  const plan = (days: number) =>
    town.authority.as(town.secretariat, () =>
      planMeeting({
        organId: meeting.organ_id,
        startsAt: Temporal.Now.instant().add({ hours: 24 * days }),
        place: '',
      }),
    )
  const soon = await plan(20)
  expect((await point(record)).meeting_id).toBe(soon.id)
  const sooner = await plan(10)
  expect((await point(record)).meeting_id).toBe(sooner.id)
  await onMeeting(town, town.secretariat, sooner, (found) =>
    stepMeeting(found, { verb: 'cancel', comment: 'Salle fermée' }),
  )
  expect((await point(record)).meeting_id).toBe(soon.id)
  const later = await plan(40)
  await onMeeting(town, town.secretariat, soon, (found) =>
    stepMeeting(found, { verb: 'cancel', comment: 'Salle fermée' }),
  )
  expect((await point(record)).meeting_id).toBe(later.id)
  await onMeeting(town, town.secretariat, later, (found) =>
    stepMeeting(found, { verb: 'cancel', comment: 'Salle fermée' }),
  )
})

test('an agenda that is opened for points again takes over the approval from a later meeting', async () => {
  const plan = (days: number) =>
    town.authority.as(town.secretariat, () =>
      planMeeting({
        organId: town.college.id,
        startsAt: Temporal.Now.instant().add({ hours: 24 * days }),
        place: '',
      }),
    )
  const soon = await plan(10)
  const item = await givenItem(town, { organ_id: town.college.id })
  await onMeeting(town, town.secretariat, soon, async (found) => {
    await present(item, found)
    await freeze(found)
  })
  const { record } = await held()
  const later = await plan(20)
  expect((await point(record)).meeting_id).toBe(later.id)
  await onMeeting(town, town.secretariat, soon, (found) =>
    stepMeeting(found, { verb: 'unfreeze', comment: '' }),
  )
  expect(await point(record)).toMatchObject({ meeting_id: soon.id, position: 1 })
})

test('a meeting that is moved before the one whose minutes it was to approve hands that on, and approves nothing (L1122-16)', async () => {
  const { record } = await held()
  await step(record, 'provide')
  const plan = (time: string) =>
    town.authority.as(town.secretariat, () =>
      planMeeting({ organId: town.college.id, startsAt: at(today(), time), place: '' }),
    )
  const moves = (meeting: Meeting, time: string) =>
    onMeeting(town, town.secretariat, meeting, (found) =>
      rearrange(found, { startsAt: at(today(), time), place: '', reason: 'Fête', urgency: 'Fête' }),
    )
  const open = await plan('20:00')
  expect((await point(record)).meeting_id).toBe(open.id)
  await moves(open, '07:00')
  expect(await point(record)).toMatchObject({ state: 'validated', meeting_id: null })
  // Once its agenda is fixed it keeps the point, and puts it off.
  const fixed = await plan('20:30')
  await onMeeting(town, town.secretariat, fixed, freeze)
  await moves(fixed, '07:30')
  const item = await point(record)
  expect(item).toMatchObject({ state: 'frozen', meeting_id: fixed.id })
  const sitting = await onMeeting(town, town.secretariat, fixed, async (found) => {
    const opened = await openSitting(found)
    await recordAttendance(opened, await presences(opened))
    return opened
  })
  const decided = (verb: 'accept' | 'delay') =>
    onItem(town, town.secretariat, item, (found) => decide(found, sitting, verb))
  expect((await refusal(decided('accept'))).key).toBe('minutes.record.held_later')
  await decided('delay')
  await ends(sitting)
  expect((await point(record)).predecessor_id).toBe(item.id)
  expect((await recordOf({ id: record.meeting_id })).state).toBe('available')
})

test('what was said of a point is written before its decision, and shown where it is read', async () => {
  const { record, points } = await held()
  const path = `/minutes/${record.id}/points/${points[0]?.id}`
  expect((await call('POST', path, { words: 'Mme Ronveau demande le coût.' })).status).toBe(200)
  const page = await town.secretariat.visitor.get(`/deliberations/minutes/${record.id}`)
  expect(mainWords(page)).toContain('Mme Ronveau demande le coût.')
})

test('the last day on which minutes are put at disposal stands in the inbox with its article (seven clear days)', async () => {
  const organId = town.council.id
  const plan = (day: Temporal.PlainDate) =>
    town.authority.as(town.secretariat, () =>
      planMeeting({ organId, startsAt: at(day, '20:00'), place: '' }),
    )
  const item = await givenItem(town)
  const meeting = await plan(today())
  await town.authority.as(town.secretariat, async () => {
    await present(item, meeting)
    await freeze(await read(meetings, meeting.id))
  })
  const seats = await town.authority.asSystem(() => seatsOn(organId, today()))
  const convoked = await call('POST', `/meetings/${meeting.id}/convocation`, {
    ...{ paper: seats.map(({ id }) => id), urgency: 'Un arbre menace de tomber' },
  })
  expect(convoked.status).toBe(201)
  await onMeeting(town, town.secretariat, meeting, async (found) => {
    const open = await openSitting(found)
    await recordAttendance(open, await presences(open))
    await adoptRemaining(open)
    await close(await read(meetings, open.id, { lock: true }))
  })
  const day = today().add({ days: 12 })
  await plan(day)
  const record = await recordOf(meeting)
  expect(record.due_on?.toString()).toBe(day.subtract({ days: 8 }).toString())
  expect(mainWords(await town.secretariat.visitor.get('/inbox'))).toContain('L1122-16')
  await step(record, 'provide')
  expect((await recordOf(meeting)).due_on).toBeNull()
})

test('the legal line of time of the next meeting ticks that minutes are at disposal once they are (L1122-16)', async () => {
  await freshCpas()
  const { record } = await held(town.council)
  const startsAt = at(today().add({ days: 20 }), '20:00')
  const after = await town.authority.as(town.secretariat, () =>
    planMeeting({ organId: town.council.id, startsAt, place: '' }),
  )
  const line = async () =>
    mainWords(await town.secretariat.visitor.get(`/deliberations/meetings/${after.id}`))
  expect(await line()).toMatch(/venir\u00A0?.*procès-verbal précédent à disposition/)
  expect(await line()).not.toContain('(depuis le')
  await step(record, 'provide')
  expect(await line()).toMatch(/Fait.*procès-verbal précédent à disposition \(depuis le/)
})
