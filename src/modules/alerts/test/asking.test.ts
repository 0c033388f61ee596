import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { ground } from '#test/harness'
import { alerts } from '#modules/alerts'
import { mainWords } from '../../deliberations/test/council.ts'
import { asks, follows, lastLetter } from './subscribers.ts'
import { anybody, frozen, inTown, mill, mine, park, publish, town, zoe } from './town.ts'

inTown()

describe('who wants to be told', () => {
  test('confirms it by the letter, and is told of what is published', async () => {
    const link = await asks(town.authority, zoe, { q: 'moulin' })
    const asked = mainWords(await anybody().get(link))
    expect(asked).toContain('«\u00A0moulin\u00A0»')
    const confirmed = await anybody().post(link, {})
    expect(confirmed.headers.get('set-cookie')).toBeNull()
    const own = await anybody().get(confirmed.headers.get('location') ?? '')
    expect(mainWords(own)).toContain('C’est confirmé')
    const { meeting } = await frozen([mill, park])
    await publish(meeting)
    const [letter, ...others] = await mine()
    expect(others).toEqual([])
    expect(letter?.body).toContain('Projet\u00A0: Réfection de la rue du Moulin')
    expect(letter?.body).not.toContain('banc')
    expect(letter?.body).toMatch(/\/decisions\/cc-\d{4}-\w{8}/)
  })

  test('is told nothing before the address is confirmed', async () => {
    await asks(town.authority, zoe)
    const { meeting } = await frozen([mill])
    await publish(meeting)
    expect(await mine()).toEqual([])
  })

  test('confirms once however often the button is pressed', async () => {
    const link = await asks(town.authority, zoe, { q: 'moulin' })
    const [first, second] = [await anybody().post(link, {}), await anybody().post(link, {})]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const path = first.headers.get('location') ?? ''
    expect((await anybody().get(path)).text.match(/Ne plus suivre/g)).toHaveLength(1)
  })

  test('is not followed by opening the link, as programs of mail do', async () => {
    const link = await asks(town.authority, zoe)
    await anybody().get(link)
    const { meeting } = await frozen([mill])
    await publish(meeting)
    expect(await mine()).toEqual([])
  })

  test('confirms nothing after 48 hours, nor by a link that nobody wrote', async () => {
    const link = await asks(town.authority, zoe)
    await town.authority.asSystem(() =>
      sql`update alerts.asked set asked_at = now() - interval '49 hours'`.execute(db()),
    )
    for (const one of [link, '/alerts/confirm/forged'])
      for (const answer of [await anybody().get(one), await anybody().post(one, {})]) {
        expect(answer.status).toBe(404)
        expect(mainWords(answer)).toContain('Ce lien n’est plus valable')
      }
  })

  test('gets the same answer whether the address is known or not, and reads nothing that others typed', async () => {
    await follows(town.authority, zoe)
    const answers = []
    for (const email of [zoe, 'nobody@example.org'])
      answers.push(await anybody().post('/alerts', { email, q: 'pilules moins chères' }))
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, '/alerts?asked=yes'],
      [303, '/alerts?asked=yes'],
    ])
    await town.authority.drain()
    const { subject, body } = await lastLetter(town.authority, 'nobody@example.org')
    expect(subject + body).not.toContain('pilules')
  })

  test('waits who asks too often for one address, and a program that fills in everything is written nothing', async () => {
    const asked = () => anybody().post('/alerts', { email: zoe })
    for (let at = 0; at < 3; at++) expect((await asked()).status).toBe(303)
    const braked = await asked()
    expect(braked.status).toBe(429)
    expect(braked.text).toContain(zoe)
    const filled = { email: 'robot@example.org', website: 'http://example.org' }
    expect((await anybody().post('/alerts', filled)).status).toBe(303)
    await town.authority.drain()
    expect((await lastLetter(town.authority, 'robot@example.org')).body).toBe('')
  })

  test('reads who answers for the address, and to whom one may complain (GDPR, art. 13)', async () => {
    const { text } = await anybody().get('/alerts')
    expect(text).toContain('répond de cette adresse')
    expect(text).toContain('Autorité de protection des données')
  })

  test('reads what is wrong: no address, words that say nothing', async () => {
    const wrong = await anybody().post('/alerts', { email: 'zoe', q: 'moulin' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="moulin"')
    expect((await anybody().post('/alerts', { email: zoe, q: '"de la"' })).text).toContain(
      'trop courants',
    )
  })
})

test('what nobody confirmed is forgotten after a week', async () => {
  await asks(town.authority, zoe)
  await town.authority.asSystem(() =>
    sql`update alerts.asked set asked_at = now() - interval '8 days'`.execute(db()),
  )
  const { database } = await ground()
  const [timer] = alerts.timers ?? []
  if (!timer) throw new Error('Nothing forgets')
  await atItsTime(database, timer)
  await town.authority.drain()
  const left = await town.authority.asSystem(() =>
    db().selectFrom('alerts.asked').selectAll().execute(),
  )
  expect(left).toEqual([])
})
