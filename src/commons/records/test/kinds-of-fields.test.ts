import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi } from '#kernel/http'
import { read } from '#commons/dossiers'
import { cellInWords } from '#kernel/ui'
import type { Field } from '../field.ts'
import { cases } from './cases.ts'
import { type Notice, noticeFields, notices, removeNotices, routes } from './notice.ts'
import { asJson, asShown, errorOf, plain, type Sent, townHall, type TownHall } from './town-hall.ts'

let town: TownHall

beforeAll(async () => {
  town = await townHall()
})

afterAll(removeNotices)

/** What was sent, with the ids of what the cases name. */
const withIds = (given: unknown): unknown =>
  typeof given === 'string' && given.startsWith('#') ? (town.known[given.slice(1)] ?? given) : given

const fieldNamed = (name: string): Field<unknown> =>
  (Object.entries(noticeFields).find(([own]) => own === name)?.[1] as Field<unknown>) ?? // Of whichever kind.
  expect.fail(name)

const mapped = (given: unknown): unknown =>
  Array.isArray(given) ? given.map(withIds) : withIds(given)
const asForm = (given: unknown) => (Array.isArray(given) ? given.map(String) : String(given))
const whyUrgent = (name: string): Sent => (name === 'urgent' ? { why: 'La pluie' } : {})

describe.each(Object.entries(cases))('%s', (name, one) => {
  const held = () => mapped(one.held ?? one.json)
  const inColumn = (notice: Notice) => JSON.parse(JSON.stringify(Reflect.get(notice, name)))

  test('goes from the form to the column, and back into the form', async () => {
    const sent = asForm(mapped(one.form))
    const notice = await town.written({ ...whyUrgent(name), [name]: sent })
    expect(inColumn(notice)).toEqual(held())
    const { text: page } = await town.visitor.get(`/test/notices/${notice.id}/edit`)
    expect(page).toContain(`name="${name}"`)
    // Sent back as the page shows it, it is the same.
    const again = { ...whyUrgent(name), [name]: asShown(page, name), version: '1' }
    const answer = await town.visitor.post(`/test/notices/${notice.id}`, { ...plain, ...again })
    expect(answer.status, answer.text).toBe(303)
    expect(inColumn(await town.authority.as(town.clerk, () => read(notices, notice.id)))).toEqual(
      held(),
    )
  })

  test('goes through the API, and what the column holds as JSON is taken again', async () => {
    const body = { ...asJson, ...whyUrgent(name), [name]: mapped(one.json) }
    const answer = await town.visitor.api('POST', '/test/notices', body)
    expect(answer.status, answer.text).toBe(201)
    expect(answer.json<Record<string, unknown>>()[name]).toEqual(mapped(one.json))
    const { schema } = fieldNamed(name)
    expect(JSON.parse(JSON.stringify(schema.parse(held())))).toEqual(held())
  })

  test('is shown on pages and stands in spreadsheets', async () => {
    const notice = await town.written({ ...whyUrgent(name), [name]: asForm(mapped(one.form)) })
    await town.authority.as(town.clerk, async () => {
      const value: unknown = Reflect.get(notice, name)
      const { shown, plain: cells } = fieldNamed(name)
      const cell = (await cells?.([value]))?.(value) ?? null
      expect(cellInWords(cell)).toBe(one.plain)
      expect(String(await (await shown([value]))(value))).toContain(one.shown)
    })
  })

  test.each([...one.wrong])('refuses %j by name', async (given, why) => {
    const sent = { ...plain, [name]: asForm(mapped(given)) }
    const form = typeof given === 'string' && (await town.visitor.post('/test/notices', sent))
    if (form) {
      expect(form.status).toBe(422)
      expect(errorOf(form.text, name)).toContain(why)
    }
    const answer = await town.visitor.api('POST', '/test/notices', {
      ...asJson,
      [name]: mapped(given),
    })
    expect(answer.status).toBe(422)
    expect(answer.json<{ errors: Record<string, string[]> }>().errors[name]?.join()).toContain(why)
  })
})

test('the documentation of the API says the shape and the bounds of each field', () => {
  const described = JSON.stringify(openApi(routes.list, '1'))
  for (const name of Object.keys(noticeFields)) expect(described).toContain(`"${name}"`)
  expect(described).toContain('"maxLength":40')
  expect(described).toContain('"maximum":100000000')
  expect(described).toContain('"maxItems":3')
})

test('the README tells the arguments of each kind of field', () => {
  const [notice, readme] = ['notice.ts', '../README.md'].map((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8'),
  )
  const [, fields = ''] = /noticeFields = \{\n([\s\S]*?)\n\}\n/.exec(notice ?? '') ?? []
  const kinds = [...fields.matchAll(/(?<=: |\.\.\.|optional\()(\w+)\(/g)]
    .map(([, kind = '']) => kind)
    .filter((kind) => !['optional', 'called', 'say'].includes(kind))
  expect(kinds).toEqual(expect.arrayContaining(['rowsOf', 'email']))
  for (const kind of new Set(kinds))
    expect(readme).toMatch(new RegExp(`\\| .*\`(\\.{3})?${kind}\\(`))
})
