import { brotliDecompressSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { ground, queriesOf } from '#test/harness'
import { adoptRemaining } from '#modules/votes'
import type { Meeting } from '#modules/deliberations'
import {
  givenCpas,
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

const road: Sketch = { title: 'Réfection de la rue du Moulin', decision: 'D’approuver le marché' }
const person: Sketch = { title: 'Engagement d’une personne', privacy: 'secret' }

const page = (meeting: { id: string }) => `/deliberations/meetings/${meeting.id}/publication`
/** What an agent says of what leaves of a point, on the form that stands there. */
async function choose(meeting: Meeting, point: { id: string } | undefined, said: object) {
  const { visitor } = town.secretariat
  const path = `${page(meeting)}/choices/${point?.id}`
  const { text } = await visitor.get(page(meeting))
  const [, form = ''] = text.split(`action="${path}"`)
  const [, edition = ''] = /name="edition" value="([^"]*)"/.exec(form) ?? []
  return visitor.post(path, { edition, withheld: '', title: '', ...said })
}
const publish = (meeting: { id: string }, who = town.secretariat) =>
  who.visitor.post(page(meeting), {})
const asks = async (path: string) => town.authority.visitor().get(path)

/** Where everybody finds the agenda of a meeting, and its points. */
async function publicOf(meeting: Meeting) {
  const { text } = await town.secretariat.visitor.get(page(meeting))
  const [, agenda = ''] = /href="(\/decisions\/meetings\/[^"]+)"/.exec(text) ?? []
  const read = await asks(agenda)
  const points = [...read.text.matchAll(/href="(\/decisions\/[a-z]+-[^"/]+)"/g)].map(
    ([, one = '']) => one,
  )
  return { agenda, text: read.text, points }
}

