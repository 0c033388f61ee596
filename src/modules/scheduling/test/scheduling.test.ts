import { beforeEach, expect, test } from 'vitest'
import { itemPath, meetingPath } from '#modules/deliberations'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  seen,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

type Named = { id: string }
const api = (method: string, path: string, body?: unknown) =>
  town.secretariat.visitor.api(method, path, body)
const wish = (item: Named, meeting: Named | null) =>
  api('PUT', `${itemPath(item)}/wish`, { meeting_id: meeting?.id ?? null })
const wished = async (item: Named) =>
  (await api('GET', `${itemPath(item)}/wish`)).json<Named | null>()?.id ?? null
const present = (item: Named, meeting_id?: string) =>
  api('POST', `${itemPath(item)}/presentation`, meeting_id ? { meeting_id } : {})
const coming = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
const planned = async (days: number, until: 'created' | 'frozen' = 'created') =>
  (await givenMeeting(town, { day: coming(days), until, items: until === 'frozen' ? [{}] : [] }))
    .meeting

test('B05 a point that is presented to no meeting by name joins the next whose agenda is open, a frozen one only where it is meant for it', async () => {
  const frozen = await planned(20, 'frozen')
  const next = await planned(30)
  await planned(40)
  const [plain, meant] = [await givenItem(town), await givenItem(town)]
  expect((await wish(meant, frozen)).status).toBe(200)
  expect((await present(plain)).status).toBe(200)
  expect(await seen(town, plain)).toMatchObject({ meeting_id: next.id, list_type: 'normal' })
  const page = mainWords(await town.secretariat.visitor.get(itemPath(meant)))
  expect(page).toContain('le point y viendrait en urgence')
  expect((await present(meant)).status).toBe(200)
  expect(await seen(town, meant)).toMatchObject({ meeting_id: frozen.id, list_type: 'late' })
})

test('B03 what is meant for a meeting comes first among what waits for it, and joins it by one press; taken off it is normal again', async () => {
  const [first, second] = [await planned(20), await planned(30)]
  const points = [await givenItem(town, { title: 'Un' }), await givenItem(town, { title: 'Deux' })]
  const later = await givenItem(town, { title: 'Plus tard' })
  const any = await givenItem(town, { title: 'Peu importe' })
  for (const one of points) await wish(one, first)
  await wish(later, second)
  const path = `${meetingPath(first)}/available`
  const page = mainWords(await town.secretariat.visitor.get(path))
  expect(page).toMatch(/pour cette séance.*Un.*Deux.*Peu importe.*autre séance.*Plus tard/s)
  const listed = (await api('GET', path)).items<Named>().map(({ id }) => id)
  expect(listed).toEqual([...points, any, later].map(({ id }) => id))
  const sent = await town.secretariat.visitor.post(`${meetingPath(first)}/wished`, {})
  expect(sent.headers.get('location')).toBe(meetingPath(first))
  for (const one of points) expect(await seen(town, one)).toMatchObject({ meeting_id: first.id })
  expect(await seen(town, later)).toMatchObject({ meeting_id: null, list_type: 'normal' })
  // What an agenda bears is meant for no other, and one of another organ, or over, is none of its own.
  const [one] = points
  const none = { meeting_id: null }
  expect(one && (await wish(one, second)).status).toBe(409)
  const { meeting: college } = await givenMeeting(town, {
    ...{ organ: town.college, items: [], until: 'created' },
  })
  expect((await wish(any, college)).status).toBe(422)
  expect((await town.accountant.visitor.api('PUT', `${itemPath(any)}/wish`, none)).status).toBe(404)
})

test('B09 points that were meant for a meeting that is called off are meant for any, and their history says so', async () => {
  const [first, other] = [await planned(20), await planned(30)]
  const [point, kept] = [await givenItem(town), await givenItem(town)]
  await wish(point, first)
  await wish(kept, other)
  const steps = `${meetingPath(first)}/steps`
  expect((await api('POST', steps, { verb: 'cancel', comment: 'Sans objet' })).status).toBe(200)
  expect([await wished(point), await wished(kept)]).toEqual([null, other.id])
  const page = mainWords(await town.secretariat.visitor.get(itemPath(point)))
  expect(page).toContain('a retiré la séance souhaitée')
})

test('B11 what prepares a meeting comes before it, whichever of both is moved', async () => {
  const meeting = await planned(30)
  const path = `${meetingPath(meeting)}/briefing`
  const at = (days: number) => `${coming(days)}T10:00`
  const late = await api('PUT', path, { starts_at: at(31), place: '' })
  expect(late.json()).toMatchObject({ status: 422, errors: { starts_at: [expect.any(String)] } })
  expect((await api('PUT', path, { starts_at: at(28), place: 'Bureau' })).status).toBe(200)
  expect(mainWords(await town.secretariat.visitor.get(meetingPath(meeting)))).toMatch(
    /Réunion préparatoire .*10 h 00|Réunion préparatoire .*, Bureau/,
  )
  expect(mainWords(await town.councillor.visitor.get(meetingPath(meeting)))).not.toContain('Bureau')
  const move = (days: number) =>
    api('PUT', `${meetingPath(meeting)}/arrangement`, { starts_at: at(days), place: '' })
  expect((await move(27)).json()).toMatchObject({
    ...{ status: 422, errors: { starts_at: [expect.any(String)] } },
  })
  expect((await move(29)).status).toBe(200)
  expect((await api('PUT', path, { starts_at: null, place: '' })).json()).toBe(null)
})
