import { beforeEach, expect, test } from 'vitest'
import { figure, queriesOf, type TestPerson } from '#test/harness'
import { today } from '#commons/clock'
import { timeZone } from '#kernel/i18n'
import { planMeeting } from '../meeting.ts'
import { givenItem, givenTown, mainWords, type Town } from './council.ts'

let town: Town

beforeEach(async () => {
  town = await givenTown()
})

const inDays = (days: number) =>
  today().add({ days }).toZonedDateTime({ timeZone, plainTime: '20:00' }).toInstant()

const meets = (days: number, organ = town.council) =>
  town.authority.asSystem(() =>
    planMeeting({ organId: organ.id, startsAt: inDays(days), place: 'Hôtel de Ville' }),
  )

const words = async (who: TestPerson, path = '/inbox') =>
  mainWords(await who.visitor.get(path)).replaceAll(/\s+/g, ' ')

test('a meeting to convoke says until when, and by which article (L1122-13)', async () => {
  await meets(12)
  const inbox = await words(town.secretariat)
  expect(inbox).toContain('Séance · à faire : Arrêter l’ordre du jour · comme ')
  expect(inbox).toMatch(/dernier jour pour convoquer · CDLD L1122-13/)
})

test('tabs count what waits by kind, and show it apart', async () => {
  await meets(12)
  await givenItem(town, { title: 'Un abribus' })
  const all = await words(town.secretariat)
  expect(all).toMatch(/Tout \d+ /)
  const meetings = await words(town.secretariat, '/inbox?kind=deliberations.meeting')
  expect(meetings).toContain('Conseil communal du')
  expect(meetings).not.toContain('Un abribus')
})

test('a councillor of whom nothing is asked sees the coming council', async () => {
  await meets(12)
  await meets(5, town.college)
  const before = await words(town.councillor)
  expect(before).toContain('Prochaines séances')
  expect(before).toMatch(/Conseil communal .*, 20 h/)
  expect(before).toContain('aucun point encore · Ordre du jour ouvert')
  expect(before).not.toContain('Collège communal')
})

test('meetings that are over are not coming', async () => {
  await meets(-1)
  expect(await words(town.councillor)).not.toContain('Prochaines séances')
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