const closed = async (items: readonly Sketch[] = [road]) => {
  const { meeting, points } = await givenMeeting(town, { items })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  await town.secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/steps`, {
    verb: 'close',
  })
  return { meeting, points }
}

describe('a council', () => {
  test('publishes its projects once the agenda is frozen, and says that they are projects', async () => {
    const { meeting } = await givenMeeting(town, { items: [road], until: 'frozen' })
    await publish(meeting)
    const { points, text } = await publicOf(meeting)
    expect(text).toContain('Réfection de la rue du Moulin')
    const [point = ''] = points
    const words = mainWords(await asks(point))
    expect(words).toContain('Ceci est un projet')
    expect(words).toContain('D’approuver le marché')
  })

  test('publishes nothing of an agenda that is not frozen', async () => {
    const { meeting } = await givenMeeting(town, { items: [road], until: 'created' })
    expect((await publish(meeting)).status).toBe(409)
  })

  test('publishes what it decided at the address of the project, once the meeting is closed', async () => {
    const { meeting } = await closed()
    await publish(meeting)
    const { points } = await publicOf(meeting)
    const words = mainWords(await asks(points[0] ?? ''))
    expect(words).toContain('Adopté')
    expect(words).not.toContain('Ceci est un projet')
  })

  test('shows nothing of its closed session, not even that there was one', async () => {
    const { meeting } = await closed([road, person])
    await publish(meeting)
    const { text, points } = await publicOf(meeting)
    expect(points).toHaveLength(1)
    expect(text).not.toContain('Engagement')
  })
})

describe('what is withheld', () => {
  test('is said with its reason, and nothing of it is read', async () => {
    const { meeting, points } = await closed([road, { title: 'Un marché discret' }])
    const why = 'Négociation en cours'
    await choose(meeting, points[1], { withheld: why })
    await publish(meeting)
    const { text } = await publicOf(meeting)
    expect(text).toContain(why)
    expect(text).not.toContain('Un marché discret')
  })

  test('stays on the public agenda under the title that is said for it, be it its own', async () => {
    const { meeting, points } = await closed([road, { title: 'Un marché discret' }])
    const why = 'Négociation en cours'
    await choose(meeting, points[1], { withheld: why, title: 'Un marché discret' })
    await publish(meeting)
    const { text, points: linked } = await publicOf(meeting)
    expect(text).toContain('Un marché discret')
    expect(text).toContain(`Non publié\u00A0: ${why}`)
    expect(linked).toHaveLength(1)
  })

  test('is told in other words once its agenda is published again, which its page asks for', async () => {
    const { meeting, points } = await closed([road, { title: 'Un marché discret' }])
    await choose(meeting, points[1], { withheld: 'Négociation en cours' })
    await publish(meeting)
    const asked = async () => (await town.secretariat.visitor.get(page(meeting))).text
    expect(await asked()).toContain('Rien à publier')
    await choose(meeting, points[1], { withheld: 'Offres à l’examen' })
    expect(await asked()).toContain('Publier l’ordre du jour')
    await publish(meeting)
    expect((await publicOf(meeting)).text).toContain('Offres à l’examen')
    expect(await asked()).toContain('Rien à publier')
  })

  test('after it was public is gone at once, everywhere, with a sentence', async () => {
    const { meeting, points } = await closed([road, { title: 'Un marché discret' }])
    await publish(meeting)
    const before = await publicOf(meeting)
    await choose(meeting, points[1], { withheld: 'Négociation en cours' })
    for (const path of [before.points[1] ?? '', `${before.points[1]}/1`]) {
      const gone = await asks(path)
      expect(gone.status).toBe(410)
      expect(gone.text).toContain('Négociation en cours')
    }
    for (const path of [before.agenda, `${before.agenda}/1`])
      expect((await asks(path)).text).not.toContain('Un marché discret')
  })
})

test('what two agents say at once of one point is not overwritten unseen', async () => {
  const { meeting, points } = await closed()
  const path = `${page(meeting)}/choices/${points[0]?.id}`
  const { text } = await town.secretariat.visitor.get(page(meeting))
  const [, edition = ''] = /name="edition" value="([^"]*)"/.exec(text) ?? []
  await choose(meeting, points[0], { withheld: 'Négociation en cours' })
  const late = await town.secretariat.visitor.post(path, { edition, withheld: '', title: 'Autre' })
  expect(late.status).toBe(422)
  expect(late.text).toContain('Négociation en cours')
})

test('the API reads what leaves and says what stays', async () => {
  const { meeting, points } = await closed()
  const api = `/deliberations/meetings/${meeting.id}/publication`
  const { visitor } = town.secretariat
  const before = await visitor.api('GET', api)
  expect(JSON.parse(before.text)).toMatchObject({
    path: null,
    points: [{ state: 'fresh', stays: null }],
  })
  const said = { withheld: 'Négociation en cours' }
  const after = await visitor.api('POST', `${api}/choices/${points[0]?.id}`, said)
  expect(JSON.parse(after.text)).toMatchObject({ points: [{ state: 'stays', stays: 'withheld' }] })
  expect((await visitor.api('POST', api, {})).status).toBe(409)
})

describe('whoever looks for a decision', () => {
  const found = async (query: string) => mainWords(await asks(`/decisions?${query}`))

  test('finds it by its words, its organ and its year, with why', async () => {
    const { meeting } = await closed([
      road,
      { title: 'Un marché', decision: 'De choisir un entrepreneur' },
    ])
    await publish(meeting)
    const page = await asks('/decisions?q=entrepreneurs')
    expect(mainWords(page)).toContain('1 point.')
    expect(page.text).toContain('<mark class="hit">entrepreneur</mark>')
    expect(await found('')).toContain('2 points.')
    expect(await found('q=nulle+part')).toContain('Aucun point.')
    expect(await found('year=1999')).toContain('Aucun point.')
    expect(await found('person=Personne')).toContain('Rien de public ne correspond')
    expect(await found(`organ=${encodeURIComponent(town.council.name)}`)).toContain('2 points.')
  })

  test('finds it no more once it is withheld', async () => {
    const { meeting, points } = await closed()
    await publish(meeting)
    expect(await found('q=moulin')).toContain('1 point.')
    await choose(meeting, points[0], { withheld: 'Négociation en cours' })
    expect(await found('q=moulin')).toContain('Aucun point.')
  })

  test('may ask anything', async () => {
    for (const query of [
      'q=%00',
      `q=${'a'.repeat(500)}`,
      "q='%22(&|!",
      'year=x',
      'after=zz',
      'stage=y',
    ])
      expect((await asks(`/decisions?${query}`)).status, query).toBeLessThan(500)
  })
})

test('a CPAS council publishes nothing, whatever its rule says', async () => {
  town = await givenCpas()
  const { meeting } = await closed()
  expect((await publish(meeting)).status).toBe(409)
})

test('an agent reads what is published and publishes nothing', async () => {
  const { meeting } = await closed()
  expect((await town.agent.visitor.get(page(meeting))).status).toBe(200)
  expect((await publish(meeting, town.agent)).status).toBe(403)
  await givenItem(town)
})

describe('a public page that was asked for before', () => {
  const point = async () => {
    const { meeting, points } = await closed()
    await publish(meeting)
    const { points: open } = await publicOf(meeting)
    const [path = ''] = open
    return { meeting, points, path }
  }
  const asked = async (path: string, headers: Record<string, string> = {}) => {
    const { app } = await ground()
    const { host } = town.authority.visitor()
    return app.request(`http://${host}${path}`, { headers: { host, ...headers } })
  }
  const read = async (path: string, headers: Record<string, string> = {}) =>
    (await asked(path, headers)).text()

  test('is made no more, until something is published or withdrawn', async () => {
    const { meeting, points, path } = await point()
    const first = await asked(path)
    const text = await first.text()
    const queries = await queriesOf(async () => expect(await read(path)).toBe(text))
    expect(queries.filter((one) => one.includes('public_state'))).toHaveLength(1)
    expect(queries.filter((one) => /begin|commons|publications/i.test(one))).toEqual([])
    const again = await asked(path)
    for (const name of ['etag', 'content-security-policy', 'cache-control', 'content-type'])
      expect(again.headers.get(name), name).toBe(first.headers.get(name))
    await choose(meeting, points[0], { withheld: 'Négociation en cours' })
    expect((await asked(path)).status).toBe(410)
  })

  test('is another one for who reads another language, or in the dark', async () => {
    const { path } = await point()
    const french = await read(path)
    for (const _ of ['made', 'kept']) {
      expect(await read(path, { 'accept-language': 'en' })).toContain('<html lang="en"')
      expect(await read(path, { cookie: 'theme=dark' })).toContain('data-theme="dark"')
      expect(await read(path)).toBe(french)
    }
  })

  test('is compressed once, and not sent again to who has it', async () => {
    const { path } = await point()
    const text = await read(path)
    const small = await asked(path, { 'accept-encoding': 'br, gzip' })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await small.arrayBuffer()).toString()).toBe(text)
    const known = await asked(path, { 'if-none-match': small.headers.get('etag') ?? '' })
    expect(known.status).toBe(304)
  })
})
