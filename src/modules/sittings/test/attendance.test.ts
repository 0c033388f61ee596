import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { addPerson, councillor, refreshPrincipals } from '#commons/directory'
import { recordAttendance } from '../attendance.ts'
import { attendance, sittingOf } from '../sitting.ts'
import type { Meeting } from '#modules/deliberations'
import { atOpening } from '../presence.ts'
import { quorumAmong, quorumRule } from '../quorum.ts'
import { addSeat } from '#commons/organs'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  presences,
  refusal,
  type Town,
} from '../../deliberations/test/council.ts'
import { editionAt } from '../../deliberations/test/editions.ts'

let town: Town
let secretariat: Town['agent']
beforeAll(async () => {
  town = await givenTown()
  secretariat = town.secretariat
})

async function quorumAtOpening(meeting: Meeting) {
  const sitting = await sittingOf(meeting)
  return quorumAmong(await quorumRule(meeting), sitting, atOpening(sitting))
}

const seatsOf = (meeting: { id: string }) => onMeeting(town, secretariat, meeting, attendance)
const path = ({ id }: { id: string }) => `/deliberations/meetings/${id}/attendance`

test('attendance is noted once the agenda is frozen, until the meeting is closed', async () => {
  const { meeting } = await givenMeeting(town, { until: 'created' })
  const note = () =>
    onMeeting(town, secretariat, meeting, async (found) =>
      recordAttendance(found, await presences(found)),
    )
  expect(await refusal(note())).toMatchObject({
    status: 409,
    key: 'sittings.attendance.not_now',
  })
  const step = (verb: string) =>
    secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, { verb })
  await step('freeze')
  await note()
  await step('decide')
  await note()
  expect((await seatsOf(meeting)).map(({ presence }) => presence)).toEqual(Array(5).fill('present'))
})

test('the president comes first and the secretary last, whoever was seated when', async () => {
  const { meeting } = await givenMeeting(town)
  expect((await seatsOf(meeting)).map(({ part }) => part)).toEqual([
    'president',
    'member',
    'member',
    'member',
    'secretary',
  ])
})

test('everybody of the organ is noted; who was forgotten is named', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const [first, second] = await seatsOf(meeting)
  const answer = await secretariat.visitor.api('PUT', path(meeting), {
    [first?.id ?? '']: 'present',
  })
  expect(answer.json()).toMatchObject({
    status: 422,
    errors: { [`seats.${second?.id}`]: ['Cette réponse est nécessaire.'] },
  })
  expect((await seatsOf(meeting)).every(({ presence }) => presence === null)).toBe(true)
})

test('a presence that is none of the three is refused', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const [first] = await seatsOf(meeting)
  const answer = await secretariat.visitor.api('PUT', path(meeting), {
    [first?.id ?? '']: 'peut-être',
  })
  expect(answer.json()).toMatchObject({
    status: 422,
    errors: { [first?.id ?? '']: expect.anything() },
  })
})

test('who does not sit in the organ cannot be noted as there', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const college = await givenMeeting(town, { organ: town.college, until: 'frozen' })
  const alderman = (await seatsOf(college.meeting)).find(
    ({ person_id }) => person_id === town.alderman.id,
  )
  const all = await onMeeting(town, secretariat, meeting, (found) => presences(found))
  const answer = await secretariat.visitor.api('PUT', path(meeting), {
    ...all,
    [alderman?.id ?? '']: 'present',
  })
  expect(answer.json()).toMatchObject({
    status: 422,
    errors: { [`seats.${alderman?.id}`]: [expect.any(String)] },
  })
})

