import { expect, test } from 'vitest'
import { Invalid } from '#kernel/errors'
import { richTextOf } from '../texts.tsx'

const nested = (times: number) =>
  `${'<blockquote>'.repeat(times)}<p>Vu</p>${'</blockquote>'.repeat(times)}`

test.each([
  ['<p><a href="javascript:alert(1)">Vu</a></p>', '1 lien'],
  ['<p>Vu</p><img src="https://a.example/x.png" alt="">', '1 image'],
  ['<p>Vu</p><iframe src="https://a.example">x</iframe>', '1 contenu incorporé'],
  ['<ol start="999999999999"><li>Vu</li></ol>', '1 numéro de liste'],
  ['<table><tr><td colspan="1000">Vu</td></tr></table>', '1 cellule de plus de 100 colonnes'],
  [nested(7), '2 listes, citations ou tableaux à plus de 5 niveaux'],
])('a rich text with what it cannot keep is refused at its field: %s', async (given, what) => {
  const refused: unknown = await richTextOf(given, 'motivation').catch((thrown: unknown) => thrown)
  expect(refused).toBeInstanceOf(Invalid)
  expect(refused).toHaveProperty('fields.motivation.0', expect.stringContaining(what))
})

test('one five levels deep is kept as it is', async () => {
  expect(await richTextOf(nested(5), 'motivation')).toBe(nested(5))
})
