import { expect, test } from 'vitest'
import { clean, cleanWithPictures, isEmpty, redact, toPlainText, withKept } from '../index.ts'

const hash = 'a'.repeat(64)
const shown = (rest: string) => `<img src="/pictures/${hash}"${rest}>`

test('a picture stands on a line of its own, with its words and the side of its paragraph (T2)', () => {
  const source = `<p style="text-align:center">Vu ${shown(' alt="Le  plan" width=10 onerror=x()')} et</p>`
  expect(clean(source).html).toBe(
    `<p class="align-center">Vu</p>${shown(' alt="Le plan" class="align-center"')}<p class="align-center">et</p>`,
  )
  expect(clean(`<ul><li>a${shown(' alt=""')}</ul>`).html).toBe(
    `<ul><li>a${shown(' alt=""')}</li></ul>`,
  )
  const published = clean(`<img src="/publications/pictures/${hash}" alt="x">`)
  expect(published.html).toBe(shown(' alt="x"'))
  expect(toPlainText(published.html)).toBe('x')
  expect(isEmpty(clean(shown(' alt=""')).html)).toBe(false)
})

test('what is elsewhere is dropped and counted; bytes in the text are for whoever takes them (T2)', () => {
  const elsewhere = '<img src="http://a.example/x.png"><img src="file:///c/x.png"><img src="//a/x">'
  const inside = '<img src="data:image/png;base64,AAAA" alt="x">'
  expect(clean(`<p>a</p>${elsewhere}${inside}`)).toMatchObject({
    html: '<p>a</p>',
    dropped: [{ what: 'img', count: 4 }],
  })
  const { html, brought } = cleanWithPictures(`<p>a</p>${inside}`)
  const [one] = brought
  expect(one?.data).toBe('AAAA')
  const kept = withKept(html, (from) => (from === one?.hash ? hash : undefined))
  expect(kept).toBe(`<p>a</p>${shown(' alt="x"')}`)
  expect(
    withKept(
      kept,
      () => undefined,
      (alt) => `[${alt}]`,
    ),
  ).toBe('<p>a</p><p>[x]</p>')
})

test('a picture to hide leaves as the word that stands for it, however it was marked', () => {
  for (const source of [
    shown(' alt="Mme X" class="masked"'),
    `<span class="pm-anonymize">${shown(' alt="Mme X"')}</span>`,
  ])
    expect(redact(clean(source).html, 'masqué')).toBe('<p><mark class="masked">masqué</mark></p>')
})
