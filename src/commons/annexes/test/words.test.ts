import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { search } from '#kernel/search'
import { create } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { addAnnex, annexesOf, removeAnnex } from '../annex.ts'
import { readApart } from '../read-apart.ts'
import { xmlText } from '../text-of.ts'
import { bomb, docxOf, odtOf, pdfOf } from './files.ts'

let authority: TestAuthority
let reader: TestPerson
let stranger: TestPerson
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  reader = await authority.person({ roles: ['agent'] })
  stranger = await authority.person({ roles: ['councillor'] })
  errand = await authority.asSystem(() =>
    create(errands, { title: 'Course', state: 'open' }, { seen_by: 'role:agent' }),
  )
})

afterAll(removeErrands)

async function add(name: string, bytes: Uint8Array) {
  const added = await authority.as(reader, () => addAnnex(errand, { name, bytes }))
  await authority.drain()
  return added
}

const find = (query: string, who = reader) => authority.as(who, () => search(query))

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

describe('the words of annexes are found (F1)', () => {
  test.each([
    ['devis.pdf', 'cabestan', pdfOf('Un cabestan en ch\\352ne', 'et ses cor-', 'dages')],
    [
      'lettre.docx',
      'baldaquin',
      docxOf(`<w:p>${run('Un bal')}${run('daquin &amp; son')}</w:p><w:p>${run('dais')}</w:p>`),
    ],
    [
      'note.odt',
      'girouette',
      odtOf('<text:p>La <text:span>girou</text:span>ette<text:tab/>tourne</text:p>'),
    ],
    ['liste.txt', 'lucarne', new TextEncoder().encode('Une lucarne à l’étage')],
    [
      'liste-ansi.csv',
      'clepsydre',
      Uint8Array.from(Buffer.from('clepsydre;à l\u2019\xe9tage', 'latin1')),
    ],
  ])('of %s', async (name, query, bytes) => {
    const { id } = await add(name, bytes)
    const found = { total: 1, found: [{ subject_id: errand.id, part_id: id }] }
    expect(await find(query)).toMatchObject(found)
    expect(await find(name)).toMatchObject({ total: 1 })
    expect(await find(query, stranger)).toMatchObject({ total: 0 })
    const page = await reader.visitor.get(`/search?q=${query}`)
    expect(page.text).toContain(`href="/annexes/${id}"`)
  })

  test('a word that goes over from one line into the next is one', async () => {
    expect(await find('cordages')).toMatchObject({ total: 1 })
    expect(await find('chêne')).toMatchObject({ total: 1 })
  })

  test('its title is found before its words were read, and it is found no more once it is removed', async () => {
    const added = await authority.as(reader, () =>
      addAnnex(errand, { name: 'hypothèque.bin', bytes: new Uint8Array([0, 1, 2]) }),
    )
    expect(await find('hypothèque')).toMatchObject({ total: 1, found: [{ part_id: added.id }] })
    await authority.as(reader, () => removeAnnex(errand, added.id))
    await authority.drain()
    expect(await find('hypothèque')).toMatchObject({ total: 0 })
  })
})

describe('what a file does, it does to nobody else', () => {
  test.each([
    ['that unfolds to more than is read', bomb(), 'unreadable'],
    ['of Word that is cut', docxOf(run('abc')).slice(0, 60), 'unreadable'],
    ['of a PDF that is none', new TextEncoder().encode('%PDF-1.7 a report'), 'unreadable'],
    ['of fifty megabytes and one byte', new Uint8Array(50_000_001), 'unreadable'],
    ['that is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'no_text'],
    ['that is empty', new Uint8Array(), 'no_text'],
  ])('a file %s is told as such', async (_, bytes, state) => {
    expect(await readApart(bytes)).toEqual({ text: '', state })
  })

  test('reading ends when its time is over', async () => {
    expect(await readApart(pdfOf('abc'), { patience: 1 })).toEqual({
      text: '',
      state: 'unreadable',
    })
  })

  test('an annex that cannot be read says so on its card, and the next one is read', async () => {
    const broken = await add('abîmé.pdf', new TextEncoder().encode('%PDF-1.7 a report'))
    await add('suite.txt', new TextEncoder().encode('un balcon'))
    const annexes = await authority.as(reader, () => annexesOf(errand.id))
    expect(annexes.find(({ id }) => id === broken.id)).toMatchObject({ words: 'unreadable' })
    expect(await find('balcon')).toMatchObject({ total: 1 })
    expect(await find('abîmé')).toMatchObject({ total: 1 })
  })
})

describe('XML is read in order', () => {
  test('without what was struck out, instructions and marks', () => {
    const text = xmlText(
      '<w:p>un<w:del><w:delText>deux</w:delText></w:del><w:instrText>PAGE</w:instrText><!-- < --> &#233;t&#xe9; &lt;3</w:p><![CDATA[a<b]]>',
    )
    expect(text).toBe('un été <3\na<b')
  })

  test('and once: text that opens tags without end takes no longer', () => {
    const began = performance.now()
    for (const piece of ['<', '&', '<!--', '<![CDATA[', '<a ', '&#1;'])
      expect(typeof xmlText(piece.repeat(2_000_000 / piece.length))).toBe('string')
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
