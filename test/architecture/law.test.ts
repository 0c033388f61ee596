import { expect, test } from 'vitest'
import { asked, folderOf, laws, legalRules } from '#commons/law'
import { givenAuthority } from '#test/harness'
import { assembledHouse, isOfTheHouse, sources } from './house.ts'
import { checkProofs } from './law-proofs.ts'
import { checkLawIsData, checkLaws, lawsAsked } from './law.ts'
import type { Source } from './source.ts'

const file = (path: string, text: string): Source => ({ path, text })
const delay = (does: string) => `applied('mail.delay', 'delay', '${does}')`

test('who is said to apply a law asks for it in his own folder, and reads what it says', async () => {
  await assembledHouse()
  const known = [...asked].filter((one) => isOfTheHouse(folderOf(one)))
  expect(known.length).toBeGreaterThan(5)
  const said = (all: readonly { key: string; does: string }[]) =>
    all.map(({ key, does }) => `${key} ${does}`).toSorted()
  expect(said(lawsAsked(sources))).toEqual(said(known))
  expect(checkLaws(sources)).toEqual([])
})

test.for([
  ['that nobody reads', `export const law = ${delay('mail.applies.delay')}`],
  ['that only stands in an export', `const law = ${delay('mail.applies.delay')}\nexport { law }`],
  ['without a name', delay('mail.applies.delay')],
  [
    'that another is said to apply',
    `const law = ${delay('letters.applies.delay')}\nexport const day = () => law.on('council', today())`,
  ],
] as const)('a law %s is found', ([, text]) => {
  expect(checkLaws([file('src/modules/mail/letter.ts', text)])).toHaveLength(1)
})

test('the law of a trade is data', () => {
  expect(checkLawIsData(sources)).toEqual([])
  const planted = 'export const law = [1, 2].map((days) => ({ days }))'
  expect(checkLawIsData([file('src/modules/mail/law/post.ts', planted)])).toHaveLength(1)
  expect(checkLawIsData([file('src/modules/mail/post.ts', planted)])).toEqual([])
})

test('a law that the folder reads in another file is applied, and by a test it is not', () => {
  const made = file(
    'src/modules/mail/letter.ts',
    `export const law = ${delay('mail.applies.delay')}`,
  )
  const reading =
    "import { law } from './letter.ts'\nexport const day = () => law.on('council', today())"
  expect(checkLaws([made, file('src/modules/mail/due.ts', reading)])).toEqual([])
  expect(checkLaws([made, file('src/modules/mail/test/due.test.ts', reading)])).toHaveLength(1)
})

const none = { 'mail.delay': { file: 'mail.test.ts', title: 'a letter' } }

test('of each rule of law a case is worked out: beside it, or by a test that is named; verified or not, it is shown', async () => {
  const authority = await givenAuthority()
  const ofTheHouse = new Set(laws.every().map(({ key }) => key))
  const rules = (await authority.asSystem(legalRules)).filter(({ key }) => ofTheHouse.has(key))
  expect(rules.length).toBeGreaterThan(150)
  expect(checkProofs(rules)).toEqual([])
  const found = checkProofs(rules, none)
  expect(found).toContain('mail.delay: no law is called so')
  expect(found).toContain('mail.delay: mail.test.ts has no test « a letter »')
  expect(found.some((one) => one.startsWith('vote.secret, council,'))).toBe(true)
})
