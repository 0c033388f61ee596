import { beforeAll, describe, expect, test } from 'vitest'
import { mainWords } from '../../deliberations/test/council.ts'
import { type Desk, givenDesk } from './desk.ts'
import { meeting, point } from './vendor.ts'

let desk: Desk
beforeAll(async () => {
  desk = await givenDesk()
})

let times = 0
/** A meeting of its own, on a day of its own. */
function fresh(more: object = {}) {
  times += 1
  const day = Temporal.PlainDate.from('2026-02-01').add({ days: times })
  return meeting({ id: `m${times}`, starts_at: `${day}T20:00`, ...more })
}
const decided = (more: object = {}) =>
  point({
    ...{ stage: 'decision', outcome: 'accepted', modified: '2026-06-03T10:00:00+02:00' },
    votes: [{ secret: false, yes: 19, no: 2, abstain: 1, adopted: true }],
    ...more,
  })

describe('H10: what a vendor told', () => {
  test('is nobody’s until somebody publishes it, as project, then as decision at the same address', async () => {
    const told = fresh()
    const id = await desk.tell(told)
    expect((await desk.asks('/decisions?q=Moulin')).text).not.toContain('Réfection')
    expect((await desk.publish(id)).status).toBe(303)
    const { points, text } = await desk.publicOf(id)
    expect(text).toContain('Réfection de la rue du Moulin')
    expect(mainWords(await desk.asks(points[0] ?? ''))).toContain('Ceci est un projet')

    await desk.tell({ ...told, state: 'held', points: [decided()] })
    expect(mainWords(await desk.asks(points[0] ?? ''))).toContain('Ceci est un projet')
    await desk.publish(id)
    const words = mainWords(await desk.asks(points[0] ?? ''))
    expect(words).toContain('Adopté')
    expect(words).not.toContain('Ceci est un projet')
    expect((await desk.asks('/decisions?q=Moulin')).text).toContain('Réfection')
    expect((await desk.copyOf(points[0], 2)).votes).toMatchObject([{ yes: 19, no: 2 }])
  })

  test('is published by any who may publish, and by nobody else', async () => {
    const id = await desk.tell(fresh())
    const { agent, dg } = desk.town
    expect((await desk.publish(id, agent)).status).not.toBe(303)
    expect((await desk.program.api('POST', desk.page(id), {})).status).toBe(403)
    expect((await desk.publish(id, dg)).status).toBe(303)
    expect((await desk.standing(id)).points).toMatchObject([{ state: 'same' }])
  })

  test('leaves once its words are judged, without those that are masked', async () => {
    const motivation =
      '<p>Vu la demande de Mme Josiane Thirifays, numéro national 81.03.12-004.02</p>'
    const id = await desk.tell(fresh({ points: [point({ motivation })] }))
    expect((await desk.standing(id)).points).toMatchObject([{ stays: 'unreviewed' }])
    expect((await desk.publish(id)).status).toBe(409)
    expect(await desk.maskAll(id)).not.toEqual([])
    await desk.publish(id)
    const { points } = await desk.publicOf(id)
    const { text } = await desk.asks(points[0] ?? '')
    expect(text).toContain('Vu la demande')
    expect(text).not.toMatch(/Thirifays|81\.03\.12/)
  })

  test('is judged and masked in its number and reference too, which are words of theirs', async () => {
    const named = { number: 'Josiane Thirifays 1', reference: 'Dossier Josiane Thirifays' }
    const id = await desk.tell(fresh({ points: [point(named)] }))
    expect((await desk.publish(id)).status).toBe(409)
    expect(await desk.maskAll(id)).toContain('Josiane Thirifays')
    await desk.publish(id)
    const { points, text } = await desk.publicOf(id)
    expect(text).not.toContain('Thirifays')
    for (const form of ['', '.jsonld'])
      expect((await desk.asks(`${points[0]}${form}`)).text).not.toContain('Thirifays')
  })

  test('runs nothing of theirs in the browser of a citizen', async () => {
    const decision = '<p onclick="x()">D’agir<script>x()</script><img src=x onerror=x()></p>'
    const id = await desk.tell(fresh({ points: [point({ decision })] }))
    await desk.publish(id)
    const { points } = await desk.publicOf(id)
    const { text } = await desk.asks(points[0] ?? '')
    expect(text).toContain('D’agir')
    expect(text).not.toMatch(/onerror|onclick|x\(\)/)
  })

  test('says its subject and who is in charge in our words, where somebody said which they are', async () => {
    const told = fresh({ points: [point({ subject: 'trav', in_charge: ['nobody', 'bgm'] })] })
    const id = await desk.tell(told)
    const { town } = desk
    await desk.map({ 'subject.trav': town.roads, 'in_charge.bgm': town.mayor.id })
    await desk.publish(id)
    const { points } = await desk.publicOf(id)
    const { subject, in_charge } = await desk.copyOf(points[0])
    expect(subject).not.toBe('trav')
    expect(subject).toEqual(expect.any(String))
    expect(in_charge).toHaveLength(1)
    expect(in_charge).not.toContain('bgm')
  })
})

