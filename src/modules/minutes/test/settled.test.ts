import { beforeEach, expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { meetings } from '#modules/deliberations'
import { attendance, recordAttendance } from '#modules/sittings'
import { adoptRemaining, reopen } from '#modules/votes'
import { beside } from '#test/harness'
import {
  givenMeeting,
  onItem,
  onMeeting,
  presences,
  refusal,
  seen,
} from '../../deliberations/test/council.ts'
import { close, stepMeeting } from '../../deliberations/test/verbs.ts'
import { pointOf } from '../agenda-point.ts'
import { object, objectors } from '../objection.ts'
import { records } from '../record.ts'
import { versionsOf, wordsOf } from '../version.ts'
import {
  freshTown,
  town,
  call,
  recordOf,
  today,
  sits,
  held,
  next,
  step,
  point,
  approving,
  ends,
} from './college.ts'

beforeEach(freshTown)

test('from the approval on nothing that the meeting recorded is corrected: a rectification stands beside it, with why', async () => {
  const { record, meeting, points } = await held()
  await step(record, 'provide')
  const after = await next()
  await approving(record, after, 'accept')
  await ends(after)
  const kept = await town.authority.asSystem(() => versionsOf(record))
  expect((await call('PUT', `/meetings/${meeting.id}/hours`, { opened: '00:02' })).status).toBe(409)
  const steps = `/meetings/${meeting.id}/steps`
  const reopened = await call('POST', steps, { verb: 'reopen', comment: 'Pour voir' })
  expect(reopened.status).toBe(409)
  expect(reopened.text).toContain('rectification')
  const attend = await onMeeting(town, town.secretariat, meeting, (found) =>
    refusal(presences(found).then((all) => recordAttendance(found, all))),
  )
  expect(attend.key).toBe('minutes.record.approved_already')
  const item = await seen(town, points[0] ?? { id: '' })
  expect(item.state).toBe('accepted')
  const said = { words: 'Lire «\u00A012 000 euros\u00A0»', reason: 'Décision du 3 mars' }
  const added = await call('POST', `/minutes/${record.id}/rectifications`, said)
  expect(added.json()).toMatchObject({ rectifications: [said] })
  expect(await town.authority.asSystem(() => versionsOf(record))).toEqual(kept)
})

test('what approved minutes is not taken back, once its meeting is over', async () => {
  const { record } = await held()
  await step(record, 'provide')
  const after = await next()
  const item = await point(record)
  await approving(record, after, 'accept')
  await ends(after)
  await onMeeting(town, town.secretariat, after, (found) =>
    stepMeeting(found, { verb: 'reopen', comment: 'Un autre point' }),
  )
  const open = await town.authority.asSystem(() => read(meetings, after.id))
  const taken = onItem(town, town.secretariat, item, (found) => reopen(found, open))
  expect((await refusal(taken)).key).toBe('minutes.record.approved_by_this')
})

test('minutes are not approved over what happens to them meanwhile: their meeting is opened again, a member objects', async () => {
  const { record, meeting } = await held()
  await step(record, 'provide')
  const after = await next()
  await approving(record, after, 'accept')
  const closing = () => beside(() => call('POST', `/meetings/${after.id}/steps`, { verb: 'close' }))
  const objecting = await town.authority.as(town.secretariat, async () => {
    const open = await read(records, record.id, { lock: true })
    const [seat] = await objectors(meeting, true)
    const wanted = { seat_id: seat?.id ?? '', item_id: null, wanted: 'Autre chose' }
    await object(open, meeting, wanted, true)
    return closing()
  })
  const contested = await objecting.ended
  expect([contested.status, contested.text]).toEqual([409, expect.stringContaining('observation')])
  const [objection] = (await call('GET', `/minutes/${record.id}`)).json<{
    objections: { id: string }[]
  }>().objections
  const settled = { objection_id: objection?.id, outcome: 'withdrawn', answer: '' }
  expect((await call('POST', `/minutes/${record.id}/answers`, settled)).status).toBe(200)
  const reopening = await onMeeting(town, town.secretariat, meeting, async (found) => {
    await stepMeeting(found, { verb: 'reopen', comment: 'Un point est mal noté' })
    return closing()
  })
  expect((await reopening.ended).status).toBe(409)
  expect(await recordOf(meeting)).toMatchObject({ state: 'available' })
})

test('points of a meeting are approved in the sitting itself, whole minutes where all are: their words stand (séance tenante)', async () => {
  const meeting = await sits('08:00', [{}, {}])
  const record = await recordOf(meeting)
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const answer = await call('GET', `/meetings/${meeting.id}/agenda`)
  const ids = answer.items<{ id: string }>().map(({ id }) => id)
  const keep = (some: string[]) => call('POST', `/minutes/${record.id}/at-once`, { items: some })
  expect((await keep(ids.slice(0, 1))).status).toBe(200)
  const taken = onItem(town, town.secretariat, { id: ids[0] ?? '' }, (found) =>
    reopen(found, meeting),
  )
  expect((await refusal(taken)).key).toBe('minutes.at_once.kept')
  expect((await keep(ids.slice(0, 1))).status).toBe(409)
  expect((await keep(ids.slice(1))).status).toBe(200)
  await ends(meeting)
  const whole = await recordOf(meeting)
  expect(whole).toMatchObject({ state: 'approved', how: 'at_once' })
  const said = await town.authority.asSystem(() => wordsOf(whole, whole.versions))
  expect(said.signing.signatories).toHaveLength(3)
})

test('who signs is who presided and kept the minutes as long as they sit; else who holds the place, in whose stead', async () => {
  const { record, meeting } = await held()
  await step(record, 'provide')
  const after = await next()
  await approving(record, after, 'accept')
  await ends(after)
  const approved = await recordOf(meeting)
  const said = await town.authority.asSystem(() => wordsOf(approved, approved.versions))
  expect(said.closing.at(-1)).toMatch(/^Approuvé sans observation en séance du /)
  expect(said.signing.signatories.map(({ mention }) => mention)).toEqual([null, null])
  const all = await town.authority.asSystem(async () =>
    attendance(await read(meetings, meeting.id)),
  )
  const president = all.find(({ part }) => part === 'president')
  const now = today().toString()
  const sign = (seat_id: string | undefined, on: string) =>
    call('POST', `/minutes/${record.id}/signatures`, { office: 'presides', seat_id, on })
  expect((await sign(president?.id, '2019-01-01')).status).toBe(422)
  const secretary = all.find(({ part }) => part === 'secretary')
  expect((await sign(secretary?.id, now)).status).toBe(422)
  expect((await sign(president?.id, now)).json()).toMatchObject({
    signatures: [{ office: 'presides', signed_on: now }],
  })
})

test('a meeting that was written here after the fact has no point on any agenda: its minutes were approved elsewhere', async () => {
  const { meeting } = await givenMeeting(town)
  await onMeeting(town, town.secretariat, meeting, async (found) => {
    await adoptRemaining(found)
    await close(await read(meetings, found.id, { lock: true }))
  })
  const record = await recordOf(meeting)
  expect(await town.authority.asSystem(() => pointOf(record))).toBeUndefined()
  expect((await step(record, 'end')).json()).toMatchObject({ state: 'approved', how: 'elsewhere' })
})
