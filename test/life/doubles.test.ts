import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { forSignedIn, openToAll } from '#kernel/access'
import { db } from '#kernel/db'
import type { Call } from '#kernel/http'
import type { Answered } from '#kernel/testing'
import { ground, type TestPerson } from '#test/harness'
import { formsOn } from '../../src/modules/deliberations/test/forms.ts'
import { type Planned, givenPlan } from '../../src/modules/accountability/test/plan.ts'

let planned: Planned
let people: Record<'agent' | 'coordinator' | 'secretariat', TestPerson>

beforeAll(async () => {
  planned = await givenPlan()
  const { town, coordinator } = planned
  people = { agent: town.agent, coordinator, secretariat: town.secretariat }
})

/** Everything that dossiers, people and lists hold: what twenty presses may make one of. */
const tables = [
  'commons.dossier',
  'commons.annex',
  'commons.term',
  'commons.saved_view',
  'commons.indicator',
  'commons.document',
  'accountability.version',
  'strategy.plan',
] as const

const held = () =>
  planned.town.authority.asSystem(async () => {
    const counted = tables.map(async (table) => {
      const { count } = await db()
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return [table, count] as const
    })
    return new Map(await Promise.all(counted))
  })

interface Way {
  who: keyof typeof people
  /** The page of the form. */
  at: () => string
  /** Where it is sent, or what it sends besides. */
  form: RegExp
  says?: Record<string, string | File[]>
  makes: (typeof tables)[number]
}

const plan = () => `/strategy/plans/${planned.plan.id}`
const file = new File(['%PDF-1.7 one'], 'Plan 1.2.pdf')

const ways: Record<string, Way> = {
  'a point': {
    who: 'agent',
    at: () => '/deliberations/items/new',
    form: /^\/deliberations\/items$/,
    says: { title: 'Bancs de la place' },
    makes: 'commons.dossier',
  },
  'a sitting': {
    who: 'secretariat',
    at: () => '/deliberations/meetings/new',
    form: /^\/deliberations\/meetings$/,
    says: { place: 'Maison communale' },
    makes: 'commons.dossier',
  },
  'a plan': {
    who: 'coordinator',
    at: () => '/strategy/plans/new',
    form: /^\/strategy\/plans$/,
    says: {
      title: 'Un autre plan',
      starts_on: '2031-01-01',
      ends_on: '2036-12-31',
      first_year: '2031',
      last_year: '2036',
      nis: '92094',
    },
    makes: 'strategy.plan',
  },
  'an annex': {
    who: 'coordinator',
    at: () => `/strategy/elements/${planned.school.id}`,
    form: /\/annexes$/,
    says: { files: [file] },
    makes: 'commons.annex',
  },
  'a frozen version': {
    who: 'coordinator',
    at: () => `${plan()}/versions/new`,
    form: /\/versions$/,
    says: { purpose: 'update', report: '<p>Dit du plan</p>' },
    makes: 'accountability.version',
  },
  'a word of a list': {
    who: 'secretariat',
    at: () => '/vocabularies/deliberations.category',
    form: /^\/vocabularies\/deliberations.category$/,
    says: { name: 'Bancs' },
    makes: 'commons.term',
  },
  'a document': {
    who: 'coordinator',
    at: () => `${plan()}/documents`,
    form: /\/documents$/,
    makes: 'commons.document',
  },
}

describe('twenty identical posts at once make one (R14)', () => {
  test.for(Object.entries(ways))('%s', async ([, { who, at, form, says, makes }]) => {
    const { visitor } = people[who]
    const page = await visitor.get(at())
    const shown = formsOn(page).find(({ action }) => form.test(action))
    expect(shown?.fields).toHaveProperty('form_key')
    const before = await held()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        visitor.post(shown?.action ?? '', { ...shown?.fields, ...says }),
      ),
    )
    expect(answers.map(saidOf)).toEqual(answers.map(() => saidOf(answers[0])))
    expect(answers[0]?.status).toBe(303)
    expect([makes, (await held()).get(makes)]).toEqual([makes, (before.get(makes) ?? 0) + 1])
  })

  test('a version that is sent to the council is there once, and both are told so (R14)', async () => {
    const { visitor } = people.coordinator
    const page = await visitor.get(`${plan()}/versions`)
    const shown = formsOn(page).find(({ action }) => action.endsWith('/council'))
    const before = await held()
    for (const _ of [1, 2]) {
      const answer = await visitor.post(shown?.action ?? '', shown?.fields ?? {})
      expect(answer.status).toBe(303)
    }
    expect((await held()).get('commons.dossier')).toBe((before.get('commons.dossier') ?? 0) + 1)
  })

  test('a plan that is frozen in four windows has one version of it (R14)', async () => {
    const { visitor } = people.coordinator
    const before = await held()
    const windows = await Promise.all([1, 2, 3, 4].map(() => visitor.get(`${plan()}/versions/new`)))
    const answers = await Promise.all(
      windows.map((page) => {
        const shown = formsOn(page).find(({ action }) => action.endsWith('/versions'))
        return visitor.post(shown?.action ?? '', { ...shown?.fields, purpose: 'midterm' })
      }),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409])
    const after = (await held()).get('accountability.version')
    expect(after).toBe((before.get('accountability.version') ?? 0) + 1)
  })
})

test('whoever has signed in sends each form of the house once, also where nothing is asked (R14)', async () => {
  const { house } = await ground()
  const forms = house.routes.filter(
    // What asks outside for its act has none here to put another in the place of.
    ({ face, method, permission, operating, outside }) =>
      face === 'page' && method === 'post' && permission !== openToAll && !operating && !outside,
  )
  expect(forms.filter(({ input }) => !input).length).toBeGreaterThan(5)
  const done: string[] = []
  const list = forms.map((route) => ({
    ...route,
    permission: forSignedIn,
    input: route.input && z.looseObject({}),
    run: (c: Call) => {
      done.push(route.path)
      return c.redirect('/', 303)
    },
  }))
  const visitor = planned.town.authority.visitorOf({ list }, people.agent)
  for (const { path } of list) {
    const sent = { form_key: randomUUID() }
    const to = path.replaceAll(/:\w+/g, randomUUID())
    for (const _ of [1, 2])
      expect([path, (await visitor.post(to, sent)).status]).toEqual([path, 303])
  }
  expect(done).toEqual(list.map(({ path }) => path))
})

const saidOf = (answer: Answered | undefined) => [answer?.status, answer?.headers.get('location')]
