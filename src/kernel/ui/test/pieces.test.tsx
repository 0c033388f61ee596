import { expect, test } from 'vitest'
import {
  assetUrl,
  Bars,
  Dialog,
  DialogButton,
  FileField,
  Filters,
  Icon,
  Outline,
  PostButton,
  RichTextField,
  Table,
} from '../index.ts'
import { iconNames } from '../icons.tsx'
import { asHtml } from '../islands/plain-text.ts'

const html = (node: { toString(): string }) => node.toString()

test('each cell of a table carries the label that a phone shows before it', () => {
  const table = html(
    <Table
      caption="Dossiers"
      columns={[
        { header: 'Objet', cell: (row: { a: string; b: number }) => row.a },
        { header: 'Montant', cell: (row) => row.b, align: 'end' },
      ]}
      rows={[{ a: 'Rue', b: 12 }]}
    />,
  )
  expect(table).toContain('<th role="rowheader" scope="row" data-label="Objet">Rue</th>')
  expect(table).toContain('<td role="cell" class="end" data-label="Montant">12</td>')
  expect(table).toContain('<caption>Dossiers</caption>')
})

test('what several rows hold is written once, each cell with its label; others are written each', () => {
  let drawn = 0
  const Drawn = ({ word }: { word: string }) => {
    drawn += 1
    return <b>{word}</b>
  }
  const states = { open: <Drawn word="ouvert" />, closed: <Drawn word="clos" /> }
  const stateOf = (row: keyof typeof states) => states[row]
  const table = html(
    <Table
      caption="Dossiers"
      columns={[
        { header: 'Objet', cell: (row: keyof typeof states) => row },
        { header: 'État', cell: stateOf },
      ]}
      rows={['open', 'closed', 'open', 'open']}
    />,
  )
  expect(drawn).toBe(2)
  expect(table.match(/<td role="cell" data-label="État"><b>ouvert<\/b><\/td>/g)).toHaveLength(3)
  expect(table.match(/<b>clos<\/b>/g)).toHaveLength(1)
})

test('a table without rows says so in a sentence instead of showing an empty frame', () => {
  const table = html(<Table caption="Dossiers" columns={[]} rows={[]} empty={<p>Aucun.</p>} />)
  expect(table).toBe('<p>Aucun.</p>')
})

test('words of a person are escaped wherever they stand', () => {
  const title = '<script>x</script>"'
  const outline = <Outline label="x" parts={[{ items: [item('1', title)] }]} reorder={move} />
  expect(html(outline)).not.toContain('<script>')
})

const move = { action: '/order' }
const item = (id: string, title = id) => ({ id, number: id, title, href: '/' })

test('without JavaScript an item moves by its form, counted over all parts', () => {
  const moving = (id: string) =>
    html(
      <Outline
        label="Points"
        parts={[
          { heading: 'Public', items: [item('a'), item('b')] },
          { heading: 'Huis clos', items: [item('c')] },
        ]}
        reorder={{ ...move, moving: id }}
      />,
    )
  const moves = (id: string) =>
    [
      ...moving(id).matchAll(/name="id" value="(\w)"\/><input[^>]*name="position" value="(\d)"/g),
    ].map(([, of, position]) => `${of}${position}`)
  expect([moves('a'), moves('b'), moves('c')]).toEqual([
    ['a2', 'a3'],
    ['b1', 'b3'],
    ['c1', 'c2'],
  ])
  expect(moving('b')).toMatch(/type="number" name="position" value="2" min="1" max="3"/)
  expect(moves('none')).toEqual([])
  expect(moving('none').match(/href="\?move=\w"/g)).toHaveLength(3)
})

test('an outline that may not be reordered shows no handle and no form', () => {
  const outline = html(<Outline label="Points" parts={[{ items: [item('a'), item('b')] }]} />)
  expect(outline).not.toMatch(/<form|data-grip/)
})

