import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { recall, useOpenLetterbox } from '#kernel/mail'
import { mainWords } from '../../deliberations/test/council.ts'
import { asks, follows, lastLetter } from './subscribers.ts'
import { anybody, frozen, inTown, mill, mine, publish, slugs, tell, town, zoe } from './town.ts'

inTown()

describe('who wants no more', () => {
  const news = async () => {
    const { meeting } = await frozen([mill])
    await publish(meeting)
    const [letter] = await mine()
    const { links } = await lastLetter(town.authority, zoe)
    return { letter, out: links.find((one) => one.startsWith('/alerts/out/')) ?? '' }
  }
  const subscribers = () =>
    town.authority.asSystem(async () => {
      const { rows } = await sql<{
        count: number
      }>`select count(*)::int from alerts.subscriber`.execute(db())
      return rows[0]?.count
    })
  const oneClick = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })

  test('ends it by one click in the program of mail, and nothing of the address stays', async () => {
    await follows(town.authority, zoe)
    const { out } = await news()
    expect((await anybody().fromServer(out, oneClick)).status).toBe(200)
    expect(await subscribers()).toBe(0)
    expect((await anybody().fromServer(out, oneClick)).status).toBe(200)
    expect(mainWords(await anybody().get('/alerts/ended'))).toContain('Vous n’êtes plus abonné')
    const asked = await town.authority.asSystem(() =>
      db().selectFrom('alerts.asked').selectAll().execute(),
    )
    expect(asked).toEqual([])
  })

  test('ends it by the link of the letter and one button, and opening the link ends nothing', async () => {
    const own = await follows(town.authority, zoe)
    const { out } = await news()
    expect((await anybody().get(out)).text).toContain(`action="${own}/end"`)
    expect(await subscribers()).toBe(1)
    const ended = await anybody().post(`${own}/end`, {})
    expect(ended.headers.get('location')).toBe('/alerts/ended')
    expect(await subscribers()).toBe(0)
  })

  test('follows one thing less, and another one', async () => {
    const own = await follows(town.authority, zoe, { q: 'moulin' })
    await anybody().post(own, { q: 'banc' })
    const [first = ''] = [
      ...(await anybody().get(own)).text.matchAll(/name="follow" value="([^"]+)"/g),
    ].map(([, one]) => one ?? '')
    await anybody().post(`${own}/less`, { follow: first })
    const words = mainWords(await anybody().get(own))
    expect(words).toContain('«\u00A0banc\u00A0»')
    expect(words).not.toContain('«\u00A0moulin\u00A0»')
  })

  test('is nobody whose link was forged', async () => {
    const own = await follows(town.authority, zoe)
    const forged = `${own.slice(0, -4)}aaaa`
    expect((await anybody().get(forged)).status).toBe(404)
    await anybody().post(`${forged}/end`, {})
    await anybody().fromServer(forged.replace('/mine/', '/out/'), oneClick)
    expect(await subscribers()).toBe(1)
  })

  test('gets no letter that still waited to leave', async () => {
    const own = await follows(town.authority, zoe)
    const { meeting } = await frozen([mill])
    await publish(meeting)
    await tell(await slugs())
    await anybody().post(`${own}/end`, {})
    expect(await mine()).toEqual([])
  })

  test('leaves no trace in the letters of a house that writes to people', async () => {
    useOpenLetterbox([])
    await anybody().post('/alerts', { email: zoe })
    await town.authority.drain()
    const kept = await town.authority.asSystem(() =>
      db().selectFrom('kernel.mail').select(['to_address', 'body', 'unsubscribe']).execute(),
    )
    expect(kept).toEqual([{ to_address: '', body: '', unsubscribe: null }])
  })
})

test('the secretariat reads how many follow what, and no address', async () => {
  await follows(town.authority, zoe, { organ: town.council.name })
  const read = await town.secretariat.visitor.get('/alerts/figures')
  expect(mainWords(read)).toContain(town.council.name)
  expect(read.text).not.toContain(zoe)
  expect((await town.agent.visitor.get('/alerts/figures')).status).toBe(403)
  const told = (await town.secretariat.visitor.api('GET', '/alerts/figures')).json()
  expect(told).toMatchObject({ subscribers: 1, organs: [{ subscribers: 1 }] })
})

test('a letter that has left is not taken back', async () => {
  await asks(town.authority, zoe)
  const back = await town.authority.asSystem(async () => {
    const rows = await db().selectFrom('kernel.mail').select('id').execute()
    return recall(rows.map(({ id }) => id))
  })
  expect(back).toEqual([])
})
