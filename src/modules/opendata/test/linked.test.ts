import { beforeAll, describe, expect, test } from 'vitest'
import { formatDateTime } from '#kernel/i18n'
import { recordAttendance } from '#modules/sittings'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  presences,
  type Town,
} from '../../deliberations/test/council.ts'
import { read } from '../../../commons/documents/test/pdf.ts'
import { iriOf } from '../vocabulary.ts'
import {
  chooses,
  givenClosed,
  givenPublished,
  graphInJson,
  graphInPage,
  linesOf,
  market,
  publicationOf,
  road,
  secret,
} from './town.ts'

let town: Town
let shown: Awaited<ReturnType<typeof givenPublished>>
beforeAll(async () => {
  town = await givenTown()
  shown = await givenPublished(town, [road, market, secret])
})

const asks = (path: string, accept?: string) =>
  town.authority.visitor().get(path, accept ? { accept } : {})
const site = () => `http://${town.authority.host}`

/** The objects of a property, in a graph. */
const said = (
  graph: Awaited<ReturnType<typeof graphInJson>>,
  property: Parameters<typeof iriOf>[0],
) =>
  graph.filter(({ predicate }) => predicate.value === iriOf(property)).map(({ object }) => object)

describe('a page and its JSON-LD', () => {
  test('tell the same, to readers that know nothing of each other', async () => {
    for (const path of [shown.agenda, ...shown.pages]) {
      const page = await asks(path)
      const data = await asks(path, 'application/ld+json')
      expect(data.headers.get('content-type')).toBe('application/ld+json')
      const graph = await graphInJson(data.text)
      expect(graph.length).toBeGreaterThan(15)
      expect(linesOf(await graphInPage(page.text, site() + path))).toEqual(linesOf(graph))
      expect((await asks(`${path}.jsonld`)).text).toBe(data.text)
    }
  })

  test('say the same in Turtle, and are on paper', async () => {
    const [path = ''] = shown.pages
    const turtle = await asks(path, 'text/turtle')
    expect(turtle.headers.get('content-type')).toBe('text/turtle')
    expect(turtle.text).toContain('besluit:Besluit')
    for (const paper of [await asks(`${path}.pdf`), await asks(`${path}/1.pdf`)]) {
      expect(paper.headers.get('content-type')).toBe('application/pdf')
      expect(paper.text.slice(0, 5)).toBe('%PDF-')
    }
    expect((await asks(`${shown.agenda}.pdf`)).status).toBe(200)
  })

  test('are kept apart by whoever keeps them, and open to any site', async () => {
    const [path = ''] = shown.pages
    const page = await asks(path)
    expect((await asks(path)).text).toContain('<h1')
    // A page that is kept is no answer to who asks for another form.
    expect((await asks(path, 'application/ld+json')).text).toMatch(/^\{/)
    expect(page.headers.get('vary')).toContain('Accept')
    expect(page.headers.get('link')).toContain(`<${path}.jsonld>; rel="alternate"`)
    expect((await asks(path, 'text/html,application/xhtml+xml,*/*;q=0.8')).text).toContain('<h1')
    expect((await asks(`${path}.jsonld`)).headers.get('access-control-allow-origin')).toBe('*')
  })
})

test('I01 an agenda says its organ, its start and its points in their order; why one is withheld', async () => {
  const graph = await graphInJson((await asks(`${shown.agenda}.jsonld`)).text)
  expect(said(graph, 'besluit:isGehoudenDoor').map(({ value }) => value)).toEqual([
    `${site()}/open-data#organ-conseil-communal`,
  ])
  expect(said(graph, 'besluit:geplandeStart')).toHaveLength(1)
  const points = said(graph, 'besluit:behandelt').map(({ value }) => value)
  expect(points).toHaveLength(2)
  const after = graph.filter(({ predicate }) => predicate.value === iriOf('besluit:aangebrachtNa'))
  const [first, second] = shown.pages.map((path) => `${site()}${path}#point`)
  expect(after.map(({ subject, object }) => [subject.value, object.value])).toEqual([
    [second, first],
  ])
  expect(said(graph, 'dct:description')).toEqual([])
})

test('I03 a decision says its votes with their totals, and who voted what where that is public', async () => {
  const graph = await graphInJson((await asks(`${shown.pages[0]}.jsonld`)).text)
  expect(said(graph, 'besluit:aantalTegenstanders').map(({ value }) => value)).toEqual(['1'])
  expect(said(graph, 'besluit:heeftTegenstander')).toHaveLength(1)
  expect(said(graph, 'besluit:geheim').map(({ value }) => value)).toEqual(['false'])
  expect(said(graph, 'eli:number').map(({ value }) => value)).toEqual(['1', '2'])
  expect(said(graph, 'eli:cites')).toHaveLength(1)
  expect(said(graph, 'eli:passed_by')).toHaveLength(1)
})

test('what was rejected is no act: nobody passed it, and its treatment made nothing', async () => {
  const { pages } = await givenPublished(town, [road, market], undefined, 99)
  const [path = ''] = pages
  expect((await asks('/open-data/deliberations.csv')).text).toContain(`${site()}${path},Rejeté`)
  const graph = await graphInJson((await asks(`${path}.jsonld`)).text)
  const types = graph.filter(({ subject }) => subject.value.endsWith('#decision'))
  expect(types.map(({ object }) => object.value)).not.toContain(iriOf('besluit:Besluit'))
  expect(said(graph, 'eli:passed_by')).toEqual([])
  expect(said(graph, 'prov:generated')).toEqual([])
  const [draft] = said(graph, 'besluit:heeftOntwerpbesluit')
  expect(draft?.value).toBe(`${site()}${path}#decision`)
  expect(said(graph, 'prov:used')).toEqual([draft])
})

describe('I03 of a meeting that was held', () => {
  const names = (
    graph: Awaited<ReturnType<typeof graphInJson>>,
    property: Parameters<typeof iriOf>[0],
  ) => {
    const of = new Map(
      graph
        .filter(({ predicate }) => predicate.value === iriOf('foaf:name'))
        .map(({ subject, object }) => [subject.value, object.value]),
    )
    return said(graph, property).map(({ value }) => of.get(value) ?? value)
  }

  test('it is told who presided, who kept the minutes, who was there and who was not, and when it was suspended', async () => {
    const { meeting, points } = await givenMeeting(town, { items: [road, market] })
    await onMeeting(town, town.secretariat, meeting, async (now) =>
      recordAttendance(now, await presences(now, [town.councillor])),
    )
    const { visitor } = town.secretariat
    const path = `/deliberations/meetings/${meeting.id}`
    await visitor.api('PUT', `${path}/hours`, { opened: '20:00', closed: null })
    await visitor.api('POST', `${path}/incidents`, {
      ...{
        kind: 'suspended',
        item_id: points[1]?.id,
        at: '20:10',
        until: '20:20',
        reason: 'pause',
      },
    })
    const { agenda } = await givenPublished(town, [], { meeting, points })
    const graph = await graphInJson((await asks(`${agenda}.jsonld`)).text)
    const [mayor, dg, away] = [town.mayor, town.dg, town.councillor].map(({ actor }) => actor.name)
    expect(names(graph, 'besluit:heeftVoorzitter').join()).toContain(mayor)
    expect(names(graph, 'besluit:heeftSecretaris').join()).toContain(dg)
    expect(names(graph, 'besluit:heeftAanwezigeBijStart')).toHaveLength(3)
    expect(names(graph, 'ext:heeftAfwezigeBijStart').join()).toContain(away)
    expect(said(graph, 'ext:hasIntermission')).toHaveLength(1)
    const page = mainWords(await asks(agenda))
    expect(page).toMatch(/Excusés/)
    expect(page).toContain('Suspendue de 20 h 10 à 20 h 20'.replaceAll(' h ', '\u00A0h\u00A0'))
    const { pages } = await read((await asks(`${agenda}.pdf`)).bytes)
    const [moment, place] = [
      formatDateTime(meeting.starts_at).replaceAll('\u00A0', ' '),
      meeting.place,
    ]
    for (const words of [
      moment,
      place,
      'Tenue',
      'Adopté',
      'Suspendue de 20 h 10 à 20 h 20',
      mayor,
      away,
    ])
      expect(pages.join(' ')).toContain(words)
  })

  test('it is told where it is watched; nowhere that is not on the web, encrypted', async () => {
    const { meeting, agenda } = await givenPublished(town, [road])
    const { visitor } = town.secretariat
    const video = (address: string) =>
      visitor.api('POST', `${publicationOf(meeting)}/video`, { address })
    for (const wrong of [
      'http://video.example/1',
      'https://moi:secret@video.example/1',
      'javascript:1',
    ])
      expect((await video(wrong)).status, wrong).toBe(422)
    expect((await video('https://video.example/1')).status).toBe(200)
    expect((await asks(agenda)).text).toContain('href="https://video.example/1"')
    const graph = await graphInJson((await asks(`${agenda}.jsonld`)).text)
    expect(said(graph, 'schema:contentUrl').map(({ value }) => value)).toEqual([
      'https://video.example/1',
    ])
    const slug = agenda.split('/').at(-1)
    expect((await asks(`/oparl/meeting/${slug}`)).json()).toMatchObject({
      'beffroi:video': 'https://video.example/1',
    })
    expect(
      (await town.agent.visitor.api('POST', `${publicationOf(meeting)}/video`, { address: '' }))
        .status,
    ).toBe(403)
    await video('')
    expect((await asks(agenda)).text).not.toContain('video.example')
  })

  test('of a closed session neither the end nor a suspension is told', async () => {
    const { agenda, meeting } = await givenPublished(town, [road, secret])
    const hours = async () => {
      const graph = await graphInJson((await asks(`${agenda}.jsonld`)).text)
      return (['prov:startedAtTime', 'prov:endedAtTime'] as const).map((one) => said(graph, one))
    }
    // It is noted here years later: the hour of the click is none of its own.
    expect(await hours()).toEqual([[], []])
    const { visitor } = town.secretariat
    const noted = { opened: '20:05', closed: '22:10' }
    await visitor.api('PUT', `/deliberations/meetings/${meeting.id}/hours`, noted)
    await visitor.post(publicationOf(meeting), {})
    expect(await hours()).toEqual([[expect.anything()], []])
  })
})

test('nothing of the closed session is told in any form', async () => {
  for (const path of [shown.agenda, `${shown.agenda}.jsonld`, `${shown.agenda}.ttl`])
    expect((await asks(path)).text).not.toContain('Engagement')
})

test('what is withdrawn is gone in each form, with its sentence', async () => {
  const { meeting, points, pages } = await givenPublished(town)
  await chooses(town, meeting, points[1], { withheld: 'Négociation en cours', title: '' })
  const gone = pages[1] ?? ''
  for (const form of ['jsonld', 'ttl', 'pdf'])
    for (const path of [`${gone}.${form}`, `${gone}/1.${form}`])
      expect((await asks(path)).status, path).toBe(410)
  const told = await asks(gone, 'application/ld+json')
  expect([told.status, told.json()]).toEqual([410, expect.objectContaining({ withdrawn: true })])
  expect((await asks('/decisions/cc-2026-22222222.jsonld')).status).toBe(404)
})

test('a point whose title says nothing is not published, and named', async () => {
  const { meeting, points } = await givenClosed(town, [road, market])
  await chooses(town, meeting, points[1], { withheld: '', title: '…' })
  const refused = await town.secretariat.visitor.post(publicationOf(meeting), {})
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Point 2 («\u00A0…\u00A0»)\u00A0: son titre ne contient aucun mot')
})
