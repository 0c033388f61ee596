import { cpuUsage } from 'node:process'
import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { personalData } from '../index.ts'
import { corpus } from './corpus/corpus.ts'

const times = (piece: string) => (size: number) =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
const acts = corpus(118, 5)
  .map(({ text }) => text)
  .join('\n')
/** Words, each another: `before`, a name that nobody bears, `after`. */
const many = (before: string, after: string) => (size: number) => {
  let text = ''
  for (let nth = 0; text.length < size; nth += 1)
    text += `${before}Q${nth.toString(26).replaceAll(/\d/g, (figure) => 'qrstuvwxyz'[Number(figure)] ?? '')}${after}`
  return text
}

const shapes: [string, (size: number) => string][] = [
  ['acts', times(acts)],
  ['one word', times('A')],
  ['names', times('Dupont ')],
  ['names in capitals', times('DUPONT ')],
  ['names, each another', many('M. ', ', ')],
  ['people in office, each another', many('M. Jean ', ', Échevins ; ')],
  ['first names', times('Jean, ')],
  ['couples', times('Jean et ')],
  ['last and first names', times('DUPONT, Jean, ')],
  ['titles', times('M. ')],
  ['initials', times('A.')],
  ['particles', times('De ')],
  ['apostrophes', times('d’')],
  ['quotes', times('« ')],
  ['hyphens', times('Jean-')],
  ['hyphens at the ends of lines', times('Ab-\n')],
  ['spaces', times(' ')],
  ['tabs', times('\t')],
  ['cells', times('Jean\tDupont\t')],
  ['rows', times('Jean\tDupont\n')],
  ['line ends', times('\n')],
  ['combining marks', (size) => `a${'\u0301'.repeat(size)}`],
  ['figures', times('1')],
  ['figures apart', times('1 ')],
  ['fractions', times('1/')],
  ['ways', times('rue ')],
  ['houses', times('rue Haute 1, 4500 Huy, ')],
  ['towns', times('4500 Huy ')],
  ['births', times('né le 1 ')],
  ['accounts', times('BE12 ')],
  ['mailboxes', times('a@')],
  ['mailboxes in pieces', times('a,b@c-d e-f ')],
  ['points', times('a.')],
  ['firms', times('SA Dupont & ')],
  ['schools', times('écoles Jean, ')],
]

test.for(shapes)('twice as much takes twice as long: %s', ([, source]) => {
  const office = [{ first: 'Jean', last: 'Dupont' }]
  expect(growth(source, (text) => personalData(text, { office }), 64_000)).toBeLessThan(2.6)
})

const cpu = (work: () => unknown): number => {
  const before = cpuUsage()
  work()
  return cpuUsage(before).user / 1000
}

test('400 000 signs of acts take at most a hundred times as long as it takes to find and fold their words', () => {
  const text = times(acts)(400_000)
  // Twenty times: once is too short to be measured.
  const words = () =>
    Array.from({ length: 20 }, () =>
      [...text.matchAll(/\p{L}+/gu)].map(([word]) => word.normalize('NFD').toLowerCase()),
    )
  personalData(text)
  words()
  // The least of some, in turn: what else the machine does makes each of them longer.
  const took = [1, 2, 3].map(() => ({ words: cpu(words), found: cpu(() => personalData(text)) }))
  const least = (what: 'words' | 'found') => Math.min(...took.map((one) => one[what]))
  expect(least('found') / least('words')).toBeLessThan(5)
})
