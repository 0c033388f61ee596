import { z } from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import { actAs, may, namedPermissions, openToAll, permission, system } from '#kernel/access'
import { declaredEvents, event, eventNamed } from '#kernel/events'
import { ApiRoutes, PageRoutes, PublicRoutes, checkRoutes, type Route } from '#kernel/http'
import type { House } from '#kernel/module'
import { publishers } from '#commons/publication'
import { type Workflow, workflow } from '#commons/workflow'
import { checkDeeds, checkEvents } from './events.ts'
import { assembledHouse, flows, isOfTheHouse, kindNames, messagesIn, sources } from './house.ts'
import { checkLateNames, checkPermissions, checkPermissionWords } from './permissions.ts'
import type { Source } from './source.ts'
import { checkFlow, workflowMessages } from './workflows.ts'

const file = (text: string): Source => ({ path: 'src/modules/mail/letter.ts', text })

let house: House
let keys: ReadonlySet<string>
let kinds: readonly string[]
let workflows: readonly Workflow[]
beforeAll(async () => {
  house = await assembledHouse()
  keys = new Set((await messagesIn('fr')).keys())
  kinds = await kindNames()
  workflows = await flows()
})

describe('guards', () => {
  test('every route is guarded and every permission that it names has a policy', () => {
    expect(house.routes.length).toBeGreaterThan(20)
    expect(checkRoutes(house.routes)).toEqual([])
  })

  test('whoever rewrites by the API may say from what: by a version or If-Match, unless named here with why not', () => {
    const free: Readonly<Record<string, string>> = {
      '/api/drafts': 'what one alone typed, kept as it comes',
      '/api/incoming/sources/:id/meetings': 'what is told says since when it is so: `modified`',
    }
    const says = ({ input, documented }: Route) =>
      /"(version|edition)"/.test(
        input ? JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })) : '',
      ) || documented?.summary.includes('`If-Match`') === true
    const rewriting = house.routes.filter(
      ({ face, method }) => face === 'api' && (method === 'put' || method === 'patch'),
    )
    expect(rewriting.length).toBeGreaterThan(8)
    const bare = rewriting.filter((route) => !says(route)).map(({ path }) => path)
    expect([...new Set(bare)].toSorted()).toEqual(Object.keys(free).toSorted())
  })

  test('a route without a guard, one whose permission has no policy and a double are found', () => {
    const planted = new PageRoutes('/planted')
    planted.get('/', permission('planted.nobody_decides'), (c) => c.text(''))
    const api = new ApiRoutes('/planted')
    api.on('get', '/', openToAll, { summary: '' }, async () => {})
    const [page] = planted.list
    const [call] = api.list
    if (!page || !call) throw new Error('Two routes were declared')
    expect(checkRoutes([page])).toEqual([
      'GET /planted names planted.nobody_decides, which has no policy',
    ])
    expect(checkRoutes([{ ...call, permission: undefined }])).toEqual([
      'GET /api/planted names no permission',
    ])
    const open = new PublicRoutes('/planted')
    open.get('/', (c) => c.text(''))
    expect(checkRoutes(open.list)).toEqual([])
    expect(checkRoutes(open.list.map((one) => ({ ...one, method: 'post' })))).toEqual([
      'POST /planted is public and must be a GET that everybody may ask',
    ])
    expect(checkRoutes([call, call])).toEqual(['GET /api/planted is declared twice'])
  })

  test('every permission has a policy and is asked for somewhere', () => {
    const own = house.modules.flatMap(({ name, permissions = {} }) =>
      Object.keys(permissions).map((one) => `${name}.${one}`),
    )
    const declared = [
      'kernel.public',
      'kernel.signed_in',
      'kernel.whoever',
      'kernel.search',
      'kernel.prove',
      'kernel.own_access',
      ...own,
    ]
    expect(declared.length).toBeGreaterThan(20)
    expect(checkPermissions(declared, namedPermissions().filter(isOfTheHouse))).toEqual([])
  })

  test('every permission is said in words, in French and in English', async () => {
    for (const language of ['fr', 'en'] as const)
      expect(
        checkPermissionWords(namedPermissions().filter(isOfTheHouse), await messagesIn(language)),
        language,
      ).toEqual([])
  })

  test('a permission without words is found', () => {
    expect(
      checkPermissionWords(['mail.sort', 'mail.weigh'], new Set(['mail.permission.sort'])),
    ).toEqual(['the permission mail.weigh has no words: mail.permission.weigh'])
  })

  test('a permission without a policy and one that nothing asks for are found', () => {
    expect(checkPermissions(['mail.read'], ['mail.reed'])).toEqual([
      'the permission mail.reed has no policy',
      'nothing asks for mail.read',
    ])
  })

  test('a permission that is named once the house stands is refused, and one without a policy', () => {
    expect(() => permission('deliberations.reed')).toThrow('deliberations.reed is named late')
    const planted = permission('planted.nobody_decides')
    expect(() => actAs(system, () => may(planted))).toThrow('has no policy')
  })

  test('permissions and events are named where files are loaded', () => {
    expect(checkLateNames(sources)).toEqual([])
  })

  test.for([
    "const show = () => may(permission('mail.read'))",
    "function show() { return may(permission('mail.read')) }",
    "pages.get('/', reads, (c) => { ask(permission('mail.read')) })",
    "const send = (id) => emit(event('mail.letter.send'), id)",
  ])('one that a function names is found: %s', (text) => {
    expect(checkLateNames([file(text)])).toHaveLength(1)
    const right =
      "const reads = permission('mail.read'); const made = (n) => permission(`${n}.read`)"
    expect(checkLateNames([file(right)])).toEqual([])
  })
})

