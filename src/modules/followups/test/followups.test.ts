import { beforeEach, expect, test } from 'vitest'
import { ground, type TestPerson } from '#test/harness'
import { today } from '#commons/clock'
import { mergeSources, templates } from '#commons/documents'
import { atItsTime } from '#kernel/jobs'
import {
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  type Town,
} from '../../deliberations/test/council.ts'
import { ending, tasks } from '../task.ts'

let town: Town
let decided: { id: string }
beforeEach(async () => {
  town = await givenTown()
  const { points } = await givenMeeting(town, {
    items: [{ purpose: 'takes_note', poll_type: 'no_vote' }],
  })
  const [point] = points
  if (!point) throw new Error('The meeting has no point')
  const accepted = await town.secretariat.visitor.api(
    'POST',
    `/deliberations/items/${point.id}/decision`,
    { verb: 'accept' },
  )
  expect(accepted.status, accepted.text).toBe(200)
  decided = point
})

interface Answer {
  id: string
  state: string
  version: number
}

const said = (more: object = {}) => ({
  title: 'Notifier la décision au demandeur',
  ...{ item_id: decided.id, service_id: town.works, due_on: today().add({ days: 2 }).toString() },
  ...more,
})
const ask = (more: object = {}, by: TestPerson = town.secretariat) =>
  by.visitor.api('POST', '/followups/tasks', said(more))
const step = (who: TestPerson, { id }: { id: string }, verb: string, comment = '') =>
  who.visitor.api('POST', `/followups/tasks/${id}/steps`, { verb, comment })

test('F14 the secretariat asks for the follow-up of a decision; its service writes what was done, and cannot without words', async () => {
  expect((await ask({}, town.agent)).status).toBe(403)
  const undecided = await givenItem(town)
  expect((await ask({ item_id: undecided.id })).status).toBe(422)
  const asked = await ask()
  expect(asked.status, asked.text).toBe(201)
  const one = asked.json<Answer>()
  const page = mainWords(await town.agent.visitor.get(`/deliberations/items/${decided.id}`))
  expect(page).toContain('Suivi de la décision')
  expect(page).toContain('Notifier la décision au demandeur')
  expect(mainWords(await town.agent.visitor.get('/inbox'))).toContain('Notifier la décision')

  expect((await step(town.agent, one, 'provide')).status).toBe(409)
  const write = (more: object) =>
    town.agent.visitor.api('PUT', `/followups/tasks/${one.id}`, { ...more, version: one.version })
  expect((await write({ due_on: '2030-01-01' })).status).toBe(422)
  expect((await write({ answer: 'Courrier du 3 mars' })).status).toBe(200)
  const proof = await town.agent.visitor.post(`/followups/tasks/${one.id}/annexes`, {
    files: [new File(['Recommandé'], 'preuve.txt')],
  })
  expect(proof.status).toBe(303)
  expect((await step(town.agent, one, 'provide')).status).toBe(200)
  expect((await step(town.agent, one, 'confirm')).status).toBe(403)
  expect((await step(town.secretariat, one, 'confirm')).json<Answer>().state).toBe('done')
  // A service that has nothing to do with it does not see it.
  expect((await town.accountant.visitor.api('GET', `/followups/tasks/${one.id}`)).status).toBe(404)
})

test('who has something to do is reminded before its day; what is late is a list of its own', async () => {
  const late = (
    await ask({ title: 'En retard', due_on: today().subtract({ days: 1 }).toString() })
  ).json<Answer>()
  await ask({ title: 'Bientôt' })
  const list = mainWords(await town.agent.visitor.get('/followups/tasks?late=late'))
  expect(list).toContain('En retard')
  expect(list).not.toContain('Bientôt')
  const { database } = await ground()
  await atItsTime(database, ending.timer)
  await town.authority.drain()
  const told = (await town.agent.visitor.api('GET', '/notices')).text
  expect(told).toContain('Le suivi est attendu pour le')
  expect((await step(town.secretariat, late, 'drop')).status).toBe(422)
  expect((await step(town.secretariat, late, 'drop', 'Sans objet')).status).toBe(200)
})

test('the card of a point that was decided asks for a follow-up; of one that is not, it does not', async () => {
  const form = await town.secretariat.visitor.post(`/followups/of/${decided.id}`, {
    ...{ title: 'Publier', service_id: town.works, due_on: '' },
  })
  expect(form.status).toBe(303)
  const undecided = await givenItem(town)
  const refused = await town.secretariat.visitor.post(`/followups/of/${undecided.id}`, {
    ...{ title: 'Publier', service_id: town.works, due_on: '' },
  })
  expect(refused.status).toBe(409)
  const words = mainWords(
    await town.secretariat.visitor.get(`/deliberations/items/${undecided.id}`),
  )
  expect(words).not.toContain('Demander un suivi')
})

test('a follow-up of the closed session names its point on no paper of a service that may not read it', async () => {
  const title = 'Nomination de Mme X'
  const { points } = await givenMeeting(town, {
    items: [{ title, privacy: 'secret', purpose: 'takes_note', poll_type: 'no_vote' }],
  })
  const [point] = points
  const path = `/deliberations/items/${point?.id}`
  const answered = await town.secretariat.visitor.api('POST', `${path}/decision`, {
    verb: 'accept',
  })
  expect(answered.status, answered.text).toBe(200)
  const of = { item_id: point?.id, service_id: town.finance }
  const { id } = (await ask(of)).json<Answer>()
  expect((await town.accountant.visitor.get(path)).status).toBe(404)
  const paper = (one: string) =>
    town.authority.asSystem(async () => {
      const template = templates.all().find(({ name }) => name === tasks.name)
      return JSON.stringify(await template?.compose(one))
    })
  expect(await paper(id)).not.toContain(title)
  const told = await town.authority.asSystem(async () =>
    mergeSources
      .all()
      .find(({ kind }) => kind === tasks.name)
      ?.data(id),
  )
  expect(told).toMatchObject({ item: null })
  // Where all who may read the follow-up may read the point, it stands there.
  const open = (await ask()).json<Answer>()
  expect(await paper(open.id)).toContain('Point décidé')
})
