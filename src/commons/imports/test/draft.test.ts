import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { Forbidden, Invalid, NotFound } from '#kernel/errors'
import { type FileHash, SentFile } from '#kernel/files'
import { atItsTime } from '#kernel/jobs'
import {
  answerDraft,
  draft,
  dropDraft,
  importFiles,
  type ImportKind,
  keepDraft,
  uploaded,
} from '../index.ts'
import { forgetExpired } from '../draft.ts'

const letters: ImportKind<{ into: string | null }> = {
  name: 'test.letters',
  answers: z.object({ into: z.string().nullable() }),
}
const plans: ImportKind<{ year: number }> = {
  name: 'test.plans',
  answers: z.object({ year: z.number() }),
}

let authority: TestAuthority
let alix: TestPerson
let bruno: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  alix = await authority.person({ roles: ['agent'] })
  bruno = await authority.person({ roles: ['agent'] })
})

const files = [
  { name: 'a.xml', bytes: new TextEncoder().encode('<a/>') },
  { name: 'b.xml', bytes: new TextEncoder().encode('<b/>') },
]
const keep = (who = alix) => authority.as(who, () => keepDraft(letters, files, { into: null }))
const seen = (id: string, who = alix) => authority.as(who, () => draft(letters, id))
const texts = async (id: string) =>
  (await seen(id)).files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])

test('an import comes back as it was left: its files and what was answered', async () => {
  const id = await keep()
  expect(await texts(id)).toEqual([
    ['a.xml', '<a/>'],
    ['b.xml', '<b/>'],
  ])
  expect((await seen(id)).answers).toEqual({ into: null })
  await authority.as(alix, () => answerDraft(letters, id, { into: 'Courrier' }))
  expect((await seen(id)).answers).toEqual({ into: 'Courrier' })
})

test('nobody else sees it, answers for it or ends it', async () => {
  const id = await keep()
  await expect(seen(id, bruno)).rejects.toThrow(NotFound)
  const answered = authority.as(bruno, () => answerDraft(letters, id, { into: 'Ailleurs' }))
  await expect(answered).rejects.toThrow(NotFound)
  await expect(authority.as(bruno, () => dropDraft(id))).rejects.toThrow(NotFound)
  expect((await seen(id)).answers).toEqual({ into: null })
  const elsewhere = await givenAuthority()
  const stranger = { ...(await elsewhere.person()), actor: alix.actor }
  await expect(elsewhere.as(stranger, () => draft(letters, id))).rejects.toThrow(NotFound)
})

test('who has not signed in has no import', async () => {
  await expect(authority.asSystem(() => keepDraft(letters, files, { into: null }))).rejects.toThrow(
    Forbidden,
  )
})

test('it is of its kind: another import does not find it', async () => {
  const id = await keep()
  await expect(authority.as(alix, () => draft(plans, id))).rejects.toThrow(NotFound)
  const later: ImportKind<{ into: number }> = {
    name: 'test.letters',
    answers: z.object({ into: z.number() }),
  }
  await expect(authority.as(alix, () => draft(later, id))).rejects.toThrow(NotFound)
})

test.each(['', 'abc', '\0', crypto.randomUUID()])('an address %j leads to none', async (id) => {
  await expect(seen(id)).rejects.toThrow(NotFound)
})

test('it is over once it ended, and after two days; the night takes it away', async () => {
  const [ended, old] = [await keep(), await keep()]
  await authority.as(alix, () => dropDraft(ended))
  await expect(seen(ended)).rejects.toThrow(NotFound)
  await authority.asSystem(() =>
    sql`update commons.import_draft set expires_at = expires_at - interval '2 days'`.execute(db()),
  )
  await expect(seen(old)).rejects.toThrow(NotFound)
  const fresh = await keep(bruno)
  await atItsTime((await ground()).database, forgetExpired)
  await authority.drain()
  const left = await authority.asSystem(() =>
    db().selectFrom('commons.import_draft').select('id').execute(),
  )
  expect(left).toEqual([{ id: fresh }])
})

test('an upload holds what was chosen, an empty file with a name included, and not too much', async () => {
  const nothing = new File([], '')
  const read = await uploaded([new File(['a'], 'a.xml'), nothing, new File([], 'empty.xml')])
  expect(read.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['a.xml', 1],
    ['empty.xml', 0],
  ])
  await expect(uploaded([nothing])).rejects.toThrow(Invalid)
  await expect(uploaded([])).rejects.toThrow(Invalid)
  const sent = (name: string) => new SentFile(new Blob([]), name, '/nowhere', 'hash' as FileHash) // Nobody reads it.
  expect(importFiles(1).parse([sent(''), sent('empty.xml')])).toHaveLength(1)
  const two = [sent('a.xml'), sent('b.xml')]
  expect(importFiles(1).safeParse(two).success).toBe(false)
})
