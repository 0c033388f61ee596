import { beforeAll, expect, test } from 'vitest'
import {
  clearDaysBefore,
  explain,
  officeCalendar,
  supervisionCalendar,
  daysAfter,
  workingDaysAfter,
  workingDaysBefore,
} from '#commons/clock'
import { beside, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { close } from '../closing.ts'
import { officeDays } from '../index.ts'

let authority: TestAuthority
let manager: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['administrator'], firstName: 'Odile' })
})

const on = (text: string) => Temporal.PlainDate.from(text)
const year = Temporal.Now.plainDateISO('Europe/Brussels').year + 1
/** A Wednesday without a holiday near. */
const wednesday = (() => {
  const day = new Temporal.PlainDate(year, 2, 10)
  return day.add({ days: (3 - day.dayOfWeek + 7) % 7 })
})()

test('working days skip the closing days of the authority, before and after; the explanation names them', async () => {
  const bridge = wednesday.add({ days: 1 })
  const sent = { first_day: bridge.toString(), last_day: '', label: 'pont du carnaval' }
  expect((await manager.visitor.post('/calendar', sent)).status).toBe(303)
  await authority.asSystem(async () => {
    const office = await officeDays()
    const after = workingDaysAfter(wednesday, 1, office)
    expect(after.date.toString()).toBe(wednesday.add({ days: 2 }).toString())
    expect(explain(after)).toContain('hors jours fériés et jours de fermeture')
    expect(explain(after)).toMatch(/Jour de fermeture non compté\u00A0: jeudi .*, pont du carnaval/)
    const before = workingDaysBefore(wednesday.add({ days: 2 }), 1, office)
    expect(before.date.toString()).toBe(wednesday.toString())
    expect(explain(before)).toContain('1 jour ouvrable avant le vendredi')
  })
})

test('no delay of the law knows a closing day, in working days nor in calendar days', async () => {
  const bridge = wednesday.add({ days: 1 })
  await authority.asSystem(async () => {
    const office = await officeDays()
    expect(workingDaysAfter(wednesday, 1, officeCalendar).date.equals(bridge)).toBe(true)
    expect(daysAfter(wednesday, 1, supervisionCalendar).date.equals(bridge)).toBe(true)
    expect(clearDaysBefore(wednesday.add({ days: 8 }), 7).date.equals(wednesday)).toBe(true)
    expect(office.closed?.(bridge)).toBe('pont du carnaval')
  })
})

test('a period is added, does not run into another, and is taken away with a trace', async () => {
  const { visitor } = manager
  const period = (first: string, last: string) =>
    visitor.api('POST', '/calendar', { first_day: first, last_day: last, label: 'fin d’année' })
  const added = await period(`${year}-12-24`, `${year}-12-31`)
  expect(added.status).toBe(201)
  const over = await period(`${year}-12-31`, `${year + 1}-01-02`)
  expect(over.status).toBe(422)
  expect(over.text).toContain('fin d’année')
  expect((await period(`${year}-05-04`, `${year}-05-01`)).text).toContain('avant le premier')
  expect((await period(`${year}-01-04`, `${year + 2}-05-01`)).status).toBe(422)
  const { closings } = added.json<{ closings: { id: string; label: string }[] }>()
  const id = closings.find(({ label }) => label === 'fin d’année')?.id ?? ''
  expect((await visitor.post(`/calendar/${id}/removal`)).status).toBe(303)
  expect((await visitor.api('DELETE', `/calendar/${id}`)).status).toBe(409)
  expect((await visitor.get(`/calendar?year=${year}`)).text).toContain('Retiré par Odile Terval')
  expect((await period(`${year}-12-31`, `${year + 1}-01-02`)).status).toBe(201)
})

test('the same days that two add at once stand once', async () => {
  const given = { first_day: on('2019-03-04'), last_day: null, label: 'grève' }
  const { ended } = await authority.as(manager, async () => {
    await close(given)
    return beside(() =>
      manager.visitor.api('POST', '/calendar', { ...given, first_day: '2019-03-04' }),
    )
  })
  expect((await ended).status).toBe(422)
})

test('a list is read in; everybody reads the calendar, the administrator keeps it', async () => {
  const town = await givenAuthority()
  const { visitor } = await town.person({ roles: ['administrator'] })
  const rows = `Premier jour,Dernier jour,Motif\n${year}-02-02,,Chandeleur\n${year}-07-10,${year}-07-14,Été`
  const files = [new File([rows], 'fermetures.csv')]
  const check = (await visitor.post('/calendar/import', { files })).headers.get('location') ?? ''
  await town.drain()
  expect((await visitor.get(check)).text).toContain('Chandeleur')
  expect((await visitor.post(check)).status).toBe(303)
  await town.drain()
  const twice = (await visitor.post('/calendar/import', { files })).headers.get('location') ?? ''
  await town.drain()
  await visitor.post(twice)
  await town.drain()
  expect((await visitor.get(twice)).text).toMatch(/Ligne 2[^<]*Chandeleur/)
  const agent = await town.person({ roles: ['agent'] })
  const shown = (await agent.visitor.get(`/calendar?year=${year}`)).text
  expect(shown).toContain('Été')
  expect(shown).toContain('Loi du 4 janvier 1974')
  expect(shown).not.toContain('action="/calendar')
  const told = await agent.visitor.api('GET', `/calendar?year=${year}`)
  expect(told.json<{ holidays: unknown[] }>().holidays).toHaveLength(10)
  const sent = { first_day: `${year}-03-01`, label: 'moi' }
  expect((await agent.visitor.post('/calendar', sent)).status).toBe(403)
  expect((await agent.visitor.api('POST', '/calendar', sent)).status).toBe(403)
})
