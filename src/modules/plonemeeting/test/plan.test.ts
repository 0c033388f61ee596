import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noChoices, plan } from '../plan.ts'
import type { Choices, Known, Plan } from '../plan.ts'
import { read } from '../read.ts'
import type { UploadedFile } from '#commons/imports'
import {
  after,
  createAll,
  json,
  nothingKnown,
  said,
  sample,
  sampleWith,
  text,
  with1stPoint,
} from './beauval.ts'
import type { Envelope, Fields } from './beauval.ts'

describe('the plan', () => {
  const upload = read(sample())

  test('asks for every category and service that is not known', () => {
    const asked = plan(upload, nothingKnown, noChoices)
    expect(asked.ready).toBe(false)
    expect(said(asked.findings, 'unknown_category')).toHaveLength(7)
    expect(said(asked.findings, 'unknown_service')).toHaveLength(7)
    const unnamed = asked.services.filter(({ title }) => title === null)
    expect(unnamed.map(({ examples }) => examples[0]?.reference)).toContain('PERS/20260615-10')
  })

  test('a service known only by its UID is created under a typed name, not without', () => {
    const { services } = plan(upload, nothingKnown, noChoices)
    const token = services.find(({ title }) => title === null)?.token ?? ''
    const resolved = (choice: Choices['services'][string]) =>
      plan(upload, nothingKnown, { ...noChoices, services: { [token]: choice } }).services.find(
        (service) => service.token === token,
      )?.resolution
    expect(resolved('create')).toEqual({ kind: 'question', nameNeeded: true })
    expect(resolved({ create: ' Personnel ' })).toEqual({ kind: 'create', name: 'Personnel' })
  })

  test('an equal name, accents and case aside, is mapped and said; two alike are asked', () => {
    const known = { ...nothingKnown, categories: [{ id: 'c1', name: 'ADMINISTRATION GENERALE' }] }
    const mapped = plan(upload, known, noChoices)
    expect(mapped.categories[0]?.resolution).toEqual({ kind: 'mapped', id: 'c1', by: 'name' })
    expect(said(mapped.findings, 'mapped_by_name')[0]?.params.ours).toBe('ADMINISTRATION GENERALE')
    const two = {
      ...known,
      categories: [...known.categories, { id: 'c2', name: 'Administration générale' }],
    }
    expect(plan(upload, two, noChoices).categories[0]?.resolution.kind).toBe('question')
  })

  test('a remembered token needs no name, and a choice comes before both', () => {
    const categories = [
      { id: 'c1', name: 'Divers', externalTokens: ['administration'] },
      { id: 'c2', name: 'Autre' },
    ]
    const resolution = (choices: Choices) =>
      plan(upload, { ...nothingKnown, categories }, choices).categories[0]?.resolution
    expect(resolution(noChoices)).toEqual({ kind: 'known', id: 'c1' })
    expect(resolution({ ...noChoices, categories: { administration: 'c2' } })).toEqual({
      kind: 'mapped',
      id: 'c2',
      by: 'choice',
    })
  })

  test('a choice naming nothing of ours stays a question', () => {
    const choices = { ...noChoices, categories: { administration: 'gone' } }
    expect(plan(upload, nothingKnown, choices).categories[0]?.resolution.kind).toBe('question')
  })

  test('a token named like a member of every object is no choice', () => {
    const odd = read(with1stPoint({ category: { token: '__proto__', title: null } }))
    const { categories } = plan(odd, nothingKnown, noChoices)
    expect(categories.find(({ token }) => token === '__proto__')?.resolution.kind).toBe('question')
  })

  test('once answered it is ready, and carried out twice it changes nothing', () => {
    const choices = createAll(sample())
    const first = plan(upload, nothingKnown, choices)
    expect(first).toMatchObject({ ready: true, changes: true, meeting: { action: 'create' } })
    expect(first.counts).toMatchObject({
      items: { create: 12 },
      annexes: { create: 2, confidential: 1 },
    })
    for (const again of [choices, noChoices]) {
      const second = plan(read(sample()), after(first), again)
      expect(second).toMatchObject({ ready: true, changes: false })
      expect(second.findings.map(({ code }) => code)).toEqual(['annex_confidential'])
      expect(second.counts).toMatchObject({ items: { unchanged: 12 }, annexes: { unchanged: 2 } })
    }
  })

  test('leaves out, and names, an annex that is not said to be open', () => {
    const annex = (confidential?: boolean) => ({
      ...{ UID: `${confidential}`, title: `Note ${confidential}`, confidential },
      file: { filename: 'n.txt', size: 1, data: 'QQ==', encoding: 'base64' },
    })
    const annexes = [annex(), annex(true), annex(false)]
    const { findings, items } = plan(
      read(with1stPoint({ extra_include_annexes: annexes })),
      nothingKnown,
      createAll(sample()),
    )
    const [first] = items
    const actions = first?.action === 'create' ? first.annexes.map(({ action }) => action) : []
    expect(actions).toEqual(['confidential', 'confidential', 'create'])
    const named = said(findings, 'annex_confidential')
    expect(named.map(({ params, severity }) => `${severity} ${params.annex}`)).toEqual([
      'notice Note undefined',
      'notice Note true',
      'notice Estimation par lot',
    ])
  })

  test('a point below another keeps its number with it; without it, one is told that it gets its own', () => {
    const renumbered = (known: Known) =>
      said(plan(upload, known, createAll(sample())).findings, 'renumbered')
    expect(renumbered(nothingKnown)).toEqual([])
    const first = plan(read(sampleWith((items) => items.splice(6, 1))), nothingKnown, {
      ...createAll(sample()),
      leaveOutRefused: true,
    })
    expect(first.counts.items.create).toBe(11)
    expect(renumbered(after(first)).map(({ params }) => params)).toEqual([{ number: '6.1' }])
    expect(renumbered(after(plan(upload, nothingKnown, createAll(sample()))))).toEqual([])
  })

  test('a point that changed over there is kept as it is here', () => {
    const done = plan(upload, nothingKnown, createAll(sample()))
    const second = plan(read(with1stPoint({ title: 'Autre titre' })), after(done), noChoices)
    expect(second.items[0]?.action).toBe('kept_local')
    expect(said(second.findings, 'remote_changed')).toHaveLength(1)
    expect(second.changes).toBe(false)
  })

  test('the titles that a fuller answer adds change nothing', () => {
    const done = plan(upload, nothingKnown, createAll(sample()))
    const fuller = sampleWith((items) => {
      for (const item of items) {
        if (typeof item.proposingGroup !== 'string') continue
        item.proposingGroup = { token: item.proposingGroup, title: 'Service nommé' }
      }
    })
    expect(plan(read(fuller), after(done), noChoices).changes).toBe(false)
  })

  test('an annex whose file comes later is added to its point', () => {
    const files = sample().filter(({ name }) => !name.endsWith('.pdf'))
    const done = plan(read(files), nothingKnown, createAll(sample()))
    const second = plan(upload, after(done), noChoices)
    expect(second.counts).toMatchObject({
      items: { unchanged: 12 },
      annexes: { create: 1, unchanged: 1, confidential: 1 },
    })
  })

  describe('with one point whose HTML is broken', () => {
    const files = with1stPoint({
      decision: { 'content-type': 'text/html', data: '<p><u>Un</ul></p>' },
    })
    const broken = read(files)
    const choices = createAll(sample())

    test('waits until one leaves it out or accepts it repaired', () => {
      expect(plan(broken, nothingKnown, choices).ready).toBe(false)
      const without = plan(broken, nothingKnown, { ...choices, leaveOutRefused: true })
      expect(without).toMatchObject({ ready: true, counts: { items: { create: 11, refused: 1 } } })
      const repaired = plan(broken, nothingKnown, { ...choices, acceptRepaired: true })
      expect(repaired).toMatchObject({ ready: true, counts: { items: { create: 12, refused: 0 } } })
      expect(said(repaired.findings, 'broken_html')[0]?.severity).toBe('notice')
    })

    test('is unchanged once accepted, and created later if it was left out', () => {
      const repaired = plan(broken, nothingKnown, { ...choices, acceptRepaired: true })
      expect(plan(broken, after(repaired), noChoices)).toMatchObject({
        ready: true,
        changes: false,
      })
      const without = plan(broken, nothingKnown, { ...choices, leaveOutRefused: true })
      const later = plan(upload, after(without), choices)
      expect(later).toMatchObject({
        meeting: { action: 'unchanged' },
        counts: { items: { create: 1, unchanged: 11 } },
      })
    })
  })
})

