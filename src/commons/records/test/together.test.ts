import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAnnex } from '#commons/annexes'
import { read } from '#commons/dossiers'
import { nbsp } from './cases.ts'
import { noticeFields, notices, removeNotices } from './notice.ts'
import { asJson, errorOf, plain, townHall, type TownHall } from './town-hall.ts'

let town: TownHall

beforeAll(async () => {
  town = await townHall()
})

afterAll(removeNotices)

describe('rows of fields', () => {
  const lines = { 'lines.0.what': 'Pavés', 'lines.0.cost': '10,50', 'lines.0.by': '2026-03-01' }

  test('are kept as JSON, without those in which nothing was answered', async () => {
    const empty = { 'lines.1.what': '', 'lines.1.cost': '', 'lines.1.by': '' }
    const notice = await town.written({ ...lines, ...empty })
    expect(notice.lines).toEqual([{ what: 'Pavés', cost: 1050, by: '2026-03-01' }])
    const { text: page } = await town.visitor.get(`/test/notices/${notice.id}/edit`)
    expect(page).toMatch(/name="lines\.0\.cost"[^>]*value="10,50"/)
    expect(page).toContain('name="lines.1.what"')
  })

  test('come and go without JavaScript, and nothing that was typed is lost', async () => {
    const typed = { ...plain, ...lines, 'lines.1.what': 'Sable', 'lines.1.cost': 'cher' }
    const more = await town.visitor.post('/test/notices/new', { ...typed, add: 'lines' })
    expect(more.text).toContain('name="lines.2.what"')
    expect(more.text).toContain('value="cher"')
    expect(more.text).not.toContain('error-summary')
    const fewer = await town.visitor.post('/test/notices/new', { ...typed, drop: 'lines.0' })
    expect(fewer.text).toMatch(/name="lines\.0\.what"[^>]*value="Sable"/)
    expect(fewer.text).not.toContain('Pavés')
  })

  test('say which answer of which row does not hold, and how many there may be', async () => {
    const wrong = { ...plain, ...lines, 'lines.1.what': 'Sable', 'lines.1.cost': '12.345' }
    const answer = await town.visitor.post('/test/notices', wrong)
    expect(answer.status).toBe(422)
    expect(errorOf(answer.text, 'lines-1-cost')).toContain('deux façons')
    const rows = Array.from({ length: 4 }, () => ({ what: 'Pavés', cost: 1 }))
    const api = await town.visitor.api('POST', '/test/notices', { ...asJson, lines: rows })
    expect(api.json<{ errors: Record<string, string[]> }>().errors['lines']).toBeDefined()
  })

  test('are told in words', async () => {
    const notice = await town.written(lines)
    await town.authority.as(town.clerk, async () => {
      const told = (await noticeFields.lines.plain?.([notice.lines]))?.(notice.lines)
      expect(told).toBe(`[what] Pavés, [cost] 10,50${nbsp}€, [by] 01/03/2026`)
    })
  })
})

describe('a file', () => {
  test('is one of the annexes of the dossier itself', async () => {
    const [notice, other] = [await town.written(), await town.written()]
    const [own, foreign] = await town.authority.as(town.clerk, () =>
      Promise.all(
        [notice, other].map((one) =>
          addAnnex(one, { name: 'preuve.txt', bytes: new TextEncoder().encode('x') }),
        ),
      ),
    )
    const send = (id = '') =>
      town.visitor.post(`/test/notices/${notice.id}`, { ...plain, proof_id: id, version: '1' })
    const refused = await send(foreign?.id)
    expect(errorOf(refused.text, 'proof_id')).toContain('proposées')
    expect((await send(own?.id)).status).toBe(303)
  })
})

describe('a link to a dossier', () => {
  test('names none that one may not see, and keeps it', async () => {
    const stranger = await town.authority.person({ roles: [] })
    const linked = await town.written({ linked_id: 'Un autre avis' })
    await town.authority.as(stranger, async () => {
      const { shown, plain: cells } = noticeFields.linked_id
      expect(String((await shown([linked.linked_id]))(linked.linked_id))).not.toContain('autre')
      expect((await cells?.([linked.linked_id]))?.(linked.linked_id)).not.toContain('autre')
    })
  })

  test('that two dossiers bear is refused', async () => {
    await town.written({ title: 'Jumeau' })
    await town.written({ title: 'Jumeau' })
    const answer = await town.visitor.post('/test/notices', { ...plain, linked_id: 'Jumeau' })
    expect(errorOf(answer.text, 'linked_id')).toContain('Plusieurs')
  })
})

describe('an answer on which another depends', () => {
  test('is asked for by the server, by name', async () => {
    const answer = await town.visitor.post('/test/notices', { ...plain, urgent: ['', 'on'] })
    expect(answer.status).toBe(422)
    expect(errorOf(answer.text, 'why')).toContain('[urgent]')
  })

  test('is emptied where it no longer applies, in form and API alike', async () => {
    const notice = await town.written({ urgent: ['', 'on'], why: 'La pluie' })
    expect(notice.why).toBe('La pluie')
    const sent = { ...plain, urgent: '', why: 'La pluie', version: '1' }
    expect((await town.visitor.post(`/test/notices/${notice.id}`, sent)).status).toBe(303)
    expect((await town.authority.as(town.clerk, () => read(notices, notice.id))).why).toBe('')
    const answer = await town.visitor.api('POST', '/test/notices', { ...asJson, why: 'La pluie' })
    expect(answer.json<{ why: string }>().why).toBe('')
  })
})

test('all that is wrong is told at once, each under its name', async () => {
  const sent = {
    ...plain,
    title: '',
    fee: '12.345',
    ends_on: '2020-01-01',
    linked_id: 'Nulle part',
  }
  const api = await town.visitor.post('/test/notices', sent)
  expect(errorOf(api.text, 'title')).toContain('nécessaire')
  expect(errorOf(api.text, 'fee')).toContain('deux façons')
  const second = await town.visitor.post('/test/notices', { ...sent, title: 'Avis', fee: '1' })
  expect(errorOf(second.text, 'ends_on')).toContain('pas avant')
  expect(errorOf(second.text, 'linked_id')).toContain('Aucun dossier')
})
