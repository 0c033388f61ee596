import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import ical from 'ical.js'
import { describe, expect, test } from 'vitest'
import { givenMeeting, type Sketch } from '../../deliberations/test/council.ts'
import { frozen, inTown, park, publish, town, withhold } from './town.ts'

inTown()

const mill: Sketch = { title: 'Moulin & « berges » <1>', decision: 'D’approuver le marché' }
const published = async () => {
  const made = await frozen([mill, park], 9)
  await publish(made.meeting)
  return { ...made, day: Temporal.Now.plainDateISO().add({ days: 9 }).toString() }
}
const read = (path: string) => town.authority.visitor().get(path)
const atom = async (query = '') => parseAtomFeed((await read(`/feeds/decisions.atom${query}`)).text)
const rss = async (query = '') => parseRssFeed((await read(`/feeds/decisions.rss${query}`)).text)

describe('a reader of feeds', () => {
  test('reads what became public, with ids and dates that stay', async () => {
    await published()
    const { entries = [], links = [], updated } = await atom()
    expect(entries.map(({ title }) => title?.value).toSorted()).toEqual([
      'Projet\u00A0: Moulin &amp; « berges » &lt;1&gt;',
      'Projet\u00A0: Un banc au parc',
    ])
    expect(entries[0]?.id).toMatch(/^http.+\/decisions\/cc-\d{4}-\w+#project$/)
    expect(updated).toBe(entries[0]?.updated)
    expect(links.map(({ rel }) => rel)).toContain('self')
    expect((await atom()).entries?.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  })

  test('reads the same as RSS', async () => {
    await published()
    const { items = [], title } = await rss()
    expect(title).toContain('Décisions')
    // Readers show a title as HTML: what stands in it is no markup.
    expect(items.map((one) => one.title).toSorted()).toEqual([
      'Projet\u00A0: Moulin &amp; « berges » &lt;1&gt;',
      'Projet\u00A0: Un banc au parc',
    ])
    expect(items[0]?.guid).toMatchObject({ isPermaLink: false })
  })

  test('asks for words, an organ, a subject or a street, as the search is asked', async () => {
    await published()
    const titles = async (query: string) => (await rss(query)).items?.map((one) => one.title) ?? []
    expect(await titles('?q=bancs')).toEqual(['Projet\u00A0: Un banc au parc'])
    expect(await titles(`?organ=${encodeURIComponent(town.council.name)}`)).toHaveLength(2)
    expect(await titles(`?organ=${encodeURIComponent(town.college.name)}`)).toEqual([])
    expect(await titles('?subject=Autre')).toEqual([])
    expect(await titles('?place=nulle+part')).toEqual([])
  })

  test('finds no more what is withdrawn, at once', async () => {
    const { meeting, points } = await published()
    await withhold(meeting, points[0])
    const text = (await read('/feeds/decisions.atom')).text
    expect(text).toContain('Un banc au parc')
    expect(text).not.toContain('Moulin')
  })

  test('keeps the same mark (ETag) while nothing changes, and gets no cookie', async () => {
    await published()
    const { headers } = await read('/feeds/decisions.atom')
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=UTF-8')
    expect(headers.get('set-cookie')).toBeNull()
    const etag = headers.get('etag') ?? ''
    expect((await read('/feeds/decisions.atom')).headers.get('etag')).toBe(etag)
    expect((await read('/feeds/meetings.ics')).headers.get('etag')).toBe(
      (await read('/feeds/meetings.ics')).headers.get('etag'),
    )
  })

  test('is led there from the page of decisions, with what was asked for there', async () => {
    const { text } = await read('/decisions?q=moulin')
    expect(text).toContain(
      '<link rel="alternate" href="/feeds/decisions.atom?q=moulin" type="application/atom+xml"',
    )
    expect(text).toContain('href="/alerts?q=moulin"')
  })

  test('gets an empty feed where nothing is public, and may ask anything', async () => {
    expect((await atom()).entries ?? []).toEqual([])
    for (const query of ['q=%00', `q=${'a'.repeat(201)}`, "q='%22(&|!", 'place=%25'])
      expect((await read(`/feeds/decisions.rss?${query}`)).status, query).toBeLessThan(500)
  })
})

describe('a calendar', () => {
  const events = async (query = '') => {
    const { text } = await read(`/feeds/meetings.ics${query}`)
    const calendar = new ical.Component(ical.parse(text))
    return calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one))
  }

  test('has the public meetings to come, when and where', async () => {
    const { day } = await published()
    const [event, ...others] = await events()
    expect(others).toEqual([])
    expect(event?.location).toBe('Maison communale')
    expect(event?.startDate.toJSDate().toISOString().slice(0, 10)).toBe(day)
    expect(event?.description).toContain('1. Moulin & « berges » <1>')
    expect(event?.uid).toMatch(/^cc-\d{8}@/)
  })

  test('is asked for an organ, or for what is on the agenda', async () => {
    await published()
    expect(await events(`?organ=${encodeURIComponent(town.college.name)}`)).toEqual([])
    expect(await events('?q=banc')).toHaveLength(1)
    expect(await events('?q=absent')).toEqual([])
  })

  test('says no more of a point that is withdrawn', async () => {
    const { meeting, points } = await published()
    await withhold(meeting, points[0])
    const [event] = await events()
    expect(event?.description).not.toContain('Moulin')
    expect(event?.uid).toMatch(/^cc-\d{8}@/)
  })

  test('has no meeting of the past', async () => {
    const { meeting } = await givenMeeting(town, { items: [mill], until: 'frozen' })
    await publish(meeting)
    expect(await events()).toEqual([])
  })
})
