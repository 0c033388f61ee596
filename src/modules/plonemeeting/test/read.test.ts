import { describe, expect, test } from 'vitest'
import { noChoices, plan } from '../plan.ts'
import { read } from '../read.ts'
import { limits } from '../types.ts'
import type { UploadedFile } from '#commons/imports'
import { json, nothingKnown, said, sample, sampleWith, text, with1stPoint } from './beauval.ts'

const reasonFor = (file: UploadedFile): unknown =>
  said(read([...sample(), file]).findings, 'wrong_file').find(
    ({ where }) => where.file === file.name,
  )?.params.reason

describe('the fictional meeting of Beauval', () => {
  const upload = read(sample())

  test('is a council of twelve points, starting at 20:00 in Brussels', () => {
    expect(upload.meeting).toMatchObject({ organHint: 'council', number: 6, state: 'closed' })
    expect(upload.meeting?.startsAt.toString()).toBe('2026-06-15T20:00:00+02:00[Europe/Brussels]')
    expect(upload.items).toHaveLength(12)
    expect(upload.findings.filter(({ severity }) => severity === 'refused')).toEqual([])
  })

  test('keeps late points, closed session and sub-numbers', () => {
    expect(
      upload.items.filter(({ listType }) => listType === 'late').map(({ number }) => number),
    ).toEqual([900, 1100])
    expect(
      upload.items.filter(({ privacy }) => privacy === 'secret').map(({ number }) => number),
    ).toEqual([1000, 1100])
    expect(upload.items.map(({ number }) => number)).toContain(601)
  })

  test('keeps what is masked as masked, the table as a table and the result of the vote', () => {
    const at = (number: number) => upload.items.find((item) => item.number === number)
    expect(at(1000)?.decision).toMatch(/<mark class="masked">Mme Odile Frambert<\/mark>/)
    expect(at(200)?.motivation).toContain('<table>')
    expect(at(200)?.votesResult).toContain('11 voix pour')
  })

  test('gives each annex its own file, open or confidential', () => {
    const annexes = upload.items.flatMap((item) => item.annexes)
    expect(
      annexes.map(({ filename, publishable, confidential }) => ({
        filename,
        publishable,
        confidential,
      })),
    ).toEqual([
      { filename: 'reglement-maison-du-verger.pdf', publishable: true, confidential: false },
      { filename: 'estimation-rue-des-tilleuls.csv', publishable: false, confidential: true },
      { filename: 'plan-place-du-kiosque.svg', publishable: true, confidential: false },
    ])
    expect(annexes.every(({ bytes, size }) => bytes?.length === size)).toBe(true)
  })
})

describe('every file is recognised by its content', () => {
  test('its name says nothing', () => {
    const renamed = sample().map(({ bytes }, at) => ({ name: `${at}.bin`, bytes }))
    const upload = read(renamed)
    expect(upload.items).toHaveLength(12)
    expect(upload.items.flatMap(({ annexes }) => annexes).every(({ bytes }) => bytes)).toBe(true)
    expect(said(upload.findings, 'wrong_file')).toEqual([])
  })

  test('a byte order mark is tolerated', () => {
    const marked = sample().map((file) => ({
      ...file,
      bytes: file.name.endsWith('.json')
        ? Buffer.concat([Buffer.from('\uFEFF'), file.bytes])
        : file.bytes,
    }))
    expect(read(marked)).toMatchObject({ items: { length: 12 } })
  })

  test.each([
    ['an empty list', text('vide.json', '[]'), 'empty_list'],
    ['an empty file', text('vide.json', ''), 'empty_file'],
    ['a truncated answer', text('coupe.json', '{"items": [{"@type": "MeetingCo'), 'not_json'],
    [
      'latin-1 bytes',
      { name: 'l1.json', bytes: Buffer.from('[{"a":"\u00e9t\u00e9"}]', 'latin1') },
      'not_utf8',
    ],
    ['nesting without end', text('profond.json', '['.repeat(100_000)), 'too_deep'],
    [
      'a key that aims at the prototype',
      text('p.json', '[{"x": {"__proto__": {"a": 1}}}]'),
      'forbidden_key',
    ],
    ['the same key, escaped', text('p.json', '[{"\\u005f_proto__": 1}]'), 'forbidden_key'],
    ['another JSON', json('autre.json', { categories: { a: 'A' } }), 'unknown_shape'],
    [
      'another type of object',
      json('pub.json', [{ '@type': 'Publication', UID: 'a' }]),
      'other_type',
    ],
    [
      'points beside a meeting in one list',
      json('m.json', [{ '@type': 'MeetingCouncil' }, { '@type': 'annex' }]),
      'mixed_types',
    ],
    [
      'a list to choose from',
      json('p.json', {
        items: [{ '@type': 'MeetingItemCouncil', UID: 'a', title: 'A', itemNumber: 100 }],
      }),
      'preview_without_texts',
    ],
    ['a PDF that no annex claims', text('document.pdf', '%PDF-1.4 ...'), 'claimed_by_no_annex'],
    [
      'another version of an annex',
      text('plan-place-du-kiosque.svg', '<svg/>'),
      'annex_size_differs',
    ],
    [
      'a huge JSON',
      { name: 'g.json', bytes: new Uint8Array(limits.jsonBytes + 1).fill(0x5b) },
      'too_large',
    ],
    ['a huge file', { name: 'g.bin', bytes: new Uint8Array(limits.annexBytes + 1) }, 'too_large'],
  ])('%s is refused by name', (_, file, reason) => {
    expect(reasonFor(file)).toBe(reason)
  })

  test('a broken file says where it is broken, a truncated one where it ends', () => {
    const where = (content: string) => read([text('coupe.json', content)]).findings[0]?.where
    expect(where('{\n  "items": [],\n}')).toEqual({ file: 'coupe.json', line: 3, column: 1 })
    expect(where('[{"a":\n')).toEqual({ file: 'coupe.json', line: 2, column: 1 })
  })

  test('too many files are refused together', () => {
    const many = Array.from({ length: limits.files + 1 }, (_, at) => text(`${at}`, 'x'))
    expect(read(many).findings.map(({ params }) => params.reason)).toEqual(['too_many_files'])
  })
})

