import { expect, test } from 'vitest'
import { checkTerms, termsIn, termsOfHouse } from './glossary.ts'
import { sources } from './house.ts'

const head = '| French | in the code | meaning |\n| --- | --- | --- |\n'

test('each folder explains its terms of art, by names that the code holds', () => {
  const code = sources.map(({ path, text }) => `${path}\n${text}`).join('\n')
  expect(checkTerms(termsOfHouse(), code)).toEqual([])
})

test.for([
  ['a line that lacks a cell', '| siège | `Seat` |\n', 'src/a: « siège | `Seat` » is no line'],
  [
    'a term twice',
    '| siège | `Seat` | a |\n| siège | `Seat` | b |\n',
    '« siège » is explained twice',
  ],
  ['a name that is gone', '| siège | `Chair` | a |\n', '« siège »: Chair is not in the code'],
] as const)('%s is found', ([, lines, fault]) => {
  expect(checkTerms(termsIn('src/a', head + lines), 'interface Seat {}')).toEqual([fault])
})
