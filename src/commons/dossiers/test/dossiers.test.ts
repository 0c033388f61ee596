import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { search } from '#kernel/search'
import {
  create,
  ensureFresh,
  erase,
  history,
  latestHistory,
  importedFrom,
  pathOf,
  read,
  readMany,
  refresh,
  rememberImport,
  write,
} from '../index.ts'
import { type Errand, errands, prepareErrands, removeErrands } from './errand.ts'

let authority: TestAuthority
let alix: TestPerson
let bruno: TestPerson

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  alix = await authority.person({ firstName: 'Alix' })
  bruno = await authority.person({ firstName: 'Bruno', lastName: 'Solier' })
})

afterAll(removeErrands)

const user = ({ id }: TestPerson) => `user:${id}`

/** An errand that Alix opens, for those who may see it. */
function opened(seenBy: readonly TestPerson[] = [alix, bruno], title = 'Une course') {
  return authority.as(alix, () =>
    create(
      errands,
      { title, state: 'open' },
      { place: 'Moulin', seen_by: seenBy.map(user).join() },
    ),
  )
}

const seenBy = (who: TestPerson, { id }: Errand) => authority.as(who, () => read(errands, id))
const events = ({ id }: Errand) => authority.asSystem(() => history(id))

describe('a dossier', () => {
  test('is read by those who may, and is not there for others', async () => {
    const errand = await opened([alix])
    expect(await seenBy(alix, errand)).toMatchObject({ title: 'Une course', place: 'Moulin' })
    await expect(seenBy(bruno, errand)).rejects.toThrow(NotFound)
    await expect(seenBy(alix, { ...errand, id: randomUUID() as Errand['id'] })).rejects.toThrow(
      NotFound,
    )
  })

  test('written by mistake is erased, found no more, and its history stays', async () => {
    const errand = await opened([alix], 'Course à effacer')
    await authority.as(alix, () => erase(errands, errand))
    await expect(seenBy(alix, errand)).rejects.toThrow(NotFound)
    expect(await authority.as(alix, () => search('effacer'))).toMatchObject({ found: [] })
    expect((await events(errand)).map(({ type }) => type)).toEqual([
      'test.errand.erase',
      'test.errand.create',
    ])
  })

  test('to which something refers is not erased', async () => {
    const errand = await opened([alix])
    const annexed = () =>
      authority.as(alix, async () => {
        await db()
          .insertInto('commons.external_id')
          .values({
            source: 'test',
            external_id: errand.id,
            dossier_id: errand.id,
            content_hash: '',
          })
          .execute()
        await sql`insert into commons.document (dossier_id, template, title, file_name, asked_by)
          values (${errand.id}, 't', 't', 't', 't')`.execute(db())
        await erase(errands, errand)
      })
    await expect(annexed()).rejects.toThrow(Conflict)
    expect(await seenBy(alix, errand)).toMatchObject({ id: errand.id })
  })

  test('of another authority is not there, even for the house', async () => {
    const errand = await opened()
    const other = await givenAuthority()
    await expect(other.asSystem(() => read(errands, errand.id))).rejects.toThrow(NotFound)
  })

  test('that is asked by what is no id is not there', async () => {
    for (const id of ['', 'abc', '\0', `${(await opened()).id}'`])
      await expect(authority.asSystem(() => read(errands, id))).rejects.toThrow(NotFound)
  })

  test('remembers who opened it, and carries the columns of its trade', async () => {
    expect(await opened()).toMatchObject({ created_by: alix.id, version: 1, state: 'open' })
  })

  test('shows on the page of its kind', async () => {
    const path = (kind: string) => authority.asSystem(async () => pathOf(kind, '1'))
    expect(await path('test.errand')).toBe('/test/errands/1')
    await expect(path('test.unknown')).rejects.toThrow('test.unknown')
  })
})

test('of many dossiers, each person gets those that they may see', async () => {
  const all = [await opened([alix]), await opened([bruno]), await opened([alix, bruno])]
  const ids = all.map(({ id }) => id)
  const [one, two, three] = ids
  expect((await authority.as(alix, () => readMany(errands, ids))).map(({ id }) => id)).toEqual([
    one,
    three,
  ])
  expect((await authority.as(bruno, () => readMany(errands, ids))).map(({ id }) => id)).toEqual([
    two,
    three,
  ])
})

