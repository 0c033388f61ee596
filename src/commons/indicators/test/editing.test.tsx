import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { permission } from '#kernel/access'
import { type Attempt, type Call, PageRoutes } from '#kernel/http'
import { page } from '#kernel/pages'
import { create, history, load } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { IndicatorCard, indicatorRoutes, indicatorsOf } from '../index.ts'

const mayEdit = ({ place }: Errand) => place !== 'Musée'

const pages = new PageRoutes('/test')
pages.get('/errands/:id', permission('kernel.signed_in'), (c) => errandPage(c))
indicatorRoutes(pages, '/errands/:id', {
  kind: errands,
  permission: permission('kernel.signed_in'),
  mayEdit: async (errand) => mayEdit(errand),
  again: errandPage,
})

async function errandPage(c: Call, attempt?: Attempt): Promise<Response> {
  const errand = await load(c, errands)
  return page(
    c,
    { title: errand.title, status: attempt ? 422 : 200 },
    <IndicatorCard
      indicators={await indicatorsOf([errand.id])}
      action={mayEdit(errand) ? `${errands.path(errand.id)}/indicators` : undefined}
      years={[2025, 2030]}
    />,
  )
}

let authority: TestAuthority
let agent: TestPerson
let councillor: TestPerson
let elsewhere: TestAuthority
let stranger: TestPerson
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  agent = await authority.person({ roles: ['agent'], firstName: 'Jorre', lastName: 'Delcam' })
  councillor = await authority.person({ roles: ['councillor'] })
  elsewhere = await givenAuthority()
  stranger = await elsewhere.person({ roles: ['agent'] })
})
afterAll(removeErrands)

const opened = (place: string) =>
  authority.asSystem(() =>
    create(errands, { title: 'Une course', state: 'open' }, { place, seen_by: 'role:agent' }),
  )
beforeEach(async () => {
  errand = await opened('Moulin')
})

const all = () => authority.asSystem(() => indicatorsOf([errand.id]))
const shown = async () =>
  (await authority.visitorOf(pages, agent).get(errands.path(errand.id))).text
const post = (path: string, fields: Record<string, string> = {}, who = agent, on = errand) =>
  (who === stranger ? elsewhere : authority)
    .visitorOf(pages, who)
    .post(`${errands.path(on.id)}/indicators${path}`, fields)

const typed = {
  label: 'Kilomètres rouverts',
  unit: 'km',
  source: 'Relevé du service',
  direction: 'up',
  baseline: '2,5',
  'targets.2025': '',
  'targets.2030': '1 250,5',
}

/** Adds an indicator, and says its id. */
async function added(): Promise<string> {
  const sent = await post('', typed)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, errands.path(errand.id)])
  const [one] = await all()
  return one?.id ?? ''
}

test('an indicator has the baseline that was typed, and targets for the years that were filled in', async () => {
  await added()
  const [one] = await all()
  expect(one).toMatchObject({
    ...{ label: 'Kilomètres rouverts', unit: 'km', source: 'Relevé du service', direction: 'up' },
    ...{ baseline: 2.5, targets: [{ year: 2030, value: 1250.5 }], measures: [] },
  })
  expect(await shown()).toContain('Plus, c’est mieux')
})

test('a series grows by a figure a day; one of the same day corrects it', async () => {
  const id = await added()
  for (const [measured_on, value, note] of [
    ['2026-03-31', '5', ''],
    ['2026-01-31', '4', ''],
    ['2026-03-31', '3,5', 'Recompté'],
  ] as const)
    expect((await post(`/${id}/measures`, { measured_on, value, note })).status).toBe(303)
  const [one] = await all()
  expect(one?.measures.map(({ measured_on, value }) => [String(measured_on), value])).toEqual([
    ['2026-01-31', 4],
    ['2026-03-31', 3.5],
  ])
  expect(one?.measures.at(-1)).toMatchObject({ note: 'Recompté', noted_by: 'Jorre Delcam' })
  expect(await shown()).toContain('se dégrade')
})

test('an indicator goes with its figures, and history remembers all of it', async () => {
  const id = await added()
  await post(`/${id}/measures`, { measured_on: '2026-01-31', value: '4', note: '' })
  expect((await post(`/${id}/removal`)).status).toBe(303)
  expect(await all()).toEqual([])
  const lines = await authority.asSystem(() => history(errand.id))
  expect(lines.map(({ type }) => type).toSorted()).toEqual([
    'test.errand.create',
    'test.errand.indicator',
    'test.errand.measure',
    'test.errand.remove_indicator',
  ])
})

test.for<Record<string, string>>([
  { label: ' ' },
  { label: 'a'.repeat(201) },
  { direction: 'sideways' },
  { baseline: 'peu' },
  { 'targets.2030': 'beaucoup' },
  { 'targets.soon': '3' },
  { unit: 'a\0b' },
])('an indicator that does not hold is refused, and what was typed stays: %o', async (wrong) => {
  const refused = await post('', { ...typed, ...wrong })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('error-summary')
  expect(refused.text).toContain('value="Relevé du service"')
  expect(await all()).toEqual([])
})

test.for<Record<string, string>>([
  { measured_on: '2026-02-30' },
  { measured_on: '' },
  { value: '' },
  { value: 'Infinity' },
  { note: 'a'.repeat(501) },
])('a figure is a number on a day that exists: %o', async (wrong) => {
  const id = await added()
  const figure = { measured_on: '2026-01-31', value: '1', note: '', ...wrong }
  expect((await post(`/${id}/measures`, figure)).status).toBe(422)
  expect((await all()).flatMap(({ measures }) => measures)).toEqual([])
})

test('who does not see the dossier, or may not change it, changes no indicator', async () => {
  const id = await added()
  const figure = { measured_on: '2026-01-31', value: '1', note: '' }
  for (const who of [councillor, stranger])
    for (const [path, fields] of [
      ['', typed],
      [`/${id}/measures`, figure],
      [`/${id}/removal`, {}],
    ] as const)
      expect((await post(path, fields, who)).status).toBe(404)
  expect(await all()).toHaveLength(1)
  const closed = await opened('Musée')
  const refused = await post('', typed, agent, closed)
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('Ce n’est pas à vous de changer ces indicateurs.')
})

test('who may not change the dossier is shown its indicators without a form', async () => {
  await added()
  const closed = await opened('Musée')
  const page = await authority.visitorOf(pages, agent).get(errands.path(closed.id))
  expect(page.text).not.toContain('Ajouter un indicateur')
  expect(await shown()).toContain('Ajouter un indicateur')
})

test('an indicator is found under its own dossier only', async () => {
  const id = await added()
  const other = await opened('Gare')
  const figure = { measured_on: '2026-01-31', value: '1', note: '' }
  expect((await post(`/${id}/measures`, figure, agent, other)).status).toBe(404)
  expect((await post(`/${id}/removal`, {}, agent, other)).status).toBe(404)
  for (const none of ['nothing', '%00', other.id])
    expect((await post(`/${none}/measures`, figure)).status).toBe(404)
  expect(await all()).toHaveLength(1)
})
