import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { fill } from '#kernel/module'
import { create, erase, write } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { forgetOld } from '../forget.ts'
import { notification, notifications } from '../notification.ts'

let authority: TestAuthority
let alix: TestPerson
let odile: TestPerson

beforeAll(async () => {
  await prepareErrands()
  const told = notification(
    errands,
    ['start', 'give_up'],
    [({ waits_for }) => waits_for.split(',')],
  )
  if (notifications.every().every(({ kind }) => kind !== told.kind))
    fill(notifications, told).place()
  authority = await givenAuthority()
})

afterAll(removeErrands)

beforeEach(async () => {
  alix = await authority.person()
  odile = await authority.person({ firstName: 'Odile' })
})

interface Told {
  title: string
  type: string
  actor_name: string
  said: string
  seen_at: string | null
  others: number
  id: string
}
const told = async (who: TestPerson) =>
  (await who.visitor.api('GET', '/notices')).json<{ new: number; notices: Told[] }>()

/** An errand for Alix, which everybody of the test sees. */
const givenErrand = (title = 'Porter le pli', who = `user:${alix.id}`): Promise<Errand> =>
  authority.asSystem(() =>
    create(
      errands,
      { title, state: 'open' },
      { seen_by: `user:${alix.id},user:${odile.id},role:agent`, waits_for: who },
    ),
  )
const begin = (errand: Errand, who = odile, comment?: string) =>
  authority.as(who, () =>
    write(errands, errand, { state: 'started' }, 'start', comment ? { comment } : {}),
  )

test('who is named is told what another did, with the reason, and to what', async () => {
  await begin(await givenErrand(), odile, 'Il presse')
  expect(await told(alix)).toMatchObject({
    new: 1,
    notices: [
      {
        title: 'Porter le pli',
        type: 'test.errand.start',
        actor_name: 'Odile Terval',
        said: 'Il presse',
      },
    ],
  })
  const { text } = await alix.visitor.get('/notices')
  expect(text).toContain('Odile Terval a commencé la course')
  expect(text).toContain('Il presse')
})

test('nobody is told of what they did themselves, nor of what is for others or of no interest', async () => {
  const errand = await begin(await givenErrand(), alix)
  await authority.as(odile, () => write(errands, errand, { place: 'Ici' }, 'move'))
  expect(await told(alix)).toEqual({ new: 0, notices: [], next: null })
  expect((await told(odile)).notices).toEqual([])
})

test('what is not seen any more is not said either', async () => {
  const errand = await begin(await givenErrand())
  await authority.asSystem(() => write(errands, errand, { seen_by: 'role:mayor' }, 'hand_over'))
  expect(await told(alix)).toMatchObject({ new: 0, notices: [] })
  expect((await alix.visitor.get('/notices')).text).not.toContain('Porter le pli')
})

test('who comes to bear something later is told nothing of before', async () => {
  await begin(await givenErrand('Avant', 'role:agent'))
  const late = await authority.person({ roles: ['agent'] })
  expect((await told(late)).notices).toEqual([])
  await begin(await givenErrand('Après', 'role:agent'))
  expect((await told(late)).notices).toMatchObject([{ title: 'Après' }])
})

test('an act that did not happen tells nobody', async () => {
  const errand = await givenErrand()
  const failed = authority.as(odile, async () => {
    await write(errands, errand, { state: 'started' }, 'start')
    throw new Error('undone')
  })
  await expect(failed).rejects.toThrow('undone')
  expect((await told(alix)).new).toBe(0)
})

test('what was seen is new no more, for the one who saw it only', async () => {
  const both = `user:${alix.id},user:${odile.id}`
  await authority.asSystem(async () => {
    for (const title of ['Un', 'Deux', 'Trois']) {
      const errand = await create(
        errands,
        { title, state: 'open' },
        { seen_by: both, waits_for: both },
      )
      await write(errands, errand, { state: 'started' }, 'start')
    }
  })
  const [, second] = (await told(alix)).notices
  await alix.visitor.post('/notices/seen', { id: second?.id ?? '' })
  expect((await told(alix)).notices.map(({ title, seen_at }) => [title, seen_at !== null])).toEqual(
    [
      ['Trois', false],
      ['Deux', true],
      ['Un', false],
    ],
  )
  // Another person's notice is none of theirs.
  await odile.visitor.post('/notices/seen', { id: second?.id ?? '' })
  await alix.visitor.api('POST', '/notices/seen', { id: second?.id, older: true })
  expect((await told(alix)).new).toBe(1)
  expect((await told(odile)).new).toBe(3)
})

test('a person chooses what they are told', async () => {
  expect((await alix.visitor.get('/notices/wishes')).text).toContain('… a commencé la course')
  await alix.visitor.post('/notices/wishes', { 'how.test.errand.start': 'none' })
  await begin(await givenErrand())
  expect((await told(alix)).notices).toEqual([])
  const { told: wishes } = (await alix.visitor.api('GET', '/notices/wishes')).json<{
    told: { type: string; how: string }[]
  }>()
  expect(wishes).toContainEqual({ type: 'test.errand.start', how: 'none' })
  await alix.visitor.api('PUT', '/notices/wishes', { how: { 'test.errand.start': 'app' } })
  await begin(await givenErrand())
  expect((await told(alix)).notices).toHaveLength(1)
})

