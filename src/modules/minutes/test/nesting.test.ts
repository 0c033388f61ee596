import { expect, test } from 'vitest'
import { printReport, typeset } from '#commons/documents'
import { clean, lossesOf, toTree } from '#kernel/richtext'
import { givenAuthority } from '#test/harness'

const labels = {
  ...{ arms: 'Armoiries', page: 'Page {page} de {pages}', made: 'Établi le {when}' },
  ...{ heading: 'Procès-verbal', date: 'Date', place: 'Lieu', status: 'État', opened: 'Ouverture' },
  ...{ closed: 'Clôture', attendance: 'Présences', president: 'Présidence' },
  ...{ secretary: 'Secrétariat', present: 'Présents', excused: 'Excusés', absent: 'Absents' },
}

const around: [string, string][] = [
  ['<table><thead><tr><th>tête</th></tr></thead><tbody><tr><th>', '</th></tr></tbody></table>'],
  ['<ol><li>un</li><li>', '</li></ol>'],
  ['<ul><li>', '</li></ul>'],
  ['<blockquote>', '</blockquote>'],
]
const marked =
  '<p class="align-justify"><mark class="masked"><strong><em><u><s><sup>' +
  '<a href="https://beauval.example/">mot</a></sup></s></u></em></strong></mark></p>'

/** Texts of nestings by chance, the same ones each time, after those of each kind alone. */
function nested(count: number): string[] {
  let seed = 20_261_129
  const chance = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const alone = around.map((one) => Array.from({ length: 60 }, () => one))
  const mixed = Array.from({ length: count }, () =>
    Array.from({ length: 3 + chance(30) }, () => around[chance(around.length)] ?? ['', '']),
  )
  return [...alone, ...mixed].map((tags) =>
    tags.reduce((inner, [start, end]) => `${start}${marked}${inner}${end}`, marked),
  )
}

const texts = nested(8)
const points = texts.map((text, at) => ({
  title: `Point ${at + 1}`,
  blocks: toTree(clean(text).html),
}))
const madeAt = new Date('2026-06-16T09:00:00Z')

test('no nesting of lists, quotes and tables makes the minutes impossible', async () => {
  const some = { before: [], discussion: [], organSpeaks: null, votes: [], verb: null, after: [] }
  const pdf = await typeset({
    template: 'modules/minutes/minutes.typ',
    title: 'Procès-verbal',
    language: 'fr',
    letterhead: { authority: 'Commune de Beauval', arms: '', address: [], accent: '#0a5c8a' },
    madeAt,
    data: {
      ...{ labels, organ: 'Conseil', meeting: 'Séance', date: 'jeudi', place: 'Maison' },
      status: '',
      ...{ opened: '20 h', closed: '22 h', president: { name: 'A', mandate: null } },
      ...{ secretary: { name: 'B', mandate: null }, present: [], excused: [], absent: [] },
      parts: [
        {
          ...{ title: 'Séance publique', opening: [] },
          points: points.map(({ title, blocks }, at) => ({
            ...{ ...some, number: `${at + 1}`, title, service: null },
            ...{ motivation: blocks, decision: [] },
          })),
        },
      ],
      ...{ closing: [], signing: { formula: 'Par le Conseil,', signatories: [] } },
    },
  })
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
})

test('nor a report, nor one for a word processor', async () => {
  const town = await givenAuthority()
  const blocks = points.flatMap(({ title, blocks: text }) => [
    { kind: 'heading' as const, level: 1 as const, text: title },
    { kind: 'rich' as const, blocks: text },
  ])
  const report = { title: 'Plan', subtitle: '', facts: [], landscape: false, blocks }
  for (const format of ['pdf', 'docx'] as const) {
    const made = await town.asSystem(() => printReport(report, format, madeAt))
    expect(made.byteLength).toBeGreaterThan(1000)
  }
})

test('what stands too deep keeps its words, and is told', () => {
  for (const text of texts.filter((one) => one.split('<blockquote>').length > 6)) {
    const { html, dropped } = clean(text)
    expect(html.split('>mot<').length).toBe(text.split('>mot<').length)
    expect(lossesOf(dropped).map(({ what }) => what)).toEqual(['nesting'])
  }
})
