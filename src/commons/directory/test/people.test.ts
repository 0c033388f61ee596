import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { NotFound } from '#kernel/errors'
import { inLanguage } from '#kernel/i18n'
import { fill } from '#kernel/module'
import { fullName, mandataries, people, person } from '../people.ts'
import { addPerson } from '../person.ts'
import { principalNames, readerNames } from '../readers.tsx'

const day = (text: string) => Temporal.PlainDate.from(text)

let authority: TestAuthority
const ids = new Map<string, string>()

/** A person of the directory, with a mandate that may have ended. */
async function given(first: string, last: string, title = '', from = '2018-12-03', to = '') {
  const id = await authority.asSystem(() =>
    addPerson({
      ...{ civility: 'mrs', firstName: first, lastName: last, roles: [] },
      ...(title && {
        mandate: { title, validFrom: day(from), ...(to && { validTo: day(to) }) },
      }),
    }),
  )
  ids.set(last, id)
}

beforeAll(async () => {
  authority = await givenAuthority()
  await given('Zoé', 'Estève', 'Échevine', '2018-12-03', '2024-12-02')
  await given('Inès', 'Évrard', 'Échevine', '2024-12-02')
  await given('Aline', 'Étienne')
  await given('Bea', 'Etienne', 'Bourgmestre')
})

const names = (found: readonly { first_name: string; last_name: string }[]) =>
  found.map(({ first_name, last_name }) => `${first_name} ${last_name}`)

describe('the persons of the directory', () => {
  test('come in French order, with the mandate that they hold today', async () => {
    const all = await authority.asSystem(() => people())
    expect(names(all)).toEqual(['Zoé Estève', 'Bea Etienne', 'Aline Étienne', 'Inès Évrard'])
    expect(all.map(({ title }) => title)).toEqual([null, 'Bourgmestre', null, 'Échevine'])
    expect(await (await givenAuthority()).asSystem(() => people())).toEqual([])
  })

  test.for([
    ['etienne', 2],
    ['ÉTIENNE bea', 1],
    ['  ', 4],
    ['%', 0],
    ['bea zoé', 0],
  ] as const)(
    'are found by all words of their name, accents or not: %s',
    async ([search, count]) => {
      expect(await authority.asSystem(() => people({ search }))).toHaveLength(count)
    },
  )

  test('are known one by one', async () => {
    const known = await authority.asSystem(() => person(ids.get('Évrard') ?? ''))
    expect(known).toMatchObject({ first_name: 'Inès', title: 'Échevine' })
    const other = await givenAuthority()
    const elsewhere = other.asSystem(() => person(known.id))
    await expect(elsewhere).rejects.toBeInstanceOf(NotFound)
  })

  test('who hold a mandate are proposed on the days of it only (PST-18)', async () => {
    const on = async (date: string) => names(await authority.asSystem(() => mandataries(day(date))))
    expect(await on('2018-12-02')).toEqual([])
    expect(await on('2024-12-01')).toEqual(['Zoé Estève', 'Bea Etienne'])
    expect(await on('2024-12-02')).toEqual(['Bea Etienne', 'Inès Évrard'])
  })

  test('are called by their whole name, with the civility where it is known', () => {
    const name = { first_name: 'Inès', last_name: 'Évrard' }
    const called = (civility: '' | 'mr' | 'mrs') =>
      inLanguage('fr', () => fullName({ ...name, civility }))
    expect([called('mr'), called('mrs'), called('')]).toEqual([
      'M.\u00A0Inès Évrard',
      'Mme\u00A0Inès Évrard',
      'Inès Évrard',
    ])
  })
})

test('who sees a dossier is said in words: roles, services, persons, and what modules name', async () => {
  fill(principalNames, async () => new Map([['organ:test', 'les membres du test']])).place()
  const works = await authority.service('Travaux')
  const said = await authority.asSystem(() =>
    readerNames([
      'role:agent',
      'role:director_general',
      `service:${works}`,
      `service:${works}:head`,
      `user:${ids.get('Évrard')}`,
      'organ:test',
      'organ:unknown',
      'role:agent',
    ]),
  )
  expect(said).toEqual([
    'tous les agents',
    'la direction générale',
    'Travaux, tout le service',
    'Travaux, son chef',
    'Mme\u00A0Inès Évrard',
    'les membres du test',
    'organ:unknown',
  ])
})
