import { expect, test } from 'vitest'
import { sources } from './house.ts'
import { silentActs } from './silent.ts'

test('every act says what it did (I1)', () => {
  expect(silentActs(sources)).toEqual([])
})

test('an act that says nothing is found', () => {
  const path = 'src/modules/mail/pages/letter.tsx'
  const file = (text: string) => [{ path, text }]
  expect(silentActs(file('redirect(c, letterPath(letter), null)'))).toHaveLength(1)
  expect(silentActs(file("redirect(c, letterPath(letter), { key: 'mail.sent' })"))).toEqual([])
})
