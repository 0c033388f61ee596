import { beforeEach, describe, expect, test } from 'vitest'
import { ground } from '#test/harness'
import { readConfig } from '#kernel/config'
import { restrict } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { Visitor } from '#kernel/testing'
import { adoptRemaining } from '#modules/votes'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  type Town,
} from '../../deliberations/test/council.ts'

let towns: [Town, Town]
let portal: Visitor
/** A word that no other test of this database has published. */
let mark: string

beforeEach(async () => {
  towns = [await givenTown(), await givenTown()]
  const { app } = await ground()
  portal = new Visitor((path, init) => app.request(path, init), readConfig({}).portalHost ?? '')
  mark = `mot${Math.random().toString(36).slice(2, 10)}`
})

const page = (meeting: { id: string }) => `/deliberations/meetings/${meeting.id}/publication`

/** A council that decided of a road, and made it public. */
async function decided(town: Town, title: string) {
  const items = [{ title, decision: `D’approuver le marché ${mark}` }]
  const { meeting, points } = await givenMeeting(town, { items })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const steps = `/deliberations/meetings/${meeting.id}/steps`
  await town.secretariat.visitor.api('POST', steps, { verb: 'close' })
  await town.secretariat.visitor.post(page(meeting), {})
  return { meeting, point: points[0] }
}

