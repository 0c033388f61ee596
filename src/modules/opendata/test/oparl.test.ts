import { beforeAll, describe, expect, test } from 'vitest'
import { givenTown, type Town } from '../../deliberations/test/council.ts'
import { chooses, givenPublished, market, road, secret } from './town.ts'

type Thing = Record<string, unknown> & { id: string; type: string; deleted?: boolean }
interface List {
  data: Thing[]
  links: { first: string; self: string; next?: string }
}

let town: Town
let shown: Awaited<ReturnType<typeof givenPublished>>
beforeAll(async () => {
  town = await givenTown()
  shown = await givenPublished(town, [road, market, secret])
})

const site = () => `http://${town.authority.host}`
const asks = async (url: string) => town.authority.visitor().get(url.replace(site(), ''))

const text = (value: unknown) => typeof value === 'string' && value !== ''
const isUrl = (value: unknown) => text(value) && URL.canParse(String(value))
const moment = (value: unknown) =>
  text(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(String(value))
const day = (value: unknown) => text(value) && /^\d{4}-\d\d-\d\d$/.test(String(value))
const truth = (value: unknown) => typeof value === 'boolean'
const count = (value: unknown) => Number.isInteger(value)
const urls = (value: unknown) => Array.isArray(value) && value.every(isUrl)
const things = (value: unknown) => Array.isArray(value) && value.every(isThing)
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && 'id' in value && 'type' in value

type Rule = [name: string, holds: (value: unknown) => boolean, must?: boolean]

/** What OParl 1.1 says of each type: which properties must be there, and what each is. */
const rules: Record<string, Rule[]> = {
  System: [
    ...([
      ['oparlVersion', isUrl, true],
      ['body', isUrl, true],
      ['name', text],
    ] as Rule[]),
    ...([
      ['license', isUrl],
      ['website', isUrl],
      ['product', text],
      ['vendor', isUrl],
    ] as Rule[]),
  ],
  Body: [
    ...([
      ['system', isUrl],
      ['name', text, true],
      ['shortName', text],
      ['website', isUrl],
    ] as Rule[]),
    ...['organization', 'person', 'meeting', 'paper', 'agendaItem', 'consultation', 'file'].map(
      (one): Rule => [one, isUrl, true],
    ),
    ...['locationList', 'legislativeTermList', 'membership'].map((one): Rule => [one, isUrl, true]),
    ...([
      ['legislativeTerm', things, true],
      ['location', isThing],
    ] as Rule[]),
  ],
  Organization: [
    ...([
      ['body', isUrl, true],
      ['name', text, true],
      ['meeting', isUrl],
    ] as Rule[]),
    ...([
      ['membership', urls],
      ['classification', text],
      ['organizationType', text],
    ] as Rule[]),
  ],
  Person: [
    ['body', isUrl, true],
    ['name', text, true],
    ['membership', things],
  ],
  Meeting: [
    ...([
      ['name', text, true],
      ['start', moment, true],
      ['cancelled', truth],
    ] as Rule[]),
    ...([
      ['organization', urls, true],
      ['agendaItem', things, true],
    ] as Rule[]),
    ...([
      ['location', isThing],
      ['meetingState', text],
      ['participant', urls],
    ] as Rule[]),
  ],
  AgendaItem: [
    ...([
      ['meeting', isUrl, true],
      ['name', text, true],
      ['order', count, true],
    ] as Rule[]),
    ...([
      ['number', text],
      ['public', truth],
      ['consultation', isUrl],
    ] as Rule[]),
    ...([
      ['result', text],
      ['resolutionText', text],
      ['keyword', Array.isArray],
    ] as Rule[]),
  ],
  Paper: [
    ...([
      ['body', isUrl, true],
      ['name', text, true],
      ['date', day, true],
    ] as Rule[]),
    ...([
      ['mainFile', isThing, true],
      ['consultation', things, true],
    ] as Rule[]),
    ...([
      ['location', things],
      ['auxiliaryFile', things],
      ['originatorPerson', urls],
      ['underDirectionOf', urls],
    ] as Rule[]),
    ...([
      ['reference', text],
      ['paperType', text],
      ['keyword', Array.isArray],
    ] as Rule[]),
  ],
  Consultation: [
    ...([
      ['paper', isUrl, true],
      ['agendaItem', isUrl, true],
      ['meeting', isUrl, true],
    ] as Rule[]),
    ...([
      ['organization', urls, true],
      ['authoritative', truth],
    ] as Rule[]),
  ],
  File: [
    ...([
      ['accessUrl', isUrl, true],
      ['downloadUrl', isUrl],
      ['fileName', text],
    ] as Rule[]),
    ...([
      ['mimeType', text],
      ['name', text],
      ['text', text],
      ['date', day],
      ['paper', urls],
    ] as Rule[]),
  ],
  Location: [['description', text, true]],
}
const everywhere: Rule[] = [
  ...([
    ['id', isUrl, true],
    ['type', isUrl, true],
  ] as Rule[]),
  ...([
    ['created', moment, true],
    ['modified', moment, true],
  ] as Rule[]),
]

/** What is wrong with something that is told of, by these rules. */
function wrongIn(thing: Thing): string[] {
  const [, name = ''] = /^https:\/\/schema\.oparl\.org\/1\.1\/(\w+)$/.exec(thing.type) ?? []
  const own = rules[name]
  if (!own) return [`${thing.id} is of no type: ${thing.type}`]
  const all = [...everywhere, ...(thing.deleted ? [] : own)]
  return all.flatMap(([property, holds, must = false]) => {
    const value = thing[property]
    if (value === undefined) return must ? [`${thing.id} says no ${property}`] : []
    return holds(value) ? [] : [`${thing.id} says ${property} wrongly: ${JSON.stringify(value)}`]
  })
}

/** Follows every address below /oparl from the system on, as a client does. Gives what it found, and what was wrong. */
async function walk() {
  const found = new Map<string, Thing>()
  const wrong: string[] = []
  const lists = new Set<string>()
  const waiting = [`${site()}/oparl/system`]
  const seen = new Set(waiting)
  const meets = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(meets)
    if (typeof value === 'object' && value !== null) return Object.values(value).forEach(meets)
    const url = String(value)
    if (!url.startsWith(`${site()}/oparl/`) || seen.has(url)) return
    seen.add(url)
    waiting.push(url)
  }
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const answer = await asks(url)
    if (answer.status !== 200 || answer.headers.get('access-control-allow-origin') !== '*') {
      wrong.push(`${url} answers ${answer.status}`)
      continue
    }
    const told = answer.json<Thing | List>()
    meets(told)
    if ('links' in told) {
      lists.add(url)
      for (const one of told.data as Thing[]) wrong.push(...wrongIn(one))
    } else {
      const thing = told as Thing
      if (thing.id !== url) wrong.push(`${url} says that it is ${thing.id}`)
      wrong.push(...wrongIn(thing))
      found.set(thing.id, thing)
    }
  }
  return { found: [...found.values()], wrong, lists }
}

