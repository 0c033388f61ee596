import { beforeEach, expect, test } from 'vitest'
import { adoptRemaining } from '#modules/votes'
import { givenMeeting, givenTown, onMeeting, type Town } from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

/** What a template says of a dossier. */
async function said(about: string, body: string, of: { id: string }): Promise<string> {
  const keeper = await town.authority.person({ roles: ['administrator', 'secretariat'] })
  const answer = await keeper.visitor.api('POST', '/stationery/templates', {
    title: body.slice(0, 40),
    about,
    body,
  })
  expect(answer.status, answer.text).toBe(201)
  const { id } = answer.json<{ id: string }>()
  const tried = await keeper.visitor.api('POST', `/stationery/templates/${id}/preview`, {
    dossier: of.id,
  })
  expect(tried.status, tried.text).toBe(200)
  return tried.json<{ html: string }>().html
}

test('a template of the authority names a point, its meeting, its vote and who signs', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{ title: 'Un marché' }] })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  const html = await said(
    'deliberations.item',
    '<p>Point {{ number }} du {{ organ }}, {{ meeting.day }} : {{ title }}</p><p>{{ vote }}</p><p>{{ decision }}</p><p>{% for one in signatories %}</p><p>{{ one.name }}</p><p>{% endfor %}</p>',
    points[0] ?? meeting,
  )
  expect(html).toMatch(/^<p>Point 1 du Conseil communal, .* : Un marché<\/p><p>.*unanimité.*<\/p>/)
  expect(html.match(/<p>/g)?.length).toBeGreaterThanOrEqual(5)
})

test('of a meeting it names who was there and its points, for those who take its agenda', async () => {
  const { meeting } = await givenMeeting(town, {
    items: [{ title: 'Un marché' }, { title: 'Une personne', privacy: 'secret' }],
  })
  const html = await said(
    'deliberations.meeting',
    '<ul><li>{% for one in present %}</li><li>{{ one.name }}</li><li>{% endfor %}</li></ul><p>{% for point in points %}</p><p>{{ point.number }}. {{ point.title }}</p><p>{% endfor %}</p>',
    meeting,
  )
  expect(html).toContain('<p>1. Un marché</p>')
  expect(html).toContain('<p>2. Une personne</p>')
  const agent = await town.authority.person({ roles: ['agent'] })
  const at = `/stationery/documents/${meeting.id}`
  expect((await agent.visitor.get(`/deliberations/meetings/${meeting.id}`)).status).toBe(200)
  expect((await agent.visitor.get(at)).status).toBe(404)
  expect((await town.secretariat.visitor.get(at)).status).toBe(200)
  expect(html.match(/<li>/g)?.length).toBeGreaterThan(2)
})
