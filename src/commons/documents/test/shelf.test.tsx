import { expect, test } from 'vitest'
import { inLanguage } from '#kernel/i18n'
import { enterTenant } from '#kernel/tenancy'
import { givenAuthority } from '#test/harness'
import type { Document } from '../document.ts'
import { type DocumentMaker, DocumentShelf, onTheirWay } from '../document-shelf.tsx'

const made: Document = {
  id: '0198c2f4-0000-7000-8000-000000000001',
  template: 'test.report',
  title: 'Suivi du plan',
  file_name: 'suivi.docx',
  format: 'docx',
  state: 'ready',
  hash: null,
  size: 15_400,
  reason: null,
  asked_by: 'Alix Terval',
  asked_at: Temporal.Instant.from('2026-06-18T12:05:00Z'),
}
const pending: Document = { ...made, format: 'ods', state: 'pending', size: null }

const makers: DocumentMaker[] = [
  { template: 'report', label: 'Établir le suivi' },
  { template: 'report', format: 'ods', label: 'Établir le tableau' },
]

const { tenant } = await givenAuthority()
const shelf = (documents: Document[], may: boolean) =>
  enterTenant(tenant, () =>
    inLanguage('fr', () =>
      (<DocumentShelf documents={documents} action="/plan/documents" makers={makers} may={may} />)
        .toString()
        .replaceAll(/\s+/g, ' '),
    ),
  )

test('a shelf tells format and size of what is made, and format of what is on its way', () => {
  const html = shelf([made, pending], true)
  expect(html).toMatch(/<span lang="fr">Suivi du plan<\/span><\/a>.*DOCX, 15 ko/)
  expect(html).toContain('Suivi du plan</span> (ODS)')
  expect(html).toContain('en préparation')
})

test('its buttons post which document and which format', () => {
  const html = shelf([], true)
  expect(html.match(/<form[^>]* action="\/plan\/documents"/g)).toHaveLength(2)
  expect(html.match(/name="template" value="report"/g)).toHaveLength(2)
  expect(html.match(/name="format" value="ods"/g)).toHaveLength(1)
})

test('whoever may not ask sees the documents and no button', () => {
  const html = shelf([made], false)
  expect(html).toContain('Suivi du plan')
  expect(html).not.toContain('<form')
})

test('a page looks again as long as one document is on its way', () => {
  expect(onTheirWay([made, pending])).toBe(true)
  expect(onTheirWay([made])).toBe(false)
})
