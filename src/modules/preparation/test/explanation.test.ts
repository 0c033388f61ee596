import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { templates } from '#commons/documents'
import { copyMany } from '#modules/deliberations'
import { decide } from '#modules/votes'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  type Town,
} from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

type Point = { id: string }
const pathOf = ({ id }: Point) => `/preparation/of/${id}/explanation`
const explain = (who: TestPerson, point: Point, words: string) =>
  who.visitor.api('POST', pathOf(point), { words })
const pointPage = async (who: TestPerson, { id }: Point) =>
  mainWords(await who.visitor.get(`/deliberations/items/${id}`))

test('the service writes the explanatory note of its point, who sees the point reads it, history says it', async () => {
  const point = await givenItem(town, {}, 'created')
  expect(await pointPage(town.agent, point)).toContain('Aucune note n’est écrite')
  const form = await town.agent.visitor.get(pathOf(point))
  const edition = /name="edition" value="([^"]+)"/.exec(form.text)?.[1] ?? ''
  const post = (sent: object) => town.agent.visitor.post(pathOf(point), { ...sent })
  expect(
    (await post({ words: 'Le carrefour est dangereux.\n\nCoût : 10 000 €', edition })).status,
  ).toBe(303)
  const page = await pointPage(town.head, point)
  expect(page).toContain('Le carrefour est dangereux.')
  expect(page).toContain('a écrit la note explicative')
  const stale = await post({ words: 'Par-dessus', edition })
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Par-dessus')
  expect(mainWords(stale)).toContain('Le carrefour est dangereux.')
  expect((await explain(town.accountant, point, 'Moi aussi')).status).toBe(404)
  expect((await town.accountant.visitor.api('GET', pathOf(point))).status).toBe(404)
  const told = await town.head.visitor.api('GET', pathOf(point))
  expect(told.json()).toMatchObject({
    words: '<p>Le carrefour est dangereux.</p><p>Coût : 10 000 €</p>',
  })
  expect((await explain(town.agent, point, '')).status).toBe(200)
  expect(await pointPage(town.agent, point)).toContain('a retiré la note explicative')
})

test('L1122-13 members read the notes with the agenda; the letter says which points have one, the paper prints them, and who convokes sees which have none', async () => {
  const { meeting, points } = await givenMeeting(town, {
    ...{ day: '2027-06-21', until: 'frozen' },
    items: [{ title: 'Zone 30' }, { title: 'Compte communal' }],
  })
  const numbered = points.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
  const [first, second] = numbered
  if (!first || !second) throw new Error('The meeting has two points')
  const meetingPage = async (who: TestPerson) =>
    mainWords(await who.visitor.get(`/deliberations/meetings/${meeting.id}`))
  const letter = async () =>
    mainWords(
      await town.secretariat.visitor.get(`/deliberations/meetings/${meeting.id}/convocation`),
    )
  expect(await meetingPage(town.secretariat)).toContain('2 points n’ont pas de note')
  expect(await letter()).toContain('Projets de délibération et annexes')
  const make = () =>
    town.secretariat.visitor.api('POST', `/deliberations/meetings/${meeting.id}/documents`, {
      template: 'explanatory_notes',
    })
  expect((await make()).status).toBe(409)

  expect((await explain(town.secretariat, second, '<p>Le <strong>boni</strong></p>')).status).toBe(
    200,
  )
  const seen = await meetingPage(town.secretariat)
  expect(seen).toContain('1 point n’a pas de note de synthèse explicative')
  expect(seen).toContain(`CDLD L1122-13`)
  expect(await letter()).toContain('Note explicative (point 2), projets de délibération et annexes')
  expect(await meetingPage(town.councillor)).toContain('Lire les notes explicatives')
  expect(await meetingPage(town.councillor)).not.toContain('n’a pas de note')
  const notes = `/preparation/meetings/${meeting.id}/explanations`
  expect(mainWords(await town.councillor.visitor.get(notes))).toContain(
    '2. Compte communal Le boni',
  )
  expect((await town.councillor.visitor.api('GET', notes)).items()).toMatchObject([
    { id: second.id, position: 2, words: '<p>Le <strong>boni</strong></p>' },
  ])
  expect((await explain(town.councillor, second, 'Moi')).status).toBe(403)
  expect((await make()).status).toBe(202)
  const paperOf = () => templates.all().find(({ name }) => name === 'minutes.explanatory_notes')
  const composed = await onMeeting(town, town.secretariat, meeting, ({ id }) =>
    paperOf()?.compose(id),
  )
  expect(JSON.stringify(composed)).toContain('"number":"2","text":"Compte communal"')
  expect(JSON.stringify(composed)).not.toContain('Zone 30')
})

test('a college asks for no note', async () => {
  const { meeting } = await givenMeeting(town, {
    ...{ organ: town.college, day: '2027-06-21', until: 'frozen' },
  })
  const page = await town.secretariat.visitor.get(`/deliberations/meetings/${meeting.id}`)
  expect(mainWords(page)).not.toContain('note de synthèse')
})

test('a point that was decided keeps its note as it was; the one that follows it takes it along', async () => {
  const { meeting, points } = await givenMeeting(town, { items: [{}] })
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  expect((await explain(town.secretariat, point, 'Le plan manque encore')).status).toBe(200)
  const [heir] = await onItem(town, town.secretariat, point, async (item) => {
    await decide(item, meeting, 'delay')
    return copyMany([{ of: item }], 'validated')
  })
  expect((await explain(town.secretariat, point, 'Trop tard')).status).toBe(403)
  for (const one of [point, heir])
    expect(await pointPage(town.secretariat, one ?? { id: '' })).toContain('Le plan manque encore')
})

test('a point is found by the words of its note; each text that it had is kept for those who write it', async () => {
  const point = await givenItem(town, {}, 'created')
  await explain(town.agent, point, 'Une passerelle au-dessus du canal.')
  await explain(town.agent, point, 'Un tunnel sous le canal.')
  const found = async (word: string) =>
    (await town.agent.visitor.get(`/search?q=${word}`)).text.includes(point.id)
  expect([await found('tunnel'), await found('passerelle')]).toEqual([true, false])
  await explain(town.agent, point, '')
  expect(await found('tunnel')).toBe(false)
  const versions = `${pathOf(point)}/versions`
  const kept = (await town.agent.visitor.api('GET', versions)).items<{ words: string }>()
  expect(kept.map(({ words }) => words)).toEqual([
    '',
    '<p>Un tunnel sous le canal.</p>',
    '<p>Une passerelle au-dessus du canal.</p>',
  ])
  expect(mainWords(await town.agent.visitor.get(versions))).toContain('La note est retirée.')
  const { points } = await givenMeeting(town, { until: 'frozen', items: [{ title: 'Zone 30' }] })
  const onAgenda = pathOf(points[0] ?? expect.fail('no point'))
  expect((await town.councillor.visitor.api('GET', onAgenda)).status).toBe(200)
  expect((await town.councillor.visitor.api('GET', `${onAgenda}/versions`)).status).toBe(403)
})
