import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config'
import type { Visitor } from '#kernel/testing'
import { canonicalJson } from '#commons/publication'
import { givenTown, type Town } from '../../deliberations/test/council.ts'
import { iriOf } from '../vocabulary.ts'
import {
  chooses,
  givenPortal,
  givenPublished,
  graphInJson,
  graphInPage,
  linesOf,
  market,
  road,
  secret,
} from './town.ts'

interface Line {
  url: string
  authority: string
  slug: string
  hash: string
  change?: string
  said?: string
}

let towns: [Town, Town]
let portal: Visitor
beforeAll(async () => {
  towns = [await givenTown(), await givenTown()]
  await givenPublished(towns[0], [road, secret])
  await givenPublished(towns[1], [market])
  portal = await givenPortal()
})

/** An address of any of the hosts, as a program follows it. */
async function asks(url: string, accept?: string) {
  const { host, pathname, search } = new URL(url, `http://${readConfig({}).portalHost}`)
  const [there = portal] = towns
    .filter(({ authority }) => authority.host === host)
    .map(({ authority }) => authority.visitor())
  const answer = await there.get(pathname + search, accept ? { accept } : {})
  expect([answer.status, url]).toEqual([200, url])
  return answer
}

const ofOurs = ({ authority }: { authority: string }) =>
  towns.some((town) => town.authority.tenant.slug === authority)

async function dump(): Promise<Line[]> {
  const { bytes } = await asks('/open-data/dump.ndjson.gz')
  const lines = gunzipSync(bytes).toString().trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Line).filter(ofOurs)
}

/** All changes after a key, page by page. */
async function changes(from = '/open-data/changes') {
  const all: Line[] = []
  let next = from
  for (;;) {
    const page = (await asks(next)).json<{ items: Line[]; next: string; more: boolean }>()
    all.push(...page.items)
    next = page.next
    if (!page.more) return { all: all.filter(ofOurs), next }
  }
}
/**
 * What was committed is told once nothing that began before is still open, in this database or beside it: an upgrade that another test
 * tries takes as long as it takes.
 */
const changesOnce = (from: string, there: (all: Line[]) => boolean) =>
  expect
    .poll(async () => there((await changes(from)).all), { timeout: 120_000, interval: 500 })
    .toBe(true)

test('the dump has what all have public, each copy at its own authority, with what proves it', async () => {
  const lines = await dump()
  expect(new Set(lines.map(({ authority }) => authority)).size).toBe(2)
  expect(lines).toHaveLength(4)
  for (const { url, hash, ...record } of lines) {
    expect(createHash('sha256').update(canonicalJson(record)).digest('hex')).toBe(hash)
    await asks(url)
  }
  expect(JSON.stringify(lines)).not.toContain('Engagement')
})

test(
  'the feed tells what came of all, goes on from a key, and says what was withdrawn and why',
  { timeout: 180_000 },
  async () => {
    await changesOnce('/open-data/changes', (all) => all.length === 4)
    const { next } = await changes()
    const { meeting, points, pages } = await givenPublished(towns[0], [road, market])
    await changesOnce(next, (all) => all.length === 3)
    await chooses(towns[0], meeting, points[1], { withheld: 'Négociation en cours', title: '' })
    await changesOnce(next, (all) => all.some(({ change }) => change === 'withdrawn'))
    const { all } = await changes(next)
    const [gone] = all.filter(({ change }) => change === 'withdrawn')
    expect(gone).toMatchObject({
      url: expect.stringMatching(pages[1] ?? '-'),
      said: expect.stringMatching('.'),
    })
    expect(JSON.stringify(all)).not.toContain(market.title)
    expect(new Set(all.map(({ url }) => url)).size).toBe(all.length)
    expect((await dump()).some(({ url }) => url.endsWith(pages[1] ?? '-'))).toBe(false)
  },
)

test('a key that nobody gave, or that this house has not reached, is refused', async () => {
  const ahead = Buffer.from(JSON.stringify(['999999999999', '', '', ''])).toString('base64url')
  for (const key of ['zz', ahead])
    expect((await portal.get(`/open-data/changes?after=${key}`)).status).toBe(422)
})

test('an OParl client reads all authorities from the one system, and every list of each', async () => {
  interface List {
    data: Record<string, unknown>[]
    links: { next?: string }
  }
  const all = async (url: string) => {
    const found: Record<string, unknown>[] = []
    for (let next: string | undefined = url; next;) {
      const page: List = (await asks(next)).json<List>()
      found.push(...page.data)
      next = page.links.next
    }
    return found
  }
  const system = (await asks('/oparl/system')).json<{ body: string }>()
  const bodies = (await all(`${system.body}?limit=2`)).filter(({ id }) =>
    towns.some(({ authority }) => String(id).includes(`//${authority.host}/`)),
  )
  expect(bodies).toHaveLength(2)
  for (const body of bodies) {
    expect((await asks(String(body['id']))).json()).toEqual(body)
    for (const list of ['organization', 'person', 'meeting', 'paper', 'agendaItem', 'file'])
      for (const { id } of await all(String(body[list]))) await asks(String(id))
  }
})

test('readers of JSON-LD and RDFa read every page of every authority, from the sitemaps on', async () => {
  const sitemaps = [...(await asks('/robots.txt')).text.matchAll(/^Sitemap: (\S+)$/gm)]
  const ours = sitemaps.flatMap(([, url = '']) =>
    towns.some(({ authority }) => new URL(url).host === authority.host) ? url : [],
  )
  expect(ours).toHaveLength(2)
  const locs = async (url: string) =>
    [...(await asks(url)).text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, one = '']) =>
      one.replaceAll('&amp;', '&'),
    )
  for (const index of ours)
    for (const map of await locs(index))
      for (const page of await locs(map)) {
        const told = await graphInJson((await asks(page, 'application/ld+json')).text)
        expect(linesOf(await graphInPage((await asks(page)).text, page))).toEqual(linesOf(told))
      }
  for (const page of await locs('/sitemap.xml')) await asks(page)
})

test('the catalogue (DCAT-AP) has a file of all, and leads to the catalogue of each', async () => {
  const graph = await graphInJson((await asks('/open-data/catalogue')).text)
  const objects = (of: string) => graph.filter(({ predicate }) => predicate.value === of)
  const files = objects(iriOf('dcat:downloadURL')).map(({ object }) => object.value)
  expect(files.map((url) => new URL(url).pathname)).toEqual(['/open-data/dump.ndjson.gz'])
  const leads = objects(iriOf('rdfs:seeAlso')).map(({ object }) => object.value)
  for (const { authority } of towns)
    expect(leads).toContain(`http://${authority.host}/open-data/catalogue`)
  expect((await asks('/open-data/catalogue.ttl')).headers.get('content-type')).toBe('text/turtle')
})

test('H17 the authorities are places of a map, none of which nothing is public', async () => {
  const silent = await givenTown()
  const { features } = (await asks('/open-data/authorities.geojson')).json<{
    features: { id: string; properties: { url: string; decisions: number } }[]
  }>()
  const [ours] = features.filter(({ id }) => id === towns[1].authority.tenant.slug)
  expect(ours?.properties).toMatchObject({ decisions: 1 })
  await asks(ours?.properties.url ?? '')
  expect(features.map(({ id }) => id)).not.toContain(silent.authority.tenant.slug)
})

test('whoever asks for the whole too often is told when to come again', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9' }
  let last = await portal.get('/open-data/dump.ndjson.gz', headers)
  for (let times = 0; times < 8 && last.status === 200; times += 1)
    last = await portal.get('/open-data/dump.ndjson.gz', headers)
  expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60'])
})
