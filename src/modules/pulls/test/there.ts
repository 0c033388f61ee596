import { expect } from 'vitest'
import { listening, type TestPerson } from '#test/harness'
import { givenTown, type Town } from '../../deliberations/test/council.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- as JSON, in which a test changes what it wants
type Json = any

/** Software that answers as plonemeeting.restapi does: what it holds is what a test says. */
export interface There {
  origin: string
  meetings: Json[]
  items: Json[]
  /** By their paths. */
  files: Map<string, Uint8Array>
  /** The questions, with their parameters. */
  asked: URL[]
  /** What `@config` tells. */
  lists: Json
  /** Says that there are so many points, whatever it tells. */
  announces: number | null
  /** Tells points of a closed session too, whatever is asked. */
  leaks: boolean
  /** Answers so instead of as it should. */
  instead: null | (() => { status: number; text?: string; location?: string })
  stop: () => void
}

const login = `Basic ${Buffer.from('portail:secret de là-bas').toString('base64')}`

/** A server on this machine with a council of 28 points, four files, and a point in closed session. */
async function givenThere(): Promise<There> {
  const there: There = {
    ...{ origin: '', meetings: [], items: [], files: new Map(), asked: [] },
    ...{ leaks: false, instead: null, announces: null, lists: listsThere() },
    stop: () => {},
  }
  const { server, origin } = await listening((request, response) => {
    const url = new URL(request.url ?? '/', there.origin)
    there.asked.push(url)
    const answer = (status: number, body: string | Uint8Array, more = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...more }).end(body)
    if (there.instead) {
      const { status, text = '{}', location } = there.instead()
      return answer(status, text, location ? { location } : {})
    }
    if (request.headers.authorization !== login) return answer(401, '{}')
    const file = there.files.get(url.pathname)
    if (file) return answer(200, file)
    const found = answerOf(there, url)
    return found ? answer(200, JSON.stringify(found)) : answer(404, '{}')
  })
  there.origin = origin
  there.stop = () => {
    server.closeAllConnections()
    server.close()
  }
  there.meetings.push(meetingThere(origin))
  there.items.push(...Array.from({ length: 28 }, (_, at) => itemThere(there, at + 1)))
  there.items.push({ ...itemThere(there, 29), privacy: { token: 'secret', title: 'Huis clos' } })
  return there
}

function answerOf(there: There, url: URL): Json {
  const asked = url.searchParams
  if (asked.get('config_id') !== 'meeting-config-council') return null
  if (url.pathname === '/@config') return there.lists
  if (url.pathname !== '/@search') return null
  const all = asked.get('type') === 'meeting' ? there.meetings : pointsOf(there, asked)
  const of = (name: string) => asked.getAll(name)
  const found = all.filter(
    (one: Json) =>
      (!asked.has('UID') || of('UID').includes(one.UID)) &&
      (!asked.has('review_state') || of('review_state').includes(one.review_state)),
  )
  const isOfPoints = asked.get('type') === 'item'
  const total = (isOfPoints && there.announces) || found.length
  const start = Number(asked.get('b_start') ?? 0)
  const size = Number(asked.get('b_size') ?? 25)
  return { '@id': url.href, items: found.slice(start, start + size), items_total: total }
}

const pointsOf = ({ items, leaks }: There, asked: URLSearchParams) =>
  items.filter(
    (one: Json) =>
      (leaks || asked.getAll('privacy').includes(one.privacy.token)) &&
      isAmong(asked.getAll('getCategory'), [one.category?.token]) &&
      isAmong(asked.getAll('getRawClassifier'), [one.classifier?.token]) &&
      isAmong(
        asked.getAll('getGroupsInCharge'),
        one.groupsInCharge.map(({ token }: Json) => token),
      ),
  )

const isAmong = (wanted: readonly string[], has: readonly string[]) =>
  wanted.length === 0 || has.some((one) => wanted.includes(one))

const listsThere = (): Json => ({
  ...{ '@type': 'MeetingConfig', UID: 'c0', id: 'meeting-config-council' },
  title: 'Conseil communal',
  extra_include_categories: [
    { id: 'travaux', UID: 'u1', title: 'Travaux' },
    { id: 'finances', UID: 'u2', title: 'Finances' },
  ],
  extra_include_classifiers: [{ id: 'voirie', UID: 'u3', title: 'Voirie' }],
  extra_include_groups_in_charge: [
    { id: 'bourgmestre', UID: 'g1', title: 'Bourgmestre' },
    { id: 'premier-echevin', UID: 'g2', title: 'Premier échevin' },
  ],
})

