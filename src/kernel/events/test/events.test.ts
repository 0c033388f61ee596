import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority } from '#test/harness'
import { db } from '#kernel/db'
import { emit, event, eventNamed, on } from '../index.ts'

let authority: TestAuthority

beforeAll(async () => {
  authority = await givenAuthority()
})

const aType = () => event(`test.thing.a${randomUUID().replaceAll('-', '')}`)

const written = (type: string) =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.event')
      .select(['type', 'subject_id', 'actor_id', 'actor_name', 'data'])
      .where('type', '=', type)
      .execute(),
  )

test('an event is kept with who did it, on what', async () => {
  const [type, subject] = [aType(), randomUUID()]
  const person = await authority.person({ firstName: 'Alix', lastName: 'Terval' })
  await authority.as(person, () => emit(type, subject, { place: 'là' }))
  expect(await written(type)).toEqual([
    {
      type,
      subject_id: subject,
      actor_id: person.id,
      actor_name: 'Alix Terval',
      data: { place: 'là' },
    },
  ])
})

test('whoever reacts is told in the same transaction, with what happened', async () => {
  const type = aType()
  const heard: unknown[] = []
  on(type, async (events) => void heard.push(...events))
  await authority.asSystem(() => emit(type, null, { a: 1 }))
  await authority.asSystem(() => emit(aType(), null))
  expect(heard).toEqual([{ type, subjectId: null, data: { a: 1 } }])
})

test('whoever reacts and fails makes that nothing happened', async () => {
  const type = aType()
  on(type, () => Promise.reject(new Error('no')))
  await expect(authority.asSystem(() => emit(type, null))).rejects.toThrow('no')
  expect(await written(type)).toEqual([])
})

test('events of one transaction stay in the order in which they happened', async () => {
  const type = aType()
  await authority.asSystem(async () => {
    for (let at = 0; at < 50; at++) await emit(type, null, { at })
  })
  const rows = await authority.asSystem(() =>
    db().selectFrom('kernel.event').select('data').where('type', '=', type).orderBy('id').execute(),
  )
  expect(rows.map(({ data }) => data['at'])).toEqual(Array.from({ length: 50 }, (_, at) => at))
})

test('what may happen is declared, under a name of three words', async () => {
  expect(eventNamed(event('test.letter.post'))).toBe('test.letter.post')
  expect(() => eventNamed('test.letter.burn')).toThrow('Nobody declared the event test.letter.burn')
  for (const wrong of ['post', 'letter.post', 'test.letter.Post', 'test.letter.post.twice'])
    expect(() => event(wrong)).toThrow('folder.thing.verb')
})
