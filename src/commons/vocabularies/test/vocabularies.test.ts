import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beside, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { addPermissions, role, permission } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { fill } from '#kernel/module'
import { administrator } from '#commons/directory'
import { create } from '#commons/dossiers'
import { errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { termChoices } from '../choices.ts'
import {
  addTerm,
  allTerms,
  ensureTerm,
  giveTerms,
  hideTerm,
  moveTerm,
  removeTerm,
  renameTerm,
  type Term,
  TermInUse,
  terms,
} from '../term.ts'
import { usedBy, vocabularies } from '../vocabulary.ts'

const places = 'test.place'

let authority: TestAuthority
let [market, school, station]: Term[] = []

beforeAll(async () => {
  await prepareErrands()
  if (vocabularies.every().some(({ name }) => name === places)) return
  addPermissions('test', { keep_places: role(administrator) })
  fill(vocabularies, {
    name: places,
    label: 'vocabularies.words',
    permission: permission('test.keep_places'),
    uses: usedBy('test.errand', 'place'),
  }).place()
})
afterAll(removeErrands)

beforeEach(async () => {
  authority = await givenAuthority()
  const add = (name: string) => authority.asSystem(() => addTerm(places, name))
  market = await add('Marché')
  school = await add('École')
  station = await add('Gare')
})

const names = (list: readonly Term[]) => list.map(({ name }) => name).join(' ')
const proposed = async () => names(await authority.asSystem(() => terms(places)))
const id = (term: Term | undefined) => term?.id ?? ''

/** What is wrong with a field. */
async function refused(deed: () => Promise<unknown>): Promise<object> {
  const thrown = await authority.asSystem(deed).catch((problem: unknown) => problem)
  expect(thrown).toBeInstanceOf(Invalid)
  return (thrown as Invalid).fields
}

describe('the words of a list', () => {
  test('come in the order in which they were added, each authority’s own', async () => {
    expect(await proposed()).toBe('Marché École Gare')
    const other = await givenAuthority()
    expect(await other.asSystem(() => allTerms(places))).toEqual([])
  })

  test('bear a name each; another list may have the same', async () => {
    expect(await refused(() => addTerm(places, 'Gare'))).toEqual({
      name: [expect.stringContaining('Gare')],
    })
    expect(await authority.asSystem(() => addTerm('test.street', 'Gare'))).toBeTruthy()
    expect(await proposed()).toBe('Marché École Gare')
  })

  test('are renamed where they stand, but not to the name of another', async () => {
    await authority.asSystem(() => renameTerm(id(school), 'École du Centre', 'Bâtiments'))
    await authority.asSystem(() => renameTerm(id(school), 'École du Centre'))
    const [, renamed] = await authority.asSystem(() => terms(places))
    expect(renamed).toEqual({ ...school, name: 'École du Centre', grouping: 'Bâtiments' })
    expect(await refused(() => renameTerm(id(school), 'Gare'))).toHaveProperty('name')
  })

  test.for([
    [1, 'Gare Marché École'],
    [2, 'Marché Gare École'],
    [3, 'Marché École Gare'],
    [99, 'Marché École Gare'],
  ] as const)('are moved: the last to place %i gives %s', async ([position, order]) => {
    await authority.asSystem(() => moveTerm(id(station), position))
    expect(await proposed()).toBe(order)
  })

  test('are moved by two at once, one after the other', async () => {
    const { ended } = await authority.asSystem(async () => {
      await db().selectFrom('commons.term').where('id', '=', id(market)).forUpdate().execute()
      const second = await beside(() => authority.asSystem(() => moveTerm(id(station), 1)))
      await moveTerm(id(market), 3)
      return second
    })
    await ended
    expect(await proposed()).toBe('Gare École Marché')
  })

  test('are not removed between the question who uses them and their removal (B6)', async () => {
    const { ended } = await authority.asSystem(async () => {
      await create(errands, { title: 'Course', state: 'open' }, { place: id(market), seen_by: '' })
      // What refers to a term holds it until it is written.
      await db().selectFrom('commons.term').where('id', '=', id(market)).forKeyShare().execute()
      return beside(() => authority.asSystem(() => removeTerm(id(market))))
    })
    await expect(ended).rejects.toThrow(TermInUse)
    expect(await proposed()).toContain('Marché')
  })

  test('that are proposed no more stay with the dossiers that have them', async () => {
    await authority.asSystem(() => hideTerm(id(school), true))
    expect(await proposed()).toBe('Marché Gare')
    const kept = await authority.asSystem(() => terms(places, id(school)))
    expect(names(kept)).toBe('Marché École Gare')
    expect(names(await authority.asSystem(() => allTerms(places)))).toBe('Marché École Gare')
    expect(await refused(() => ensureTerm(places, id(school), 'place'))).toHaveProperty('place')
  })

  test('are the only ones that a field takes', async () => {
    await authority.asSystem(() => ensureTerm(places, id(market), 'place'))
    const elsewhere = await authority.asSystem(() => addTerm('test.street', 'Rue Haute'))
    for (const wrong of [elsewhere.id, crypto.randomUUID(), 'Marché'])
      expect(await refused(() => ensureTerm(places, wrong, 'place'))).toHaveProperty('place')
  })

  test('are chosen from under the heads of their groups', () => {
    const term = (name: string, grouping = '') => ({ id: name, name, grouping, hidden: false })
    expect(
      termChoices([term('a'), term('b', 'Interne'), term('c', 'Externe'), term('d', 'Interne')]),
    ).toEqual([
      { value: 'a', label: 'a' },
      {
        label: 'Interne',
        options: [
          { value: 'b', label: 'b' },
          { value: 'd', label: 'd' },
        ],
      },
      { label: 'Externe', options: [{ value: 'c', label: 'c' }] },
    ])
  })
})

describe('removing a word', () => {
  const use = (place: Term | undefined, seenBy: string) =>
    authority.asSystem(() =>
      create(
        errands,
        { title: 'Aller au marché', state: 'open' },
        { place: id(place), seen_by: seenBy },
      ),
    )
  const removal = (who: TestPerson) =>
    authority.as(who, () => removeTerm(id(market))).catch((problem: unknown) => problem)

  test('that nothing uses takes it off the list', async () => {
    await use(school, '')
    await authority.asSystem(() => removeTerm(id(market)))
    expect(await proposed()).toBe('École Gare')
  })

  test('PST-17 removing a vocabulary key in use is refused and names the object', async () => {
    const keeper = await authority.person({ roles: ['administrator'] })
    const errand = await use(market, `user:${keeper.id}`)
    await use(market, '')
    const problem = await removal(keeper)
    expect(problem).toBeInstanceOf(TermInUse)
    const { sentence, use: named } = problem as TermInUse
    expect(sentence).toContain('Aller au marché')
    expect(named).toEqual({ title: 'Aller au marché', href: `/test/errands/${errand.id}` })
    expect(await proposed()).toBe('Marché École Gare')
  })

  test('in use by something that one may not see is refused without saying what', async () => {
    const keeper = await authority.person({ roles: ['administrator'] })
    await use(market, 'role:mayor')
    const { sentence, use: named } = (await removal(keeper)) as TermInUse
    expect(named).toBe('unseen')
    expect(sentence).not.toContain('Aller')
  })
})

describe('the pages of lists', () => {
  const path = `/vocabularies/${places}`

  test('are for those who keep a list, each for their own', async () => {
    const keeper = await authority.person({ roles: ['administrator'] })
    const rail = await keeper.visitor.get('/inbox')
    expect(rail.text).toContain('href="/vocabularies"')
    expect((await keeper.visitor.get('/vocabularies')).text).toContain(`href="${path}"`)
    expect((await keeper.visitor.get(path)).text).toContain('École')
    expect((await keeper.visitor.get('/vocabularies/test.street')).status).toBe(404)

    const agent = await authority.person({ roles: ['agent'] })
    expect((await agent.visitor.get('/inbox')).text).not.toContain('href="/vocabularies"')
    expect((await agent.visitor.get('/vocabularies')).status).toBe(403)

    // Keeps another list, and not this one.
    const secretary = await authority.person({ roles: ['secretariat'] })
    expect((await secretary.visitor.get('/vocabularies')).text).not.toContain(`href="${path}"`)
    for (const one of [path, `${path}/terms/${id(market)}`])
      expect((await secretary.visitor.get(one)).status).toBe(403)
    for (const [act, fields] of [
      ['', { name: 'Parc' }],
      ['/order', { id: id(market), position: '3' }],
      [`/terms/${id(market)}`, { name: 'Parc' }],
      [`/terms/${id(market)}/removal`, {}],
    ] as const)
      expect((await secretary.visitor.post(path + act, fields)).status).toBe(403)
    expect(await proposed()).toBe('Marché École Gare')
  })

  test('add, rename, order, hide and remove words', async () => {
    const { visitor } = await authority.person({ roles: ['administrator'] })
    const sent = async (act: string, fields: Record<string, string> = {}) =>
      (await visitor.post(path + act, fields)).status
    expect(await sent('', { name: 'Parc', grouping: 'Dehors' })).toBe(303)
    expect(await sent('/order', { id: id(station), position: '1' })).toBe(303)
    expect(await sent(`/terms/${id(school)}`, { name: 'Crèche' })).toBe(303)
    expect(await sent(`/terms/${id(market)}/removal`)).toBe(303)
    expect(await proposed()).toBe('Gare Crèche Parc')
    expect(await sent(`/terms/${id(school)}`, { name: 'Crèche', hidden: 'on' })).toBe(303)
    expect(await proposed()).toBe('Gare Parc')
    const again = await visitor.post(path, { name: 'Parc', grouping: 'Ailleurs' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('value="Ailleurs"')
  })

  test('touch no word of another list', async () => {
    const { visitor } = await authority.person({ roles: ['administrator'] })
    const street = await authority.asSystem(() => addTerm('test.street', 'Rue Haute'))
    for (const [act, fields] of [
      ['/order', { id: street.id, position: '1' }],
      [`/terms/${street.id}`, { name: 'Parc' }],
      [`/terms/${street.id}/removal`, {}],
    ] as const)
      expect((await visitor.post(path + act, fields)).status).toBe(404)
  })
})

test.for([
  'GARE',
  'gare',
  'Ga\u200Bre',
  'Ga\u00ADre',
  '\u2060Gare',
  'É\u0063ole',
  'e\u0301cole',
  'ECOLE',
])(
  'a word that is there in another spelling is not added, nor given to another one (T6): %j',
  async (name) => {
    expect(await refused(() => addTerm(places, name))).toHaveProperty('name')
    expect(await refused(() => renameTerm(id(market), name))).toHaveProperty('name')
    await authority.asSystem(() => giveTerms(places, [{ name }]))
    expect(await proposed()).toBe('Marché École Gare')
  },
)

test('a word may be given another spelling of its own (T6)', async () => {
  await authority.asSystem(() => renameTerm(id(school), 'ECOLE'))
  expect(await proposed()).toBe('Marché ECOLE Gare')
})
