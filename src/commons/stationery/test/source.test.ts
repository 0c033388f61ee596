import { describe, expect, test } from 'vitest'
import { fromField } from '#kernel/richtext'
import { engineOf, given } from '../engine.ts'
import { sourceOf } from '../source.ts'

/** What a template says of these names. */
const said = (html: string, names: Parameters<typeof given>[0] = {}, parts = {}) =>
  engineOf(parts).parseAndRenderSync(sourceOf(fromField(html).html), given(names) as object)

describe('a template is formatted text in which names were typed', () => {
  test('a name is its words, with no sign of them read as markup', () => {
    expect(said('<p>Objet : {{ title }}</p>', { title: 'Bois & <b>forêts</b>' })).toBe(
      '<p>Objet : Bois &amp; &lt;b&gt;forêts&lt;/b&gt;</p>',
    )
  })

  test('what was formatted by chance within a name, and quotes of a word processor, do not hinder', () => {
    expect(said('<p>{{ <strong>title</strong> }}</p>', { title: 'Un' })).toBe('<p>Un</p>')
    expect(said('<p>{% if title == «\u00A0Un\u00A0» %}oui{% endif %}</p>', { title: ' Un ' })).toBe(
      '<p>oui</p>',
    )
  })

  test('formatted text stands as it is, with its paragraphs', () => {
    const decision = { html: '<p>Article 1er</p><p>Article 2</p>' }
    expect(said('<p>{{ decision }}</p>', { decision })).toBe('<p>Article 1er</p><p>Article 2</p>')
  })

  test('paragraphs, items and rows that hold tags alone are gone', () => {
    const points = [{ title: 'A' }, { title: 'B' }]
    const loop = '{% for point in points %}'
    expect(said(`<p>${loop}</p><p>{{ point.title }}</p><p>{% endfor %}</p>`, { points })).toBe(
      '<p>A</p><p>B</p>',
    )
    expect(
      said(`<ul><li>${loop}</li><li>{{ point.title }}</li><li>{% endfor %}</li></ul>`, { points }),
    ).toBe('<ul><li>A</li><li>B</li></ul>')
    const cells = (text: string) => `<tr><td>${text}</td><td></td></tr>`
    const rows = `${cells(loop)}<tr><td>{{ point.title }}</td><td>x</td></tr>${cells('{% endfor %}')}`
    expect(said(`<table><tbody>${rows}</tbody></table>`, { points }).match(/<tr>/g)).toHaveLength(2)
  })

  test('amounts and days are compared as what they are and printed in words', () => {
    const amount = { raw: 1250.5, words: '1 250,50 €' }
    const day = { raw: '2026-11-30', words: '30 novembre 2026' }
    expect(said('<p>{% if amount > 1000 %}{{ amount }}{% endif %}</p>', { amount })).toBe(
      '<p>1 250,50 €</p>',
    )
    expect(said("<p>{% if day < '2027-01-01' %}{{ day }}{% endif %}</p>", { day })).toBe(
      '<p>30 novembre 2026</p>',
    )
    const yes = { raw: true, words: 'Oui' }
    const no = { raw: false, words: 'Non' }
    expect(
      said('<p>{% if yes %}{{ yes }}{% endif %}{% if no %}?{% endif %}</p>', { yes, no }),
    ).toBe('<p>Oui</p>')
  })

  test('what is missing is empty, and false', () => {
    expect(said('<p>a{{ nothing }}{% if nothing %}b{% endif %}{{ list.first.name }}</p>')).toBe(
      '<p>a</p>',
    )
  })

  test('nothing but what is given is within reach', () => {
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      'title.constructor',
      'amount.__proto__',
    ])
      expect(said(`<p>[{{ ${name} }}]</p>`, { title: 'x', amount: { raw: 1, words: '1' } })).toBe(
        '<p>[]</p>',
      )
    expect(() => said('<p>{% render "/etc/passwd" %}</p>')).toThrow(/render/)
    expect(() => said('<p>{% include "/etc/passwd" %}</p>')).toThrow(/ENOENT/)
  })

  test('a loop without measure ends', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'x' : `{% for i${depth} in (1..100000) %}${nested(depth - 1)}{% endfor %}`
    expect(() => said(`<p>${nested(4)}</p>`)).toThrow(/limit/)
  })
})

test('what takes a second of a text of its length takes two of twice that (linear)', () => {
  const worst = ['{{', '{% ', '<p>{{ a }}', '{{ a }} ', '<p>{% if a %}</p>']
  const time = (text: string) => {
    const html = fromField(text).html
    const begun = process.cpuUsage()
    sourceOf(html)
    const { user, system } = process.cpuUsage(begun)
    return user + system
  }
  for (const one of worst) {
    const least = (length: number) =>
      Math.min(...[1, 2, 3].map(() => time(one.repeat(length / one.length))))
    const [short, long] = [least(100_000), least(400_000)]
    expect(long / Math.max(short, 1000), one).toBeLessThan(12)
  }
})