test('a bar is as long as its share of its own whole, never longer than the frame', () => {
  const bars = html(
    <Bars
      caption="Délais"
      bars={[
        { label: 'a', value: 9, max: 18, text: '9 / 18' },
        { label: 'b', value: 30, max: 18 },
      ]}
    />,
  )
  expect([...bars.matchAll(/class="value" width="([\d.]+)%"/g)].map(([, share]) => share)).toEqual([
    '50',
    '100',
  ])
  expect(bars).toContain('9 / 18')
})

test('a question before an act travels with the form, and the act is a POST', () => {
  const button = html(
    <PostButton action="/x" confirm="Supprimer ?" fields={{ version: 3 }}>
      Supprimer
    </PostButton>,
  )
  expect(button).toMatch(
    /^<form class="post" method="post" action="\/x" data-turbo-confirm="Supprimer \?">/,
  )
  expect(button).toContain('<input type="hidden" name="version" value="3"/>')
})

test('a dialog is opened by the invoker that names it', () => {
  const both = html(
    <>
      <DialogButton opens="ask">Demander</DialogButton>
      <Dialog id="ask" title="Demander">
        corps
      </Dialog>
    </>,
  )
  expect(both).toContain('command="show-modal" commandfor="ask"')
  expect(both).toContain('<dialog id="ask" class="dialog" aria-labelledby="ask-title">')
})

test('filters keep what is chosen and what stands beside them in the address', () => {
  const filters = html(
    <Filters
      action="/list"
      keep={{ sort: 'due' }}
      sentence={[
        'Les dossiers',
        {
          kind: 'select',
          name: 'service',
          label: 'Service',
          value: 'b',
          options: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ],
        },
      ]}
    />,
  )
  expect(filters).toContain('<option value="b" selected="">B</option>')
  expect(filters).toContain('<input type="hidden" name="sort" value="due"/>')
})

test('a rich text is sent by its textarea, with what it held, escaped', () => {
  const marked = '<p><strong>Vu</strong></p>'
  const field = html(<RichTextField name="text" label="Texte" value={marked} />)
  expect(field).toContain('&lt;p&gt;&lt;strong&gt;Vu&lt;/strong&gt;&lt;/p&gt;</textarea>')
  const plain = html(<RichTextField name="text" label="Texte" value={'<p>Vu &amp; lu</p>'} />)
  expect(plain).toContain('Vu &amp; lu</textarea>')
  expect(plain).not.toContain('&lt;p&gt;')
  expect(field).toMatch(/<div class="rich-tools" role="toolbar"[^>]* hidden=""/)
})

test('a file field tells what it takes, tied to the field', () => {
  const field = html(
    <FileField name="f" label="Annexes" hint="PDF." accept={['.pdf', 'image/*']} multiple />,
  )
  expect(field).toContain('accept=".pdf,image/*"')
  expect(field).toContain('aria-describedby="f-f-help"')
  expect(field).toContain('PDF. Plusieurs fichiers possibles.')
})

test('every icon of the list can be drawn', () => {
  for (const name of iconNames)
    expect(html(<Icon name={name} />)).toMatch(/<(path|circle|line|rect)/)
})

test('a browser file is addressed by the hash of its content, by its plain name before a build', () => {
  expect(assetUrl('beffroi.css', { 'beffroi.css': 'beffroi-ABC.css' })).toBe(
    '/assets/beffroi-ABC.css',
  )
  expect(assetUrl('beffroi.css', {})).toBe('/assets/beffroi.css')
})

test('plain text becomes paragraphs at its blank lines, and its signs stay signs', () => {
  expect(asHtml('Vu le code ;\n\nArticle 1\nsuite')).toBe(
    '<p>Vu le code ;</p><p>Article 1<br>suite</p>',
  )
  expect(asHtml('vitesse < 30 & plus')).toBe('<p>vitesse &lt; 30 &amp; plus</p>')
  expect(asHtml('<p>Déjà <strong>écrit</strong></p>')).toBe('<p>Déjà <strong>écrit</strong></p>')
})
