import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { actAs, anonymous } from '#kernel/access'
import { Conflict, Forbidden, Invalid } from '#kernel/errors'
import { administrator, mayor } from '#commons/directory'
import { create, history, write } from '#commons/dossiers'
import { actions, change, enforce } from '../change.ts'
import { awaitedBy, principalsOf, workflow } from '../definition.ts'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'

const flow = workflow('test.errand', {
  initial: 'open',
  states: { open: { waitsFor: ['author', 'service:head'] }, started: {}, done: { final: true } },
  transitions: {
    start: { from: ['open'], to: 'started', who: ['author', 'service:head'] },
    finish: {
      from: ['started'],
      to: 'done',
      who: [administrator],
      when: ({ place }: Errand) => (place ? null : { key: 'errors.invalid' }),
    },
    give_up: { from: ['started'], to: 'open', who: ['author'], comment: 'required', back: true },
    expire: { from: ['open', 'started'], to: 'done', who: [] },
  },
})

let authority: TestAuthority
let service: string
let author: TestPerson
let head: TestPerson
let secretary: TestPerson
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  service = await authority.service('Travaux')
  author = await authority.person({ roles: ['agent'] })
  head = await authority.person({ roles: ['agent'], in: service, as: 'head' })
  secretary = await authority.person({ roles: ['administrator'] })
})

afterAll(removeErrands)

beforeEach(async () => {
  errand = await authority.as(author, () =>
    create(
      errands,
      { title: 'Course', state: flow.initial, service_id: service },
      { place: 'Moulin', seen_by: `role:agent,role:administrator` },
    ),
  )
})

type Verb = keyof typeof flow.transitions
const step = (who: TestPerson, verb: Verb, from = errand, comment = '') =>
  authority.as(who, () => change(errands, flow, from, verb, { comment }))
const lines = () => authority.asSystem(() => history(errand.id))

describe('a step', () => {
  test('is made by those for whom it is: author, function in the service, role', async () => {
    expect(await step(author, 'start')).toMatchObject({ state: 'started', version: 2 })
    errand = await authority.as(author, () =>
      create(errands, { title: 'b', state: 'open', service_id: service }, { place: 'b' }),
    )
    const started = await step(head, 'start')
    expect(await step(secretary, 'finish', started)).toMatchObject({ state: 'done' })
  })

  test('is refused to others, who are told for whom it is', async () => {
    const refused = await step(secretary, 'start').catch((problem: unknown) => problem)
    expect(refused).toBeInstanceOf(Forbidden)
    expect((refused as Forbidden).params['who']).toEqual(expect.stringMatching(/.+, .+/))
    const elsewhere = await authority.service('Finances')
    const other = await authority.person({ in: elsewhere, as: 'head' })
    const editor = await authority.person({ in: service, as: 'editor' })
    for (const person of [other, editor])
      await expect(step(person, 'start')).rejects.toThrow(Forbidden)
    expect(await lines()).toHaveLength(1)
  })

  test('is made from its states only', async () => {
    await expect(step(secretary, 'finish')).rejects.toThrow(Conflict)
    const started = await step(author, 'start')
    await expect(step(author, 'start', started)).rejects.toThrow(Conflict)
  })

  test('is held by its guard, which says what is missing', async () => {
    const started = await step(author, 'start')
    const bare = await authority.asSystem(() => write(errands, started, { place: '' }, 'clear'))
    const held = await step(secretary, 'finish', bare).catch((problem: unknown) => problem)
    expect(held).toBeInstanceOf(Conflict)
    expect(held).toMatchObject({ key: 'errors.invalid' })
  })

  test('that asks why is not made without a reason, and keeps it', async () => {
    const started = await step(author, 'start')
    for (const silence of ['', '   ', '\n']) {
      const mute = await step(author, 'give_up', started, silence).catch(
        (thrown: unknown) => thrown,
      )
      expect(mute).toBeInstanceOf(Invalid)
      expect(Object.keys((mute as Invalid).fields)).toEqual(['comment'])
    }
    await step(author, 'give_up', started, ' Trop loin ')
    const [last] = await lines()
    expect(last).toMatchObject({
      type: 'test.errand.give_up',
      data: { from: 'started', to: 'open', comment: 'Trop loin' },
    })
  })

  test('leaves one line with where it came from and went to', async () => {
    await step(author, 'start')
    expect((await lines()).map(({ type, data }) => [type, data])).toEqual([
      ['test.errand.start', { from: 'open', to: 'started' }],
      ['test.errand.create', {}],
    ])
  })

  test('made twice from the same page is made once', async () => {
    const both = await Promise.allSettled([step(author, 'start'), step(head, 'start')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await lines()).toHaveLength(2)
  })
})

describe('a step of the house', () => {
  test('is nobody’s to make directly', async () => {
    for (const person of [author, head, secretary])
      await expect(step(person, 'expire')).rejects.toThrow(Forbidden)
  })

  test('is made by another verb, whoever acts, from its states only', async () => {
    const expire = (from: Errand) =>
      authority.as(secretary, () => enforce(errands, flow, from, 'expire'))
    const done = await expire(errand)
    expect(done.state).toBe('done')
    await expect(expire(done)).rejects.toThrow(Conflict)
  })
})

describe('what a page offers', () => {
  const offered = async (who: TestPerson, from: Errand = errand) =>
    (await authority.as(who, () => actions(flow, from))).map(({ verb, openness }) => [
      verb,
      openness.open,
    ])

  test('are the steps that are for me from here, and nothing else', async () => {
    expect(await offered(author)).toEqual([['start', true]])
    expect(await offered(secretary)).toEqual([])
  })

  test('are also those that something holds, so that I learn what', async () => {
    const started = { ...(await step(author, 'start')), place: '' }
    expect(await offered(secretary, started)).toEqual([['finish', false]])
  })

  test('is nothing to nobody', async () => {
    expect(await actAs(anonymous, () => actions(flow, errand))).toEqual([])
  })
})

test('a doer is a principal of that very dossier, or nobody', () => {
  const someone = { ...errand, created_by: 'a', service_id: 's' }
  expect(principalsOf('author', someone)).toEqual(['user:a'])
  expect(principalsOf('service:head', someone)).toEqual(['service:s:head'])
  expect(principalsOf(mayor, someone)).toEqual(['role:mayor'])
  const nobody = { ...errand, created_by: null, service_id: null }
  expect([principalsOf('author', nobody), principalsOf('service:head', nobody)]).toEqual([[], []])
  expect(awaitedBy(flow, someone)).toEqual(['user:a', 'service:s:head'])
  expect(awaitedBy(flow, nobody)).toEqual([])
  expect(awaitedBy(flow, { ...someone, state: 'done' })).toEqual([])
})
