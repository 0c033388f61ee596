import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { toPlainText } from '#kernel/richtext'
import { describe, expect, test } from 'vitest'
import { noChoices, plan } from '../../src/modules/plonemeeting/plan.ts'
import type { Choices, Known, Plan } from '../../src/modules/plonemeeting/plan.ts'
import { read } from '../../src/modules/plonemeeting/read.ts'

const folder = new URL('../../../shared/data/delib/', import.meta.url)
const present = existsSync(folder)

const nothingKnown: Known = {
  categories: [],
  services: [],
  meetingUids: new Set(),
  itemUids: new Map(),
  annexUids: new Set(),
}

const files = (...names: string[]) =>
  names.map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }))

/** Every category as it is called, every service under a typed name: these answers give none. */
const createAll = (asked: Plan): Choices => ({
  ...noChoices,
  categories: Object.fromEntries(asked.categories.map(({ token }) => [token, 'create'])),
  services: Object.fromEntries(asked.services.map(({ token }) => [token, { create: token }])),
})

describe.skipIf(!present)(
  'real answers of plonemeeting.restapi (skipped where ../shared/data/delib is not there)',
  () => {
    const upload = present ? read(files('meeting_mock.json', 'meeting_items_mock.json')) : read([])

    test('are a college of 14 November 2019, though its date says the 10th', () => {
      expect(upload.meeting).toMatchObject({ organHint: 'college', number: 331, state: 'closed' })
      expect(upload.meeting?.startsAt.toPlainDate().toString()).toBe('2019-11-14')
      const notices = upload.findings.map(({ code }) => code)
      expect(notices).toContain('date_differs')
      expect(notices).toContain('hour_unknown')
    })

    test('are 28 public points of six categories and six services without a name', () => {
      expect(upload.items.map(({ number }) => number)).toEqual(
        Array.from({ length: 28 }, (_, at) => (at + 1) * 100),
      )
      expect(upload.unreadable).toEqual([])
      const asked = plan(upload, nothingKnown, { ...noChoices, acceptRepaired: true })
      expect(asked.categories).toHaveLength(6)
      expect(asked.services.map(({ title }) => title)).toEqual(Array(6).fill(null))
      expect(asked.services.flatMap(({ items }) => items).reduce((a, b) => a + b)).toBe(28)
    })

    test('hold HTML that is said to be plain text, and it is read as HTML', () => {
      const sixth = upload.items.find(({ number }) => number === 600)
      expect(sixth && toPlainText(sixth.description)).toBe('Engagement de Mme XXXXXX')
    })

    test('hold one broken decision, named with its lines; leaving it out, 27 are created', () => {
      const broken = upload.findings.filter(({ code }) => code === 'broken_html')
      expect(new Set(broken.map(({ where }) => `${where.itemUid} ${where.field}`)).size).toBe(1)
      expect(broken[0]?.where.line).toBeGreaterThan(1)
      const choices = createAll(plan(upload, nothingKnown, { ...noChoices, acceptRepaired: true }))
      expect(plan(upload, nothingKnown, choices).ready).toBe(false)
      const without = plan(upload, nothingKnown, { ...choices, leaveOutRefused: true })
      expect(without).toMatchObject({ ready: true, counts: { items: { create: 27, refused: 1 } } })
      const repaired = plan(upload, nothingKnown, { ...choices, acceptRepaired: true })
      expect(repaired).toMatchObject({ ready: true, counts: { items: { create: 28, refused: 0 } } })
    })

    test('taken over twice change nothing', () => {
      const known: Known = {
        ...nothingKnown,
        meetingUids: new Set([upload.meeting?.uid ?? '']),
        itemUids: new Map(upload.items.map(({ uid, hash }) => [uid, hash])),
      }
      const again = read(files('meeting_items_mock.json', 'meeting_mock.json'))
      expect(plan(again, known, noChoices)).toMatchObject({ ready: true, changes: false })
    })

    test('with the whole folder, each wrong file is named and so is the annex of another meeting', () => {
      const { findings, items } = read(files(...readdirSync(folder)))
      const wrong = findings.filter(({ code }) => code === 'wrong_file')
      expect(
        Object.fromEntries(wrong.map(({ where, params }) => [where.file, params.reason])),
      ).toEqual({
        'annexes_not_publishable_mock.json': 'empty_list',
        'document.pdf': 'claimed_by_no_annex',
        'portal_demo.json': 'unknown_shape',
        'portal_publications.json': 'other_type',
        'preview_import_items_mock.json': 'preview_without_texts',
      })
      const stray = findings.filter(({ code }) => code === 'annex_of_unknown_item')
      expect(stray.map(({ params }) => params.annex)).toEqual(['0s57'])
      expect(items).toHaveLength(28)
    })
  },
)