describe('what is public', () => {
  test('changes by nothing that is told, and by nothing but what is published anew', async () => {
    const told = fresh({
      points: [point(), point({ id: 'p2', number: '2', title: 'Marché discret' })],
    })
    const id = await desk.tell(told)
    await desk.publish(id)
    const other = { modified: '2026-06-02T10:00:00+02:00', title: 'Tout autre chose' }
    await desk.tell({ ...told, points: [point(other), told.points[1] ?? point()] })
    await desk.withhold(id, '2', 'Négociation en cours')
    const { text } = await desk.publicOf(id)
    expect(text).toContain('Négociation en cours')
    expect(text).toContain('Réfection de la rue du Moulin')
    expect(text).not.toMatch(/Tout autre chose|Marché discret/)
    await desk.publish(id)
    expect((await desk.publicOf(id)).text).toContain('Tout autre chose')
  })

  test('and is named there no more is told to who publishes, and goes when they say so', async () => {
    const told = fresh({ points: [point({ title: 'Point retiré' })] })
    const id = await desk.tell(told)
    await desk.publish(id)
    const before = await desk.publicOf(id)
    await desk.tell({ ...told, points: [] })
    expect((await desk.publicOf(id)).text).toContain('Point retiré')
    expect((await desk.standing(id)).points).toMatchObject([{ stays: 'gone' }])
    const notices = await desk.town.dg.visitor.get('/notices')
    expect(notices.text).toContain('Point retiré')
    await desk.withhold(id, '1', 'Retiré de l’ordre du jour')
    const gone = await desk.asks(before.points[0] ?? '')
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('Retiré de l’ordre du jour')
    expect((await desk.asks('/decisions?q=retiré')).text).not.toContain('Point retiré')
  })
})

test('nothing leaves of a meeting whose organ nobody named, or whose sittings the law closes', async () => {
  const unnamed = await desk.tell(fresh({ organ: 'bureau' }))
  expect((await desk.publish(unnamed)).status).toBe(409)
  const closed = await givenDesk('college')
  const id = await closed.tell(fresh())
  expect((await closed.standing(id)).points).toMatchObject([{ stays: 'closed_by_law' }])
  expect((await closed.publish(id)).status).toBe(409)
})

test('a decision waits for the minutes where its organ says so, until somebody says that they are approved', async () => {
  const later = await givenDesk()
  await later.town.secretariat.visitor.post('/publications/rules', {
    ...{ title: 'Conseil', organ_id: later.town.council.id, projects: 'whole', decisions: 'whole' },
    ...{ since: 'approved', names: '', judged: 'on', second_look: '' },
  })
  const id = await later.tell(fresh({ state: 'held', points: [decided()] }))
  expect((await later.standing(id)).points).toMatchObject([{ stays: 'not_approved' }])
  await later.town.secretariat.visitor.post(`/incoming/meetings/${id}/approval`, {})
  expect((await later.publish(id)).status).toBe(303)
})
