import { gunzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '#commons/publication'
import { givenTown, type Town } from '../../deliberations/test/council.ts'
import { iriOf } from '../vocabulary.ts'
import { chooses, givenPublished, graphInJson, market, road, secret } from './town.ts'

interface Line {
  url: string
  publisher: string
  slug: string
  hash: string
  title: string
}
interface Changes {
  items: ({ change: string; said?: string; content?: unknown } & Line)[]
  next: string
  more: boolean
}

let town: Town
let shown: Awaited<ReturnType<typeof givenPublished>>
beforeAll(async () => {
  town = await givenTown()
  shown = await givenPublished(town, [road, market, secret])
})

const asks = (path: string, headers = {}) => town.authority.visitor().get(path, headers)

/** All changes after one, page by page. */
async function changes(from = '/open-data/changes') {
  const all: Changes['items'] = []
  let next = from
  for (;;) {
    const page = (await asks(next)).json<Changes>()
    all.push(...page.items)
    next = page.next.replace(/^https?:\/\/[^/]+/, '')
    if (!page.more) return { all, next }
  }
}

async function dump(): Promise<Line[]> {
  const { bytes, headers } = await asks('/open-data/dump.ndjson.gz')
  expect(headers.get('access-control-allow-origin')).toBe('*')
  const lines = gunzipSync(bytes).toString().trimEnd().split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Line)
}

describe('the dump', () => {
  test('has each public copy on a line, with what proves it', async () => {
    const lines = await dump()
    expect(lines.map(({ publisher }) => publisher)).toEqual([
      ...['publications.point', 'publications.point', 'publications.meeting'],
    ])
    for (const { url, hash, ...record } of lines) {
      expect(createHash('sha256').update(canonicalJson(record)).digest('hex')).toBe(hash)
      expect((await asks(new URL(url).pathname)).status).toBe(200)
    }
    expect(JSON.stringify(lines)).not.toContain('Engagement')
  })

  test('is not sent again to who has it', async () => {
    const etag = (await asks('/open-data/dump.ndjson.gz')).headers.get('etag') ?? ''
    const again = await asks('/open-data/dump.ndjson.gz', { 'if-none-match': etag })
    expect(again.status).toBe(304)
  })
})

test('decisions are a table as SCDL has it: votes, subject, where to read them', async () => {
  const { text, headers } = await asks('/open-data/deliberations.csv')
  expect(headers.get('content-type')).toContain('text/csv')
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
  expect(Object.keys(rows[0] ?? {})).toHaveLength(18)
  const [voted] = rows.filter(({ DELIB_OBJET }) => DELIB_OBJET === road.title)
  expect(voted).toMatchObject({
    VOTE_CONTRE: '1',
    DELIB_RESULTAT: 'Adopté',
    DELIB_URL: expect.stringContaining('/decisions/'),
  })
  expect(rows).toHaveLength(2)
})

describe('the feed of changes', () => {
  test('tells what was published, in order, and goes on from where one was', async () => {
    const { all, next } = await changes()
    expect(all.map(({ change }) => change)).toEqual(Array(3).fill('published'))
    expect((await changes(next)).all).toEqual([])
    expect((await asks('/open-data/changes?after=zz')).status).toBe(422)
  })

  test('says at once what was withdrawn and why, and nothing of what it said', async () => {
    const before = await changes()
    const { meeting, points, pages } = await givenPublished(town, [road, market])
    const between = await changes(before.next)
    expect(between.all).toHaveLength(3)
    await chooses(town, meeting, points[1], { withheld: 'Négociation en cours', title: '' })
    const { all } = await changes(between.next)
    const gone = all.filter(({ change }) => change === 'withdrawn')
    expect(gone.map(({ url }) => new URL(url).pathname)).toContain(pages[1])
    for (const one of gone) {
      expect(one.said).not.toBe('')
      expect(Object.keys(one)).not.toContain('content')
    }
    // The agenda that stands in the place of the other comes after it.
    const [agenda] = all.filter(({ change }) => change === 'published')
    expect(agenda?.publisher).toBe('publications.meeting')
    expect(all.indexOf(agenda ?? (all[0] as never))).toBe(all.length - 1)
    expect(JSON.stringify(all)).not.toContain(market.title)
    const whole = await dump()
    expect(whole.some(({ url }) => url.endsWith(pages[1] ?? ''))).toBe(false)
    expect(JSON.stringify(whole)).toContain('Négociation en cours')
    expect((await asks('/open-data/deliberations.csv')).text).not.toContain(pages[1])
    expect((await asks('/sitemap/points.xml')).text).not.toContain(pages[1])
  })
})

test('the catalogue (DCAT-AP) leads to each file, and its concepts are there', async () => {
  const { text } = await asks('/open-data/catalogue')
  const graph = await graphInJson(text)
  const files = graph.filter(({ predicate }) => predicate.value === iriOf('dcat:downloadURL'))
  expect(files).toHaveLength(2)
  for (const { object } of files)
    expect((await asks(new URL(object.value).pathname)).status).toBe(200)
  expect((await asks('/open-data/catalogue.ttl')).headers.get('content-type')).toBe('text/turtle')
  const terms = await asks('/open-data/terms', { accept: 'text/turtle' })
  expect(terms.text).toContain('"Adopté"@fr')
})

test('sitemaps lead to each page, and robots to the sitemaps', async () => {
  const index = await asks('/sitemap.xml')
  const maps = [...index.text.matchAll(/<loc>[^<]*?(\/sitemap\/[^<]+)<\/loc>/g)]
  expect(maps).toHaveLength(2)
  const pages = await Promise.all(maps.map(async ([, path = '']) => (await asks(path)).text))
  for (const path of [shown.agenda, ...shown.pages]) expect(pages.join()).toContain(`${path}</loc>`)
  expect((await asks('/robots.txt')).text).toContain('/sitemap.xml')
  expect((await asks('/sitemap/points.xml?from=%27')).status).toBe(422)
})

test('I04 says of what is public to which level programs can read it, and what it lacks', async () => {
  const found = (await asks('/open-data/maturity')).json<{
    levels: Record<string, number>
    lacks: { what: string; said: string }[]
  }>()
  expect(found.levels['3']).toBeGreaterThan(0)
  expect(found.levels['1']).toBeGreaterThan(0)
  expect(found.lacks.map(({ what }) => what)).toContain('articles')
})

test('whoever asks too often is told when to come again', async () => {
  const visitor = town.authority.visitor()
  let last = await visitor.get('/open-data/maturity')
  for (let times = 0; times < 14 && last.status === 200; times += 1)
    last = await visitor.get('/open-data/maturity')
  expect(last.status).toBe(429)
  expect(last.headers.get('retry-after')).toBe('60')
  expect((await visitor.get('/decisions')).status).toBe(200)
})
