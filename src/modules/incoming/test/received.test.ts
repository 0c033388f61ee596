import { beforeAll, describe, expect, test } from 'vitest'
import { givenProgram } from '#test/harness'
import { givenSource, givenVendor, meeting, point, type Vendor } from './vendor.ts'

let vendor: Vendor
beforeAll(async () => {
  vendor = await givenVendor()
})

let times = 0
/** One of its own, that nothing else is told of. */
const fresh = (more: object = {}) => meeting({ id: `m${(times += 1)}`, ...more })

describe('what a vendor tells', () => {
  test('waits as a draft, and the same twice changes nothing', async () => {
    const told = fresh()
    const first = await vendor.push(told)
    expect(first.json()).toMatchObject({ created: ['p1'], unmapped: { organs: ['council'] } })
    const again = await vendor.push(told)
    expect(again.json()).toMatchObject({ created: [], modified: [], unchanged: ['p1'] })
  })

  test('in another order changes nothing that is newer, and says so', async () => {
    const newer = { modified: '2026-06-02T10:00:00+02:00' }
    const told = fresh({ ...newer, points: [point({ ...newer, title: 'Après' })] })
    await vendor.push(told)
    const older = await vendor.push({ ...told, ...meeting({ id: told.id }) })
    expect(older.json()).toMatchObject({ modified: [], ignored: [{ id: 'p1', why: 'older' }] })
  })

  test('names no more what is gone there, and names it again', async () => {
    const told = fresh({ points: [point(), point({ id: 'p2' })] })
    await vendor.push(told)
    const without = await vendor.push({ ...told, points: [point()] })
    expect(without.json()).toMatchObject({ removed: ['p2'], unchanged: ['p1'] })
    expect((await vendor.push(told)).json()).toMatchObject({ created: ['p2'], removed: [] })
  })

  test('of whose text something is left aside says so, to the vendor and to who publishes', async () => {
    const broken = '<p>Vu le plan <img src="https://ailleurs.example/plan.png" alt="Plan"></p>'
    const picture = '<p>Vu <img src="data:image/png;base64,AAAA" alt="Carte"></p>'
    const told = fresh({ points: [point({ motivation: broken, decision: picture })] })
    const answer = (await vendor.push(told)).json<{ meeting: string; left: object[] }>()
    expect(answer.left).toEqual([{ id: 'p1', what: expect.stringMatching(/^2 images/) }])
    const { visitor } = vendor.town.secretariat
    const meetingPage = await visitor.get(`/incoming/meetings/${answer.meeting}`)
    expect(meetingPage.text).toContain('Texte incomplet')
    const [, path = ''] = /href="(\/incoming\/points\/[^"]+)"/.exec(meetingPage.text) ?? []
    expect((await visitor.get(path)).text).toMatch(/Laissé de côté.*2 images/)
    const whole = { ...told, modified: '2026-06-02T10:00:00+02:00' }
    const mended = { ...whole, points: [point({ modified: whole.modified })] }
    expect((await vendor.push(mended)).json()).toMatchObject({ modified: ['p1'], left: [] })
    expect((await visitor.get(path)).text).not.toContain('Laissé de côté')
  })

  test.each([
    ['a date that is none', { modified: 'hier' }, 'modified'],
    ['a moment before all times', { modified: '0000-01-01T00:00:00Z' }, 'modified'],
    [
      'a moment told finer than time is kept',
      { modified: '2026-06-01T10:00:00.1234567890Z' },
      'modified',
    ],
    [
      'a meeting that was held in days to come',
      { state: 'held', starts_at: '2036-06-25T20:00' },
      'state',
    ],
    [
      'a start told finer than time is kept',
      { starts_at: '2026-06-25T20:00:00.1234567890' },
      'starts_at',
    ],
    ['a moment to come', { modified: '2126-06-01T10:00:00Z' }, 'modified'],
    ['a year that cannot be meant', { starts_at: '0026-06-25T20:00' }, 'starts_at'],
    [
      'a point of the closed session',
      { points: [point({ session: 'closed' })] },
      'points.0.session',
    ],
    ['a point twice', { points: [point(), point()] }, 'points.1.id'],
    [
      'a decision without an end',
      { state: 'held', points: [point({ stage: 'decision' })] },
      'points.0.outcome',
    ],
    [
      'a file without its bytes',
      { points: [point({ annexes: [{ id: 'a', title: 'Plan', name: 'plan.pdf' }] })] },
      'points.0.annexes.0.content',
    ],
    [
      '10 000 points',
      { points: Array.from({ length: 1200 }, (_, at) => ({ id: `${at}` })) },
      'points',
    ],
  ])('is refused with a sentence at its field: %s', async (_, wrong, field) => {
    const told = fresh(wrong)
    const refused = await vendor.push(told)
    expect(refused.status).toBe(422)
    expect(Object.keys(refused.json<{ errors: object }>().errors)).toContain(field)
  })

  test('of one meeting is taken over whole or not at all', async () => {
    const told = fresh({ points: [point(), point({ id: 'p2', modified: 'hier' })] })
    await vendor.push(told)
    const mended = await vendor.push({ ...told, points: [point(), point({ id: 'p2' })] })
    expect(mended.json()).toMatchObject({ created: ['p1', 'p2'] })
  })
})

describe('a program', () => {
  test('tells nothing for the source of another, and nothing without its role', async () => {
    const { town } = vendor
    const other = await givenSource(town, 'Logiciel Y', (await another(['pusher'])).id)
    expect((await vendor.push(meeting(), { source: other })).status).toBe(403)
    const plain = await another([])
    const told = await plain.api('PUT', `/incoming/sources/${other}/meetings`, meeting())
    expect(told.status).toBe(403)
  })

  test('reads nothing of what came', async () => {
    const made = (await vendor.push(fresh())).json<{ meeting: string }>()
    const path = `/incoming/meetings/${made.meeting}/publication`
    expect((await vendor.program.api('GET', path)).status).toBe(403)
  })

  const another = (roles: string[]) =>
    givenProgram(vendor.town.authority, vendor.administrator, { scopes: ['incoming:act'], roles })
})
