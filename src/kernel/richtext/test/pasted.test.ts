import { expect, test } from 'vitest'
import { clean } from '../index.ts'
import * as pasted from './pasted.ts'

const dropped = (source: string, what: string) =>
  clean(source).dropped.find((one) => one.what === what)?.count ?? 0

test('lists, marks and changes of Word come as they read; what is dropped is told (T2)', () => {
  expect(clean(pasted.word).html).toBe(
    '<p>Vu <strong>le budget</strong>\u00A0;</p>' +
      '<ul><li>Un<ul><li>Un et demi</li></ul></li><li>Deux</li></ul>' +
      '<p>Une somme de 6 000 euros m<sup>2</sup></p>',
  )
  for (const what of ['deleted', 'img']) expect(dropped(pasted.word, what)).toBe(1)
  expect(dropped(pasted.word, 'comment')).toBeGreaterThan(0)
})

test('marks by style of Outlook come as marks (T2)', () => {
  expect(clean(pasted.outlook).html).toBe(
    '<p>Bonjour <strong><u>tous</u></strong>,</p><p><em>à <s>lundi</s> mardi</em></p>',
  )
})

test('a text of Google Docs is not bold because it is wrapped in a tag that is (T2)', () => {
  expect(clean(pasted.googleDocs).html).toBe(
    '<p>Vu <strong>la loi</strong></p><ol><li><em>un</em></li></ol><p>x</p>',
  )
  expect(dropped(pasted.googleDocs, 'comment')).toBe(1)
})

test('numbers of lists of LibreOffice are kept (T2)', () => {
  expect(clean(pasted.libreOffice).html).toBe(
    '<p><strong>Vu</strong> <s>hier</s></p><ol start="2" type="a"><li>b</li><li value="5">e</li></ol>',
  )
})

test('cells of Excel come as a table, and a web page without what it hides (T2)', () => {
  expect(clean(pasted.excel).html).toContain('1\u00A0250,00')
  expect(clean(pasted.excel).html).toMatch(/^<table><tbody><tr><td>/)
  expect(clean(pasted.webPage).html).toBe(
    '<h3>Avis</h3><p>Texte <em>vu</em> <a href="https://beauval.example/">lien</a></p>',
  )
  expect(dropped(pasted.webPage, 'hidden')).toBe(1)
})

test('what a style strikes stays struck, what it hides is dropped and told (T2)', () => {
  expect(clean('<p style="text-decoration: line-through">non</p>').html).toBe('<p><s>non</s></p>')
  const { html, dropped: left } = clean('<div style="display:none"><p>secret</p></div><p>vu</p>')
  expect(html).toBe('<p>vu</p>')
  expect(left).toEqual([{ what: 'hidden', count: 1 }])
})
