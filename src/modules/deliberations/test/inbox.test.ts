import { beforeEach, expect, test } from 'vitest'
import { figure, queriesOf, type TestPerson } from '#test/harness'
import { today } from '#commons/clock'
import { timeZone } from '#kernel/i18n'
import { planMeeting } from '../planning.ts'
import { givenItem, givenTown, mainWords, type Town } from './council.ts'

let town: Town

beforeEach(async () => {
  town = await givenTown()
})

const inDays = (days: number) =>
  today().add({ days }).toZonedDateTime({ timeZone, plainTime: '20:00' }).toInstant()

const meets = (days: number, organ = town.council) =>
  town.authority.asSystem(() =>
    planMeeting({
      ...{ organId: organ.id, startsAt: inDays(days), place: 'Hôtel de Ville', held: days < 0 },
    }),
  )

const words = async (who: TestPerson, path = '/inbox') =>
  mainWords(await who.visitor.get(path)).replaceAll(/\s+/g, ' ')

test('a meeting to convoke says until when, and by which article (L1122-13)', async () => {
  await meets(12)
  const inbox = await words(town.secretariat)
  expect(inbox).toContain('Séance · à faire : Arrêter l’ordre du jour · comme ')
  expect(inbox).toMatch(/convocation à faire recevoir · CDLD L1122-13/)
})

test('tabs count what waits by kind, and show it apart (I6)', async () => {
  await meets(12)
  await givenItem(town, { title: 'Un abribus' })
  const all = await words(town.secretariat)
  expect(all).toMatch(/Tout \d+ /)
  const meetings = await words(town.secretariat, '/inbox?kind=deliberations.meeting')
  expect(meetings).toContain('Conseil communal du')
  expect(meetings).not.toContain('Un abribus')
})

test('a councillor of whom nothing is asked sees the coming council (I6)', async () => {
  await meets(12)
  await meets(5, town.college)
  const before = await words(town.councillor)
  expect(before).toContain('Prochaines séances')
  expect(before).toMatch(/Conseil communal .*, 20 h/)
  expect(before).toContain('aucun point encore · Ordre du jour ouvert')
  expect(before).not.toContain('Collège communal')
})

test('where more meetings are coming than are shown, that is said (F2)', async () => {
  for (const days of [2, 3, 4, 5]) await meets(days)
  expect(await words(town.councillor)).not.toContain('d’autres suivent')
  await meets(6)
  expect(await words(town.councillor)).toContain('Les 4 premières ; d’autres suivent.')
})

test('meetings that are over are not coming', async () => {
  await meets(-1)
  expect(await words(town.councillor)).not.toContain('Prochaines séances')
})

/**
 * What the button in a row by which a point is sent on says, without the key of its page; nothing where there is
 * no button.
 */
async function offered(who: TestPerson, { id }: { id: string }) {
  const { text } = await who.visitor.get('/inbox')
  const [, form = ''] =
    new RegExp(`action="/deliberations/items/${id}/steps"[^>]*>(.*?)</form>`, 's').exec(text) ?? []
  const fields = [...form.matchAll(/name="(?!form_key)([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
}

test('the next step of a point is taken in its row, and what became of it is said in the inbox', async () => {
  const item = await givenItem(town, { title: 'Un abribus' }, 'proposed')
  const sent = await offered(town.head, item)
  expect(sent).toEqual({ verb: 'endorse', back: '/inbox' })
  const path = `/deliberations/items/${item.id}/steps`
  const answer = await town.head.visitor.post(path, sent, '/inbox')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inbox'])
  expect(await words(town.head)).toContain('« Un abribus » est maintenant :')
  expect(await offered(town.head, item)).toEqual({})
  // Taken a second time from an inbox that stayed open, it is refused there.
  const late = await town.head.visitor.post(path, sent, '/inbox')
  expect(late.status).toBe(409)
  expect(mainWords(late)).toContain('À traiter')
})

test('a step that asks more than a click is not offered in a row', async () => {
  const meeting = await meets(12)
  const { text } = await town.secretariat.visitor.get('/inbox')
  expect(text).toContain(meeting.id)
  expect(text).not.toContain(`${meeting.id}/steps`)
})

test('a row offers no step back to another site', async () => {
  const item = await givenItem(town, { title: 'Un abribus' }, 'proposed')
  const sent = { verb: 'endorse', back: 'https://elsewhere.example/' }
  const answer = await town.head.visitor.post(`/deliberations/items/${item.id}/steps`, sent)
  expect(answer.headers.get('location')).toBe('/')
})

/** What every request asks: which authority, and who. */
const gate = /^(begin|commit)|kernel\.tenant|"kernel"\."session"/

test('with a meeting to convoke the inbox takes one query more', async () => {
  await meets(12)
  await meets(5, town.college)
  const sent = await queriesOf(() => town.secretariat.visitor.get('/inbox'))
  const asked = sent.filter((text) => !gate.test(text))
  expect(figure('queries of an inbox with meetings', asked.length, 'queries')).toBeLessThanOrEqual(
    4,
  )
})