const named = (some: readonly Thing[], type: string) =>
  some.filter((one) => one.type.endsWith(`/${type}`))

test('a client that follows all addresses reads all of an authority, and nothing is wrong', async () => {
  const { found, wrong, lists } = await walk()
  expect(wrong).toEqual([])
  expect(lists.size).toBeGreaterThan(9)
  for (const [type, count] of Object.entries({
    ...{ System: 1, Body: 1, Organization: 1, Meeting: 1 },
    ...{ AgendaItem: 2, Paper: 2, Consultation: 2, File: 2 },
  }))
    expect(named(found, type), type).toHaveLength(count)
  expect(
    named(found, 'AgendaItem')
      .map(({ order }) => order)
      .toSorted(),
  ).toEqual([0, 1])
  expect(JSON.stringify(found)).not.toContain('Engagement')
})

describe('a list', () => {
  const list = async (query: string) => (await asks(`/oparl/papers${query}`)).json<List>()

  test('comes a page at a time, and says where the next is', async () => {
    const one = await list('?limit=1')
    const other = (await asks(one.links.next ?? '')).json<List>()
    expect(one.data).toHaveLength(1)
    expect(other.data).toHaveLength(1)
    expect(other.data[0]?.id).not.toBe(one.data[0]?.id)
    expect(other.links.next).toBeUndefined()
  })

  test('is that of a span of time', async () => {
    expect((await list('?modified_since=2099-01-01T00:00:00Z')).data).toEqual([])
    expect((await list('?created_until=2099-01-01T00:00:00%2B01:00')).data).toHaveLength(2)
    for (const query of ['?modified_since=yesterday', '?limit=0', '?limit=1000', "?after='"])
      expect((await asks(`/oparl/papers${query}`)).status, query).toBe(422)
  })

  test('tells whoever asks for changes what was withdrawn, and nothing of what it said', async () => {
    const { meeting, points, pages } = await givenPublished(town, [road, market])
    await chooses(town, meeting, points[1], { withheld: 'Négociation en cours', title: '' })
    const slug = pages[1]?.split('/').at(-1) ?? ''
    const { data } = await list('?modified_since=2020-01-01T00:00:00Z')
    const stub = data.find(({ id }) => id.endsWith(slug))
    expect(Object.keys(stub ?? {}).toSorted()).toEqual([
      ...['created', 'deleted', 'id', 'modified', 'type'],
    ])
    expect((await asks(stub?.id ?? '')).json()).toEqual(stub)
    expect((await list('')).data.some(({ id }) => id.endsWith(slug))).toBe(false)
    const agenda = (await asks(`/oparl/meeting/${shown.agenda.split('/').at(-1)}`)).json<Thing>()
    expect(agenda['name']).toBeTruthy()
    expect((await walk()).wrong).toEqual([])
  })
})
