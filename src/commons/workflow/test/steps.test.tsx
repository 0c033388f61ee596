import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { permission } from '#kernel/access'
import { type Attempt, type Call, PageRoutes } from '#kernel/http'
import { page } from '#kernel/pages'
import { create, load, read } from '#commons/dossiers'
import { change, DossierHead, plainSteps, stepRoute, workflow } from '../index.ts'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'

const flow = workflow('test.errand', {
  initial: 'open',
  states: { open: {}, started: { tone: 'info' }, done: { final: true } },
  transitions: {
    start: { from: ['open'], to: 'started', who: ['author'] },
    finish: {
      from: ['started'],
      to: 'done',
      who: ['author'],
      when: ({ place }: Errand) => {
        if (place === 'tomorrow') return { key: 'errors.not_found', comes: true }
        return place ? null : { key: 'errors.not_found' }
      },
    },
    give_up: {
      ...{ from: ['started'], to: 'open', who: ['author'], comment: 'required', back: true },
      when: ({ place }: Errand) => (place === 'far' ? { key: 'errors.not_found' } : null),
    },
    expire: { from: ['open', 'started'], to: 'done', who: [] },
  },
})

/** Who finishes an errand no longer sees it. */
const steps = plainSteps(errands, flow, {
  made: {
    finish: async (id) =>
      change(errands, flow, await read(errands, id), 'finish', { patch: { seen_by: '' } }),
  },
})

const pages = new PageRoutes('/test')
pages.get('/errands/:id', permission('kernel.signed_in'), (c) => errandPage(c))
stepRoute(pages, '/errands/:id', permission('kernel.signed_in'), steps, {
  again: errandPage,
  away: '/test/errands',
})

async function errandPage(c: Call, attempt?: Attempt): Promise<Response> {
  const errand = await load(c, errands)
  return page(
    c,
    { title: errand.title, status: attempt ? 422 : 200 },
    <DossierHead dossier={errand} steps={steps} />,
  )
}

let authority: TestAuthority
let author: TestPerson
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  author = await authority.person({ roles: ['agent'] })
})

afterAll(removeErrands)

async function opened(place: string): Promise<void> {
  errand = await authority.as(author, () =>
    create(errands, { title: 'Une course', state: 'open' }, { place, seen_by: 'role:agent' }),
  )
}
beforeEach(() => opened('Moulin'))

const get = (who = author) => authority.visitorOf(pages, who).get(errands.path(errand.id))
const post = (fields: Record<string, string>, who = author) =>
  authority.visitorOf(pages, who).post(`${errands.path(errand.id)}/steps`, fields)
const state = async () => (await authority.asSystem(() => read(errands, errand.id))).state

test('unless told which, the plain steps are all that a person makes directly', () => {
  expect(plainSteps(errands, flow).verbs).toEqual(['start', 'finish', 'give_up'])
  expect(plainSteps(errands, flow, { verbs: ['start'] }).verbs).toEqual(['start'])
})

test('the head says what the dossier is, its state, and offers the steps that are for me', async () => {
  const { text } = await get()
  for (const word of ['Une course', 'Course', 'ouverte']) expect(text).toContain(word)
  expect(text).toContain('Commencer')
  expect(text).not.toMatch(/Finir|Abandonner|Laisser/)
  const other = await authority.person({ roles: ['agent'] })
  expect((await get(other)).text).not.toContain('Commencer')
})

test('a step is made and leads back to the dossier; one that is not plain is refused', async () => {
  const made = await post({ verb: 'start' })
  expect([made.status, made.headers.get('location')]).toEqual([303, errands.path(errand.id)])
  expect(await state()).toBe('started')
  expect((await post({ verb: 'expire' })).status).toBe(422)
  expect(await state()).toBe('started')
})

test('who asks why and gets no answer asks again, with the question open', async () => {
  await post({ verb: 'start' })
  const asked = await post({ verb: 'give_up', comment: ' ' })
  expect(asked.status).toBe(422)
  expect(asked.text).toMatch(/<dialog[^>]*id="step-give_up"[^>]*\bopen/)
  expect(asked.text).toContain('Dites pourquoi.')
  expect((await post({ verb: 'give_up', comment: 'La pluie' })).status).toBe(303)
  expect(await state()).toBe('open')
})

test('what a step is made otherwise by is asked; who loses sight of the dossier goes to the list', async () => {
  await post({ verb: 'start' })
  const made = await post({ verb: 'finish' })
  expect([made.status, made.headers.get('location')]).toEqual([303, '/test/errands'])
  expect((await get()).status).toBe(404)
})

test('the head says what is in the way of a step, after a colon (I8)', async () => {
  await opened('')
  await post({ verb: 'start' })
  const { text } = await get()
  expect(text).toContain('Ce qui manque encore')
  expect(text).toMatch(/<strong>[^<]+\u00A0:<\/strong>/)
  expect(text).not.toContain('value="finish"')
})

test('a way back that is shut is not said to be missing', async () => {
  await opened('far')
  await post({ verb: 'start' })
  const { text } = await get()
  expect(text).toContain('Ce qui ne se peut pas pour le moment')
  expect(text).not.toContain('Ce qui manque encore')
  expect(text).toContain('value="finish"')
})

test('what only waits for its day is not said to be missing', async () => {
  await opened('tomorrow')
  await post({ verb: 'start' })
  const { text } = await get()
  expect(text).toContain('Ce qui viendra en son temps')
  expect(text).not.toContain('Ce qui manque encore')
  expect(text).not.toContain('value="finish"')
})
