import { expect, test } from 'vitest'
import { headLine, mailAddress } from '../address.ts'

test('an address is taken as SMTP takes it: its domain in ASCII', () => {
  expect(mailAddress(' prenom.nom@commune.be ')).toBe('prenom.nom@commune.be')
  expect(mailAddress('greffe@mairie-évry.fr')).toBe('greffe@xn--mairie-vry-h7a.fr')
})

test.each([
  'nobody',
  '@commune.be',
  'a@',
  'a@commune.be, b@commune.be',
  'a@commune.be\r\nBcc: b@commune.be',
  'a b@commune.be',
  'a@commune.be>',
  'a@commune.be/..',
  'é@commune.be',
  `${'a'.repeat(250)}@commune.be`,
])('what is no address is refused: %s', (typed) => {
  expect(mailAddress(typed)).toBeUndefined()
})

test('a head of a message is one line, of so many signs', () => {
  expect(headLine('Bonjour\r\nBcc: a@b.be\u2028ici', 100)).toBe('Bonjour Bcc: a@b.be ici')
  expect(headLine('📮'.repeat(10), 5)).toBe('📮📮📮📮…')
})