describe('whatever is uploaded', () => {
  const always = (files: UploadedFile[]): Plan => plan(read(files), nothingKnown, noChoices)

  test('any JSON and any bytes have a plan', () => {
    const anyFile = fc.oneof(
      fc.json().map((content) => text('a.json', content)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => ({ name: 'b.bin', bytes })),
    )
    fc.assert(fc.property(fc.array(anyFile, { maxLength: 4 }), (files) => !always(files).ready))
  })

  test('the answers with any field replaced by anything have a plan', () => {
    const names = ['meeting.json', 'items.json', 'annexes.json']
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.nat({ max: 60 }),
      value: fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', [], {}, '<p><u>a</ul>', -1, 1e300)),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const files = sample().map((file) => {
          const mine = changes.filter(({ name }) => name === file.name)
          if (mine.length === 0) return file
          const value: Envelope | Fields[] = JSON.parse(Buffer.from(file.bytes).toString())
          const entry = (Array.isArray(value) ? value : value.items)[0] ?? {}
          for (const { at, value: put } of mine) {
            const keys = Object.keys(entry)
            entry[keys[at % keys.length] ?? ''] = put
          }
          return json(file.name, value)
        })
        const { counts, items } = always(files)
        expect(counts.items.create + counts.items.refused).toBe(items.length)
      }),
      { numRuns: 200 },
    )
  })
})
