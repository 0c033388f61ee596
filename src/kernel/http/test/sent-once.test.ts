import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { forSignedIn } from '#kernel/access'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { forgetSent } from '#kernel/once'
import { redirect } from '#kernel/pages'
import { z } from 'zod'
import { ApiRoutes, form, optionalLine, PageRoutes } from '../index.ts'

let authority: TestAuthority
let person: TestPerson
let other: TestPerson
/** What is refused once, then taken. */
let refusals = 0

const Word = z.object({ word: optionalLine() })
const pages = new PageRoutes('/test')
const api = new ApiRoutes('/test')
pages.post('/words', forSignedIn, form(Word), async (c, { word }) => {
  await audit('import', word)
  if (refusals-- > 0) throw new Conflict('errors.invalid')
  return redirect(c, `/test/words/${randomUUID()}`, { key: 'records.save' })
})
pages.post('/words/look', forSignedIn, form(Word), async (c, { word }) => {
  await audit('import', word)
  return c.text('a page')
})
api.on(
  'post',
  '/words',
  forSignedIn,
  { summary: 'Write a word', body: Word, answer: z.object({ id: z.string() }), status: 201 },
  async (_c, { word }) => {
    await audit('import', word)
    return { id: randomUUID() }
  },
)
pages.post('/lines', forSignedIn, form(Word), async (c, { word }) => {
  await audit('import', word)
  return redirect(c, '/test/lines', { key: 'records.save' })
})
pages.post('/lines/:word/removal', forSignedIn, async (c) => {
  await audit('import', `${c.req.param('word')} removed`)
  return redirect(c, '/test/lines', { key: 'records.save' })
})
const list = [...pages.list, ...api.list]

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person()
  other = await authority.person()
})

const written = (word: string) =>
  authority.asSystem(async () => {
    const lines = await db()
      .selectFrom('kernel.audit')
      .select('id')
      .where('action', '=', 'import')
      .where('subject', '=', word)
      .execute()
    return lines.length
  })

/** Posts a word from a form with this key. */
const post = (word: string, form_key: string, { who = person, path = '/test/words' } = {}) =>
  authority.visitorOf({ list }, who).post(path, { word, form_key })

const many = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work))

describe('a form that is sent with its key', () => {
  test('makes one of twenty identical posts at once, and answers all alike (R14)', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    const answers = await many(() => post(word, key))
    expect(await written(word)).toBe(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(answers.every(({ headers }) => headers.getSetCookie().join('').includes('flash='))).toBe(
      true,
    )
  })

  test('is another act where it says something else, or somebody else sends it', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    await post(word, key)
    await post(word, key, { who: other })
    expect(await written(word)).toBe(2)
    const changed = `${word} changed`
    await post(changed, key)
    expect(await written(changed)).toBe(1)
  })

  test('is done anew by who comes back to it after something else', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    await post(word, key)
    await post(randomUUID(), randomUUID())
    await many(() => post(word, key))
    expect(await written(word)).toBe(2)
  })

  test('is done anew where the same page said something else since: A, B, A', async () => {
    const [present, absent, key] = [randomUUID(), randomUUID(), randomUUID()]
    for (const word of [present, absent, present, present]) await post(word, key)
    expect([await written(present), await written(absent)]).toEqual([2, 1])
  })

  test('that was refused is not taken for done', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    refusals = 1
    expect((await post(word, key)).status).toBe(409)
    expect((await post(word, key)).status).toBe(303)
    expect(await written(word)).toBe(1)
  })

  test('answers with a page as often as it is asked', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    const path = '/test/words/look'
    for (const _ of [1, 2]) expect((await post(word, key, { path })).text).toBe('a page')
    expect(await written(word)).toBe(2)
  })
})

describe('a form that adds one to others', () => {
  const path = '/test/lines'
  const told = 'rien n’a été ajouté une seconde fois'

  test('adds one of twenty at once, and no second one however much was sent since', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    const first = await many(() => post(word, key, { path }))
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([303]))
    await post(randomUUID(), randomUUID(), { path })
    const late = await many(() => post(word, key, { path }))
    expect(late.every(({ status, text }) => status === 409 && text.includes(told))).toBe(true)
    expect(await written(word)).toBe(1)
  })

  test('tells whoever removed what it added and sends it again that it adds nothing', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    await post(word, key, { path })
    const removed = await post('', randomUUID(), { path: `${path}/${word}/removal` })
    expect(removed.status).toBe(303)
    const again = await post(word, key, { path })
    expect([again.status, again.text.includes(told)]).toEqual([409, true])
    expect(await written(word)).toBe(1)
    expect((await post(word, randomUUID(), { path })).status).toBe(303)
    expect(await written(word)).toBe(2)
  })
})

describe('an act that asks for nothing', () => {
  test('is done once of twenty at once, and answers all alike', async () => {
    const [word, key] = [randomUUID(), randomUUID()]
    const path = `/test/lines/${word}/removal`
    const answers = await many(() => post('', key, { path }))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await written(`${word} removed`)).toBe(1)
  })

  test('takes no more than the key of its form', async () => {
    const path = `/test/lines/${randomUUID()}/removal`
    expect((await post('x'.repeat(20_000), randomUUID(), { path })).status).toBe(413)
  })
})

describe('a program that names a key', () => {
  const send = (word: string, key: string) =>
    authority
      .visitorOf({ list }, person)
      .api('POST', '/test/words', { word }, { 'idempotency-key': key })

  test('gets one of twenty identical calls at once, and the same answer each time (R14)', async () => {
    const [word, key] = [randomUUID(), `"${randomUUID()}"`]
    const answers = await many(() => send(word, key))
    expect(await written(word)).toBe(1)
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
  })

  test('is told where the key was for something else', async () => {
    const key = randomUUID()
    await send(randomUUID(), key)
    const refused = await send(randomUUID(), key)
    expect(refused.status).toBe(422)
    expect(refused.json()).toMatchObject({
      errors: {
        'Idempotency-Key': [
          'Cette clé a déjà servi pour un autre envoi\u00A0: faites-en une nouvelle.',
        ],
      },
    })
  })
})

test('keys are forgotten after two days', async () => {
  const [word, key] = [randomUUID(), randomUUID()]
  await post(word, key)
  await authority.asSystem(async () => {
    const longAgo = Temporal.Now.instant().subtract({ hours: 49 })
    await db().updateTable('kernel.once').set({ at: longAgo }).execute()
    await forgetSent()
  })
  await post(word, key)
  expect(await written(word)).toBe(2)
})