test('the page and the API note the same attendance', async () => {
  const { meeting } = await givenMeeting(town, { until: 'frozen' })
  const seats = await seatsOf(meeting)
  const away = await onMeeting(town, secretariat, meeting, (found) =>
    presences(found, [town.councillor]),
  )
  const fields = Object.entries(away).map(([id, presence]) => [`seats.${id}`, presence])
  const edition = await editionAt(secretariat, path(meeting))
  const sent = { edition, ...Object.fromEntries(fields) }
  const posted = await secretariat.visitor.post(path(meeting), sent)
  expect(posted.status).toBe(303)
  const byPage = await seatsOf(meeting)
  expect(byPage.find(({ person_id }) => person_id === town.councillor.id)?.presence).toBe('excused')
  expect((await secretariat.visitor.api('PUT', path(meeting), away)).status).toBe(204)
  expect(await seatsOf(meeting)).toEqual(byPage)
  expect(seats).toHaveLength(5)
})

test('the quorum counts members with a vote: half of them and one (L1122-17)', async () => {
  const { meeting } = await givenMeeting(town)
  const check = await onMeeting(town, secretariat, meeting, async (found) => {
    await recordAttendance(found, await presences(found, [town.councillor]))
    return quorumAtOpening(found)
  })
  expect(check).toMatchObject({
    present: 3,
    inOffice: 4,
    article: 'CDLD L1122-17',
    quorum: { met: true, required: 3 },
  })
  const page = await secretariat.visitor.get(path(meeting))
  expect(mainWords(page)).toContain('3 présents sur 4 en fonction')
})

test('in the college the quorum has an article of its own (L1123-20)', async () => {
  const { meeting } = await givenMeeting(town, { organ: town.college })
  const check = await onMeeting(town, secretariat, meeting, async (found) => {
    await recordAttendance(found, await presences(found, [town.alderman]))
    return quorumAtOpening(found)
  })
  expect(check).toMatchObject({
    article: 'CDLD L1123-20',
    quorum: { met: false, required: 2, missing: 1 },
  })
})

test('who sat on the day of a meeting stays on it after their term; who came later is not there (E14)', async () => {
  const town2 = await givenTown()
  const before = await givenMeeting(town2, { day: '2024-03-28' })
  await town2.authority.asSystem(async () => {
    await db()
      .updateTable('commons.seat')
      .set({ valid_to: Temporal.PlainDate.from('2024-06-30') })
      .where('person_id', '=', town2.councillor.id)
      .execute()
    const personId = await addPerson({
      civility: 'mrs',
      firstName: 'Élise',
      lastName: 'Nouvel',
      roles: [councillor],
    })
    const validFrom = Temporal.PlainDate.from('2024-07-01')
    const organId = town2.council.id
    await addSeat({ organId, personId, part: 'member', title: 'Conseillère', validFrom })
  })
  const after = await givenMeeting(town2, { day: '2024-09-26', until: 'frozen' })
  const names = async (meeting: { id: string }) =>
    (await onMeeting(town2, town2.secretariat, meeting, attendance)).map(
      ({ last_name, person_id }) => (person_id === town2.councillor.id ? 'councillor' : last_name),
    )
  expect(await names(before.meeting)).toContain('councillor')
  expect(await names(before.meeting)).not.toContain('Nouvel')
  expect(await names(after.meeting)).not.toContain('councillor')
  expect(await names(after.meeting)).toContain('Nouvel')
  await town2.authority.asSystem(() => refreshPrincipals(town2.councillor.id))
  const outsider = await town2.authority.signIn(town2.councillor.id)
  expect((await outsider.visitor.get(`/deliberations/meetings/${after.meeting.id}`)).status).toBe(
    404,
  )
})

test('all are noted as present in one act, whatever is chosen, and who presides with them', async () => {
  const { meeting } = await givenMeeting(town)
  const seats = Object.fromEntries(
    (await seatsOf(meeting)).map(({ id }) => [`seats.${id}`, 'absent']),
  )
  const edition = await editionAt(secretariat, path(meeting))
  const sent = await secretariat.visitor.post(path(meeting), { ...seats, edition, all: 'on' })
  expect(sent.status).toBe(303)
  expect((await seatsOf(meeting)).map(({ presence }) => presence)).toEqual(Array(5).fill('present'))
  const page = mainWords(await secretariat.visitor.get(path(meeting)))
  expect(page).toContain('4 présents sur 4 en fonction')
})
