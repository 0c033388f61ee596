import { expect, test } from 'vitest'
import type { Block } from '#kernel/richtext'
import { keepPressReady, PressFailure, setOnPress } from '../press.ts'
import { unreadPage } from '../ahead.ts'
import { composition, type Typesetting } from '../typeset.ts'

const letter = (body: Block[]): Typesetting => ({
  template: 'commons/documents/test/letter.typ',
  title: 'Lettre',
  language: 'fr',
  letterhead: { authority: 'Commune', arms: '', address: [], accent: '#336699' },
  madeAt: new Date('2026-06-18T12:05:00Z'),
  data: {
    labels: { arms: 'Armoiries', page: '{page}', made: '{when}', heading: 'Lettre' },
    ...{ organ: 'O', meeting: 'S', part: 'P', number: '1', point: 'Objet', body },
  },
})

/** The text as it would come to the press if nothing bounded it on its way. */
const raw = (text: string) => {
  const order = composition(letter([paragraph('@')]), 'a-2a')
  return { ...order, input: order.input.replace('@', text) }
}
const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text, marks: [] }],
})

const failureOf = (made: Promise<Uint8Array>) =>
  made.then(
    () => null,
    (failure: unknown) => failure,
  )

test('a text that takes all memory ends the press, its own document and no other (S2)', async () => {
  const fatal = failureOf(setOnPress(raw(`a${'\u0301'.repeat(20_000)}`), 'a'))
  const next = setOnPress(raw('b'), 'a')
  const other = setOnPress(raw('c'), 'b')
  expect(await fatal).toMatchObject({ why: 'ended' })
  expect(await fatal).toBeInstanceOf(PressFailure)
  expect((await next).length).toBeGreaterThan(1000)
  expect((await other).length).toBeGreaterThan(1000)
})

test('a text that takes all the time is ended, and the next document is set (S2)', async () => {
  const endless = failureOf(setOnPress(raw('x'.repeat(200_000)), 'a', 1500))
  const other = setOnPress(raw('c'), 'b')
  expect(await endless).toMatchObject({ why: 'time' })
  expect((await other).length).toBeGreaterThan(1000)
})

test('the page that a press sets before anybody waits for it can be set', async () => {
  expect((await setOnPress(unreadPage)).length).toBeGreaterThan(1000)
})

test('a press that is kept ready makes what comes, before it is ready and after one ended', async () => {
  const rest = keepPressReady()
  expect((await setOnPress(raw('a'), 'a')).length).toBeGreaterThan(1000)
  const endless = failureOf(setOnPress(raw('x'.repeat(200_000)), 'a', 1500))
  expect(await endless).toMatchObject({ why: 'time' })
  expect((await setOnPress(raw('b'), 'a')).length).toBeGreaterThan(1000)
  rest()
})