test('the notices of a dossier are one line, which counts as one and is seen as one', async () => {
  const errand = await begin(await givenErrand('Le pli'))
  const again = await begin(await begin(errand))
  await begin(await givenErrand('L’autre'))
  const { new: count, notices } = await told(alix)
  expect(count).toBe(2)
  expect(notices.map(({ title, others }) => [title, others])).toEqual([
    ['L’autre', 0],
    ['Le pli', 2],
  ])
  const { text } = await alix.visitor.get('/notices')
  expect(text).toContain('Du nouveau dans 2 dossiers')
  expect(text).toContain('et 2 autres avant')

  await alix.visitor.post('/notices/seen', { id: notices[1]?.id ?? '' })
  expect((await told(alix)).new).toBe(1)
  // What is new is counted without what was seen, and what comes later is new again.
  await authority.as(odile, () => write(errands, again, {}, 'give_up', { comment: 'La pluie' }))
  expect((await told(alix)).notices[0]).toMatchObject({
    title: 'Le pli',
    said: 'La pluie',
    seen_at: null,
    others: 0,
  })
})

test('all or nothing of a kind is wanted by one button, whatever is chosen', async () => {
  const wanted = async () =>
    (await alix.visitor.api('GET', '/notices/wishes'))
      .json<{ told: { type: string; how: string }[] }>()
      .told.flatMap(({ type, how }) =>
        how !== 'none' && type.startsWith('test.errand.') ? [type] : [],
      )
  await alix.visitor.post('/notices/wishes', {
    'how.test.errand.start': 'app',
    none_of: 'test.errand',
  })
  expect(await wanted()).toEqual([])
  await alix.visitor.post('/notices/wishes', { all_of: 'test.errand' })
  expect(await wanted()).toEqual(['test.errand.start', 'test.errand.give_up'])
})

test('a person is asked nothing of trades that are off', async () => {
  const few = await givenAuthority('municipality', { trades: ['strategy'] })
  const { visitor } = await few.person({ roles: ['agent'] })
  const { text } = await visitor.get('/notices/wishes')
  expect(text).toContain('strategy.action.')
  expect(text).not.toContain('deliberations.')
})

test('fifty dossiers stand on a page, the next ones behind a key, none twice', async () => {
  const who = `user:${alix.id}`
  await authority.asSystem(async () => {
    for (let one = 0; one < 60; one++) {
      const errand = await create(
        errands,
        { title: 'Souvent', state: 'open' },
        { seen_by: who, waits_for: who },
      )
      await write(errands, errand, { state: 'started' }, 'start')
    }
  })
  const first = (await alix.visitor.api('GET', '/notices')).json<{
    next: string
    notices: Told[]
  }>()
  expect(first.notices).toHaveLength(50)
  const path = `/notices?after=${first.next}`
  const second = (await alix.visitor.api('GET', path)).json<{ next: null; notices: Told[] }>()
  expect(second).toMatchObject({ next: null })
  const ids = [...first.notices, ...second.notices].map(({ id }) => id)
  expect(new Set(ids).size).toBe(60)
})

test('an errand that is erased takes its notices with it; what is older than half a year is forgotten', async () => {
  const errand = await begin(await givenErrand())
  await authority.asSystem(() => erase(errands, errand))
  expect((await told(alix)).notices).toEqual([])
  await begin(await givenErrand('Ancien'))
  await authority.asSystem(async () => {
    const at = Temporal.Now.instant().subtract({ hours: 24 * 181 })
    await db().updateTable('commons.notice').set({ at }).execute()
  })
  await begin(await givenErrand('Récent'))
  const { database } = await ground()
  await atItsTime(database, forgetOld)
  await authority.drain()
  expect((await told(alix)).notices.map(({ title }) => title)).toEqual(['Récent'])
})

test('every page says at its top how much is new', async () => {
  const top = async () =>
    /href="\/notices".*?<\/a>/s.exec((await alix.visitor.get('/inbox')).text)?.[0]
  expect(await top()).not.toContain('du nouveau')
  await begin(await givenErrand())
  expect(await top()).toContain('1<span class="visually-hidden"> dossiers avec du nouveau')
  const [{ id } = { id: '' }] = (await told(alix)).notices
  await alix.visitor.post('/notices/seen', { id, older: 'on' })
  expect(await top()).not.toContain('du nouveau')
})

test('wishes that another tab changed meanwhile are not overwritten unseen', async () => {
  const path = '/notices/wishes'
  const { text } = await alix.visitor.get(path)
  const edition = /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const sent = { email: '', 'how.test.errand.start': 'app', edition }
  const first = await alix.visitor.post(path, { ...sent, 'how.test.errand.start': 'none' })
  expect(first.status).toBe(303)
  const late = await alix.visitor.post(path, sent)
  expect(late.status).toBe(422)
  const { told } = (await alix.visitor.api('GET', path)).json<{
    told: { type: string; how: string }[]
  }>()
  expect(told.find(({ type }) => type === 'test.errand.start')?.how).toBe('none')
})