const meetingThere = (origin: string) => ({
  ...{ '@id': `${origin}/meetings/m1`, '@type': 'MeetingCouncil', UID: 'm1' },
  ...{ id: 'm1', title: '15 juin 2026 (20:00)', modified: '2026-06-16T08:00:00+00:00' },
  ...{ date: '2026-06-15T20:00:00', start_date: '2026-06-15T20:00:00', review_state: 'decided' },
  place: { token: 'maison', title: 'Maison communale' },
})

export function itemThere({ origin, files }: There, at: number): Json {
  const url = `${origin}/items/i${at}`
  const annexes = at % 7 === 0 ? [annexThere(url, `a${at}`)] : []
  for (const one of annexes)
    files.set(new URL(one.file.download).pathname, Buffer.from(`a;b\n${at};2\n`))
  return {
    ...{ '@id': url, '@type': 'MeetingItemCouncil', UID: `i${at}`, id: `i${at}` },
    ...{ title: `Point ${at}`, modified: '2026-06-16T08:00:00+00:00', review_state: 'accepted' },
    ...{ itemNumber: at * 100, formatted_itemNumber: `${at}`, itemReference: `2026/${at}` },
    ...{ privacy: { token: 'public', title: 'Publique' }, listType: { token: 'normal' } },
    category: { token: at % 2 === 0 ? 'travaux' : 'finances', title: 'Travaux ou finances' },
    classifier: { token: 'voirie', title: 'Voirie' },
    groupsInCharge: [
      { token: 'g2', title: 'Premier échevin' },
      { token: 'g9', title: 'Personne ici' },
      { token: 'g1', title: 'Bourgmestre' },
    ],
    extra_include_annexes: annexes,
    extra_include_deliberation: {
      public_deliberation: `<p>D’approuver le point ${at} de <span class="pm-anonymize"></span></p>`,
    },
  }
}

export const annexThere = (url: string, uid: string, more: object = {}): Json => ({
  ...{ '@id': `${url}/${uid}`, '@type': 'annex', UID: uid, title: `Annexe ${uid}` },
  ...{ modified: '2026-06-10T08:00:00+00:00', publishable: true },
  file: {
    ...{ filename: `${uid}.csv`, 'content-type': 'text/csv', size: 8 },
    download: `${url}/${uid}/@@download/file`,
  },
  ...more,
})

/** A town that fetches its council from there, and what one does in it. */
export interface Pulling {
  town: Town
  secretariat: TestPerson
  source: string
  there: There
  /** The fields of its settings, as the form sends them. */
  settings: Record<string, string | string[]>
  keep: (over?: Record<string, string | string[]>) => Promise<void>
  /** Has the meeting fetched, as the page does; gives what the page of it says then. */
  fetch: (chosen: Record<string, string | string[]>) => Promise<string>
  preview: () => Promise<string>
}

export async function givenPulling(): Promise<Pulling> {
  const town = await givenTown()
  const there = await givenThere()
  const { secretariat } = town
  const made = await secretariat.visitor.api('POST', '/incoming/sources', { title: 'iA.Délib' })
  const source = made.json<{ id: string }>().id
  const page = `/pulls/${source}`
  const settings = {
    ...{ url: there.origin, username: 'portail', password: 'secret de là-bas' },
    ...{ config_id: 'meeting-config-council', category_field: 'category', every: 'never' },
    ...{ texts: 'public_deliberation', days_back: '730', states: ['frozen', 'decided', 'closed'] },
  }
  const edition = async () =>
    /name="edition" value="([^"]+)"/.exec((await secretariat.visitor.get(page)).text)?.[1] ?? ''
  const pulling: Pulling = {
    ...{ town, secretariat, source, there, settings },
    keep: async (over = {}) => {
      const sent = { ...settings, ...over, edition: await edition() }
      expect((await secretariat.visitor.post(page, sent)).status).toBe(303)
    },
    fetch: async (chosen) => {
      const sent = { title: '15 juin 2026 (20:00)', ...chosen }
      const answer = await secretariat.visitor.post(`${page}/meetings/m1`, sent)
      await town.authority.drain()
      return (await secretariat.visitor.get(answer.headers.get('location') ?? '')).text
    },
    preview: async () => (await secretariat.visitor.get(`${page}/meetings/m1`)).text,
  }
  await pulling.keep()
  return pulling
}