describe('the portal of all authorities', () => {
  test('finds what any of them decided, with why, and leads to the point at its own host', async () => {
    await decided(towns[0], 'Réfection de la rue du Moulin')
    await decided(towns[1], 'Place de la Gare')
    const found = await portal.get(`/decisions?q=${mark}`)
    expect(mainWords(found)).toContain('2 points.')
    expect(found.text).toContain(`<mark class="hit">${mark}</mark>`)
    for (const { authority } of towns)
      expect(found.text).toMatch(new RegExp(`href="//${authority.host}/decisions/[a-z]`))
    const one = await portal.get(`/decisions?q=${mark}&authority=${towns[1].authority.tenant.slug}`)
    expect(mainWords(one)).toContain('Place de la Gare')
    expect(mainWords(one)).not.toContain('rue du Moulin')
    const [, path = ''] = /href="\/\/[^/]+(\/decisions\/[a-z][^"]*)"/.exec(one.text) ?? []
    expect(mainWords(await towns[1].authority.visitor().get(path))).toContain('Adopté')
  })

  test('finds nothing of an authority whose trade is off, or to which nobody comes', async () => {
    const [town, other] = towns
    const { database } = await ground()
    for (const one of towns) await decided(one, 'Place de la Gare')
    const { host, tenant } = town.authority
    const all = async () =>
      (
        await Promise.all(
          [`/decisions?q=${mark}`, '/meetings', '/authorities', '/'].map((path) =>
            portal.get(path),
          ),
        )
      )
        .map(({ text }) => text)
        .join('\n')
    expect(await all()).toContain(host)
    const manager = await town.authority.person({ roles: ['administrator'] })
    for (const trade of ['incoming', 'regulations', 'publications'])
      await manager.visitor.post(`/trades/${trade}/switching`, { to: 'off' })
    const without = await all()
    expect(without).not.toContain(host)
    expect(without).toContain(other.authority.host)
    await manager.visitor.post('/trades/publications/switching', { to: 'on' })
    expect(await all()).toContain(host)
    const since = new Date().toISOString()
    const none = { until: null, eraseAfter: null, exportHash: null, words: '', contact: '' }
    await restrict(database, tenant, { kind: 'maintenance', since, ...none })
    expect(await all()).not.toContain(host)
    await restrict(database, tenant, null)
    expect(await all()).toContain(host)
  })

  test('has them in its index with how much there is, and their meetings', async () => {
    await decided(towns[0], 'Réfection de la rue du Moulin')
    const { host, tenant } = towns[0].authority
    const index = await portal.get('/authorities')
    expect(index.text).toContain(`href="//${host}/decisions">${tenant.shortName}</a>`)
    expect(index.text).not.toContain(towns[1].authority.host)
    expect((await portal.get('/')).text).toContain(`//${host}/decisions`)
    expect((await portal.get('/meetings')).status).toBe(200)
  })

  test('has a meeting that began among the past ones, and among those that were held once its authority says so', async () => {
    const [town] = towns
    const day = today().subtract({ days: 1 }).toString()
    const { meeting } = await givenMeeting(town, { items: [{ title: mark }], day, until: 'frozen' })
    await town.secretariat.visitor.post(page(meeting), {})
    const { host } = town.authority
    expect((await portal.get('/meetings')).text).toContain(`//${host}/decisions/meetings/`)
    expect((await portal.get('/')).text).not.toContain(`//${host}/decisions/meetings/`)
  })

  test('offers the years up to that of the last meeting of which something is public, and none after', async () => {
    const [town] = towns
    const day = today().add({ years: 3 })
    const items = [{ title: mark }]
    const { meeting } = await givenMeeting(town, { items, day: day.toString(), until: 'frozen' })
    await town.secretariat.visitor.post(page(meeting), {})
    const { text } = await portal.get('/decisions')
    const [last] = [...text.matchAll(/<option value="(\d{4})"/g)].map(([, year]) => Number(year))
    expect(last).toBe(day.year)
    expect(mainWords(await portal.get(`/decisions?year=${last}`))).toContain(mark)
  })

  test('shows where one lies once it says so, as a link without a script, and its name when that changes', async () => {
    await decided(towns[0], 'Un marché')
    const { host, tenant } = towns[0].authority
    const mapOf = async () =>
      /<svg viewBox.*?<\/svg>/s.exec((await portal.get('/')).text)?.[0] ?? ''
    expect(await mapOf()).not.toContain(`//${host}/decisions`)
    const manager = await towns[0].authority.person({ roles: ['agent', 'administrator'] })
    await manager.visitor.api('PUT', '/authority', {
      ...{ name: tenant.name, short_name: `Val ${mark}`, address: [], number: '', hue: 235 },
      ...{ language: 'fr', offered: ['fr'], lies_at: '50.4669, 4.8675' },
    })
    expect(await mapOf()).toContain(`//${host}/decisions`)
    expect((await portal.get('/authorities')).text).toContain(`Val ${mark}</a>`)
    const { features } = (await portal.get('/open-data/authorities.geojson')).json<{
      features: { id: string; geometry: unknown }[]
    }>()
    const [ours] = features.filter(({ id }) => id === tenant.slug)
    expect(ours?.geometry).toEqual({ type: 'Point', coordinates: [4.8675, 50.4669] })
  })

  test('shows nothing of a point any more once it is kept back', async () => {
    const { meeting, point } = await decided(towns[0], 'Un marché')
    const { visitor } = towns[0].secretariat
    const { text } = await visitor.get(page(meeting))
    const [, edition = ''] = /name="edition" value="([^"]*)"/.exec(text) ?? []
    const why = { edition, withheld: 'Négociation en cours', title: '' }
    await visitor.post(`${page(meeting)}/choices/${point?.id}`, why)
    expect(mainWords(await portal.get(`/decisions?q=${mark}`))).toContain('Aucun point.')
    expect((await portal.get('/authorities')).text).not.toContain(towns[0].authority.host)
  })

  test('may be asked anything, and shows no page of an authority', async () => {
    for (const query of [
      ...['q=%00', `q=${'a'.repeat(10_000)}`, "q='%22(&|!)", 'year=x', 'after=zz', 'stage=y'],
      ...["authority=' or 1=1--", "person=%25_'", 'place=%27)%3B', 'lang=xx'],
    ])
      expect((await portal.get(`/decisions?${query}`)).status, query).toBeLessThan(500)
    for (const path of ['/sign-in', '/inbox', '/api/session', '/decisions/cc-2026-aaaa'])
      expect([path, (await portal.get(path)).status]).toEqual([path, 404])
  })

  test('speaks four languages, in its addresses', async () => {
    const said = { fr: 'Autorités', en: 'Authorities', de: 'Behörden', nl: 'Besturen' }
    for (const [lang, word] of Object.entries(said)) {
      const { text } = await portal.get(`/authorities?lang=${lang}`)
      expect(text).toContain(`<html lang="${lang}"`)
      expect(text).toContain(`<h1>${word}</h1>`)
      expect(text).toContain(`href="/decisions?lang=${lang}"`)
    }
  })
})
