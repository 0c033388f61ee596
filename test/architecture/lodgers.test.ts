import { expect, test } from 'vitest'
import { termsOfHouse } from './glossary.ts'
import { messagesIn, sources } from './house.ts'
import { lodgingStyles, lodgingWords } from './lodgers.ts'
import { placeOf } from './source.ts'

const kernel = new Set(
  sources.flatMap(({ path }) => {
    const place = placeOf(path)
    return place?.floor === 'kernel' ? [place.folder] : []
  }),
)
const isKernel = (key: string) => kernel.has(key.split('.')[0] ?? '')

test('the kernel dresses its own pieces only', () => {
  expect(lodgingStyles(sources)).toEqual([])
})

test('a style of a trade that lodges in the kernel is found', () => {
  const file = (path: string, text: string) => ({ path, text })
  const planted = [
    file('src/kernel/ui/css/a.css', '.ballot { .row { color: red } }\n/* .letter */'),
    file('src/kernel/ui/page.tsx', 'export const Row = () => <p class="row wide" />'),
    file('src/modules/mail/letter.tsx', 'export const L = () => <p class="row ballot letter" />'),
  ]
  expect(lodgingStyles(planted)).toEqual([
    'src/kernel/ui/css/a.css dresses .ballot, which no piece of the kernel is',
  ])
})

test('the kernel says no term of art of a trade', async () => {
  expect(lodgingWords(await messagesIn('fr'), termsOfHouse(), isKernel)).toEqual([])
})

test('a term of art in the words of the kernel is found', () => {
  const terms = [
    { folder: 'src/modules/mail', cells: ['recommandé, pli', 'x', 'x'] },
    { folder: 'src/modules/mail', cells: ['lien (d’une lettre)', 'x', 'x'] },
    { folder: 'src/commons/law', cells: ['article', 'x', 'x'] },
  ]
  const said = new Map([
    ['ui.one', 'Deux Plis et un article'],
    ['ui.two', 'Le lien se replie'],
    ['post.one', 'Un pli'],
  ])
  expect(lodgingWords(said, terms, isKernel)).toEqual(['ui.one says « pli »'])
})