describe('workflows', () => {
  test('every transition is reachable, every state, verb and deed has its words', () => {
    expect(workflows.length).toBeGreaterThan(0)
    expect(workflows.flatMap((flow) => checkFlow(flow, keys))).toEqual([])
  })

  const letter: Workflow = workflow('post.letter', {
    initial: 'received',
    states: { received: {}, answered: { final: true } },
    transitions: { answer: { from: ['received'], to: 'answered', who: ['author'] } },
  })
  const { answer } = letter.transitions
  const said = new Set(workflowMessages(letter))

  test.for<[string, Partial<Workflow>]>([
    ['a state that nothing reaches', { states: { ...letter.states, lost: { final: true } } }],
    ['a state that nothing leaves', { states: { received: {}, answered: {} } }],
    ['an unknown state', { initial: 'received', states: { received: {} } }],
  ])('%s is found', ([, planted]) => {
    expect(checkFlow(letter, said)).toEqual([])
    expect(checkFlow({ ...letter, ...planted }, said)).not.toEqual([])
  })

  test('a transition that can never be made is found', () => {
    const never = { ...letter.transitions, file: { from: ['lost'], to: 'answered', who: [] } }
    const states = { ...letter.states, lost: {} }
    expect(answer).toBeDefined()
    expect(checkFlow({ ...letter, states, transitions: never }, said)).toContain(
      'post.letter: the transition file can never be made',
    )
  })

  test('a state, a verb, a deed and a doer without words are found', () => {
    for (const key of workflowMessages(letter)) {
      const others = new Set([...said].filter((one) => one !== key))
      expect(checkFlow(letter, others)).toEqual([`post.letter: there is no message ${key}`])
    }
  })
})

describe('events', () => {
  test('history has words for everything that may happen to a dossier', () => {
    const happens = declaredEvents().flatMap(({ type, toDossier }) =>
      toDossier && isOfTheHouse(type) ? type : [],
    )
    expect(happens).toContain('deliberations.item.edit')
    expect(happens).toContain('deliberations.meeting.freeze')
    expect(happens).toContain('strategy.plan.publish')
    expect(happens).toContain('accountability.version.submit')
    expect(checkDeeds(happens, keys)).toEqual([])
  })

  test('what happens without words is found', () => {
    const happens = ['mail.letter.post', 'mail.letter.burn', 'mail.letter.erase']
    expect(checkDeeds(happens, new Set(['mail.letter.done.post']))).toEqual([
      'there is no message mail.letter.done.burn',
    ])
  })

  test('every kind that is published or has steps is of the house', () => {
    const named = [...publishers.every(), ...workflows].map(({ kind }) => kind).filter(isOfTheHouse)
    expect(named.length).toBeGreaterThan(workflows.length)
    expect(named.filter((name) => !kinds.includes(name))).toEqual([])
  })

  test('a folder declares events of its own', () => {
    expect(checkEvents(sources)).toEqual([])
    expect(checkEvents([file("const sent = event('deliberations.letter.send')")])).toHaveLength(1)
    expect(checkEvents([file("const sent = event('mail.letter.send')")])).toEqual([])
  })

  test('an event that is declared once the house stands is refused', () => {
    expect(() => event('deliberations.item.burn')).toThrow('is declared late')
    expect(() => eventNamed('deliberations.item.burn')).toThrow('Nobody declared')
  })
})