describe('a change', () => {
  const renamed = (who: TestPerson, errand: Errand, title: string) =>
    authority.as(who, () => write(errands, errand, { title, place: 'Gare' }, 'rename', { title }))

  test('is written to root and trade, raises the version and leaves one line', async () => {
    const errand = await opened()
    expect(await renamed(bruno, errand, 'Autre')).toMatchObject({
      title: 'Autre',
      place: 'Gare',
      version: 2,
    })
    expect(await events(errand)).toMatchObject([
      { type: 'test.errand.rename', actor_name: 'Bruno Solier', data: { title: 'Autre' } },
      { type: 'test.errand.create', actor_name: 'Alix Terval', data: {} },
    ])
  })

  test('from an older version is refused and names who changed it since', async () => {
    const errand = await opened()
    await renamed(bruno, errand, 'Autre')
    for (const stale of [
      () => renamed(alix, errand, 'Encore'),
      () =>
        authority.as(alix, async () => ensureFresh(await read(errands, errand.id), errand.version)),
    ]) {
      const problem: unknown = await stale().catch((thrown: unknown) => thrown)
      expect(problem).toBeInstanceOf(Conflict)
      expect((problem as Conflict).sentence).toContain('Bruno Solier')
    }
    expect(await seenBy(alix, errand)).toMatchObject({ title: 'Autre', version: 2 })
    expect(await events(errand)).toHaveLength(2)
  })

  test('of two at the same time wins once: the other is told by whom', async () => {
    const errand = await opened()
    const both = await Promise.allSettled([
      renamed(alix, errand, 'Celle d’Alix'),
      renamed(bruno, errand, 'Celle de Bruno'),
    ])
    const [won] = both.filter(({ status }) => status === 'fulfilled')
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as Conflict] : []))
    expect(won).toBeDefined()
    expect(lost.map((problem) => problem.sentence)).toEqual([
      expect.stringMatching(/modifié entre-temps par (Alix Terval|Bruno Solier)\./),
    ])
    expect(await events(errand)).toHaveLength(2)
  })

  test('of who may see it is felt at once, in the dossier and in search', async () => {
    const word = `mot${randomUUID().slice(0, 8)}`
    const errand = await opened([alix], word)
    const found = (who: TestPerson) =>
      authority.as(who, async () => (await search(word)).found.map(({ subject_id }) => subject_id))
    expect([await found(alix), await found(bruno)]).toEqual([[errand.id], []])
    await authority.as(alix, () => write(errands, errand, { seen_by: user(bruno) }, 'hand_over'))
    await expect(seenBy(alix, errand)).rejects.toThrow(NotFound)
    expect([await found(alix), await found(bruno)]).toEqual([[], [errand.id]])
  })

  test('that undoes itself leaves no line and nothing to find', async () => {
    const word = `mot${randomUUID().slice(0, 8)}`
    await expect(
      authority.as(alix, async () => {
        await create(errands, { title: word, state: 'open' }, { seen_by: user(alix) })
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await authority.as(alix, () => search(word))).toMatchObject({ found: [] })
  })
})

test('readers and waiters are kept once each, in order', async () => {
  const errand = await opened([bruno, alix, bruno])
  expect(errand.readers).toEqual([user(alix), user(bruno)].toSorted())
  const again = await authority.asSystem(() => refresh(errands, errand.id))
  expect([again.readers, again.version]).toEqual([errand.readers, errand.version])
})

test('history comes last first, and of that dossier only; one that is cut says how long it is', async () => {
  const errand = await opened()
  await opened()
  await authority.as(bruno, async () => {
    for (let at = 1; at <= 105; at++) await emit(event(`test.errand.step_${at}`), errand.id)
  })
  const verbs = (lines: readonly { type: string }[]) =>
    lines.map(({ type }) => type.split('.').at(-1))
  const [all, last] = await authority.asSystem(async () => [
    await history(errand.id),
    await latestHistory(errand.id),
  ])
  expect(verbs(all).slice(0, 3)).toEqual(['step_105', 'step_104', 'step_103'])
  expect([all.length, verbs(all).at(-1)]).toEqual([106, 'create'])
  expect([last.rows.length, last.all]).toEqual([100, 106])
  expect(verbs(last.rows)).toEqual(verbs(all).slice(0, 100))
})

test('what was imported is known by its name over there, once a source and authority', async () => {
  const [errand, source] = [await opened(), `source-${randomUUID()}`]
  await authority.asSystem(() => rememberImport(source, 'their-1', errand.id, 'hash'))
  const known = (on: TestAuthority, from: string) => on.asSystem(() => importedFrom(from))
  expect(await known(authority, source)).toEqual(
    new Map([['their-1', { dossierId: errand.id, contentHash: 'hash' }]]),
  )
  expect((await known(authority, 'elsewhere')).size).toBe(0)
  expect((await known(await givenAuthority(), source)).size).toBe(0)
  await expect(
    authority.asSystem(() => rememberImport(source, 'their-1', errand.id, 'other')),
  ).rejects.toThrow(/duplicate key/)
})