describe('a point is refused by name', () => {
  test.each([
    ['UID', { UID: '' }, 'missing_field'],
    ['title', { title: undefined }, 'missing_field'],
    ['title', { title: 12 }, 'wrong_value'],
    ['title', { title: 'A'.repeat(501) }, 'wrong_value'],
    ['itemNumber', { itemNumber: undefined, formatted_itemNumber: '' }, 'missing_field'],
    ['privacy', { privacy: 'semi' }, 'wrong_value'],
    ['privacy', { privacy: undefined }, 'missing_field'],
    ['listType', { listType: 'extensible' }, 'wrong_value'],
    ['proposingGroup', { proposingGroup: '' }, 'missing_field'],
    ['decision', { decision: { 'content-type': 'text/html' } }, 'wrong_value'],
  ] as const)('when its %s is missing or unknown', (field, change, code) => {
    const upload = read(with1stPoint(change))
    const [found] = said(upload.findings, code)
    expect(found?.severity).toBe('refused')
    expect(found?.where.field).toMatch(new RegExp(`^${field}`))
    expect(upload.items).toHaveLength(11)
    expect(upload.unreadable).toHaveLength(1)
  })

  test('when its title is longer than a point may bear here, and 500 signs are not too many', () => {
    const { findings } = read(with1stPoint({ title: 'A'.repeat(501) }))
    expect(said(findings, 'wrong_value')[0]).toMatchObject({
      where: { field: 'title', itemTitle: 'A'.repeat(500) },
      params: { reason: 'too_long', most: 500 },
    })
    expect(read(with1stPoint({ title: 'A'.repeat(500) })).items).toHaveLength(12)
  })

  test('when its HTML is broken, with line and column', () => {
    const data = '<p>Article 1er.</p>\n<p><u>Article 2</ul></p>'
    const upload = read(with1stPoint({ decision: { 'content-type': 'text/html', data } }))
    const [found] = said(upload.findings, 'broken_html')
    expect(found?.where).toMatchObject({
      field: 'decision',
      line: 2,
      itemTitle: expect.stringContaining('Procès-verbal'),
    })
    expect(plan(upload, nothingKnown, noChoices).items[0]?.action).toBe('refused')
  })

  test('when its number is that of another', () => {
    const upload = read(with1stPoint({ itemNumber: 200 }))
    expect(said(upload.findings, 'duplicate_number')).toHaveLength(2)
    expect(upload.items).toHaveLength(10)
  })

  test('when two different points bear one UID; the same one given twice is one', () => {
    const [points] = sample().filter(({ name }) => name === 'items.json')
    const twice = read([...sample(), ...(points ? [points] : [])])
    expect(twice.items).toHaveLength(12)
    expect(said(twice.findings, 'duplicate_uid')).toHaveLength(12)
    const clash = read(sampleWith((items) => Object.assign(items[1] ?? {}, { UID: items[0]?.UID })))
    expect(said(clash.findings, 'duplicate_uid').map(({ severity }) => severity)).toEqual([
      'refused',
      'refused',
    ])
    expect(clash.items).toHaveLength(10)
  })

  test('when it is of another meeting', () => {
    const upload = read(with1stPoint({ '@id': 'https://seances.beauval.example/ailleurs' }))
    expect(said(upload.findings, 'item_of_other_meeting')).toHaveLength(1)
  })

  test('and an answer cut short is said', () => {
    const upload = read(sampleWith((items) => items.pop()))
    expect(said(upload.findings, 'item_count_differs')[0]?.params).toEqual({
      expected: 12,
      found: 11,
    })
  })
})

describe('what is lost is said', () => {
  test('markup that we do not keep, and texts that have no place here', () => {
    const data = '<p>Voir <img src="plan.png" alt=""></p>'
    const { findings } = read(with1stPoint({ description: { 'content-type': 'text/html', data } }))
    expect(said(findings, 'lost_picture')[0]?.params).toEqual({ count: 1 })
    expect(said(findings, 'field_not_imported').map(({ where }) => where.field)).toEqual([
      'marginalNotes',
    ])
  })

  test('an annex of an unknown point, and one whose file was not given', () => {
    const upload = read(sample().filter(({ name }) => !name.endsWith('.pdf')))
    const { findings } = plan(upload, nothingKnown, noChoices)
    expect(said(findings, 'annex_without_file')[0]?.params.filename).toBe(
      'reglement-maison-du-verger.pdf',
    )
    const stray = {
      '@type': 'annex',
      UID: 'z',
      title: 'Ailleurs',
      file: {},
      parent: { '@id': 'https://x.example/p' },
    }
    const withStray = read([...sample(), json('annexes-2.json', [stray])])
    expect(said(withStray.findings, 'annex_of_unknown_item')[0]?.params.annex).toBe('Ailleurs')
  })

  test('an annex whose content stands in the answer needs no file', () => {
    const data = Buffer.from('contenu').toString('base64')
    const annex = {
      UID: 'i',
      title: 'Note',
      file: { filename: 'note.txt', size: 7, data, encoding: 'base64' },
    }
    const [item] = read(with1stPoint({ extra_include_annexes: [annex] })).items
    expect(Buffer.from(item?.annexes[0]?.bytes ?? []).toString()).toBe('contenu')
    expect(item?.annexes[0]?.confidential).toBe(true)
  })
})
