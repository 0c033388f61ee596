import { writeFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { permission } from '#kernel/access'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { PageRoutes } from '#kernel/http'
import { create, history, write } from '#commons/dossiers'
import { type Errand, errands, prepareErrands, removeErrands } from '../../dossiers/test/errand.ts'
import { addAnnex, type Annex, annexesOf, removeAnnex } from '../annex.ts'
import { contentTypeOf, isShownInPlace } from '../content-type.ts'
import { annexRoutes } from '../editing.ts'
import { titleOf } from '../file-name.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pdf = bytes('%PDF-1.7 a report')

let authority: TestAuthority
let reader: TestPerson
let stranger: TestPerson
let errand: Errand

beforeAll(async () => {
  await prepareErrands()
  authority = await givenAuthority()
  reader = await authority.person({ roles: ['agent'] })
  stranger = await authority.person({ roles: ['councillor'] })
})

afterAll(removeErrands)

const open = () =>
  authority.asSystem(() =>
    create(errands, { title: 'Course', state: 'open' }, { seen_by: 'role:agent' }),
  )

beforeEach(async () => {
  errand = await open()
})

function add(name: string, content = pdf, title?: string): Promise<Annex> {
  const file = { name, bytes: content, ...(title !== undefined && { title }) }
  return authority.as(reader, () => addAnnex(errand, { archived: true, ...file }))
}

const taken = async (id: string, who = reader) => who.visitor.get(`/annexes/${id}`)

test.for([
  ['Plan 1.2', 'Plan 1.2'],
  ['Plan 1.2.pdf', 'Plan 1.2'],
  ['Réunion du 3.mai', 'Réunion du 3.mai'],
  ['note.DOCX', 'note'],
  ['archive.7z', 'archive'],
  ['.pdf', '.pdf'],
])('a file called %s has the title %s (T7)', ([name, title]) => {
  expect(titleOf(name ?? '')).toBe(title)
})

test.for([
  ['abc\u202Efdp.exe', 'abcfdp.exe', 'abcfdp.exe'],
  ['e\u0301te\u0301.pdf', 'été', 'été.pdf'],
  ['plan\uE000.pdf', 'plan[U+E000]', 'plan[U+E000].pdf'],
  [' ', 'Fichier sans nom', 'Fichier sans nom'],
])('a file sent as %j is called %s (12)', async ([sent = '', title, name]) => {
  expect(await add(sent)).toMatchObject({ title, file_name: name })
  expect(await add('plan.pdf', pdf, sent)).toMatchObject({
    title: sent.trim() ? name : 'plan',
  })
})

describe('an annex', () => {
  test('is taken by who may read its dossier, and the taking is kept', async () => {
    const { id } = await add('rapport.pdf')
    const file = await taken(id)
    expect([file.status, file.text]).toEqual([200, '%PDF-1.7 a report'])
    const lines = await authority.asSystem(() =>
      db()
        .selectFrom('kernel.audit')
        .select(['action', 'actor_id'])
        .where('subject', '=', `/annexes/${id}`)
        .execute(),
    )
    expect(lines).toEqual([{ action: 'download', actor_id: reader.id }])
  })

  test('is not there for who may not read its dossier', async () => {
    const { id } = await add('rapport.pdf')
    expect((await taken(id, stranger)).status).toBe(404)
    expect((await authority.visitor().get(`/annexes/${id}`)).status).toBe(303)
  })

  test('is not there for another authority', async () => {
    const { id } = await add('rapport.pdf')
    const other = await givenAuthority()
    expect((await taken(id, await other.person({ roles: ['agent'] }))).status).toBe(404)
  })

  test('that was altered on disk is not given out', async () => {
    const { id, hash } = await add('rapport.pdf', bytes(`%PDF-1.7 ${crypto.randomUUID()}`))
    const stored = await readdir(inject('fileFolder'), { recursive: true })
    const path = stored.find((one) => one.endsWith(hash)) ?? ''
    await writeFile(join(inject('fileFolder'), path), '%PDF-1.7 another report')
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const answer = await taken(id)
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('another report')
  })

  test('that is withdrawn is gone from its dossier and for takers, and stays in history', async () => {
    const [kept, { id }] = [await add('a.pdf'), await add('b.pdf')]
    await authority.as(reader, () => removeAnnex(errand, id))
    expect((await taken(id)).status).toBe(404)
    const left = await authority.asSystem(() => annexesOf(errand.id))
    expect(left.map((annex) => annex.id)).toEqual([kept.id])
    const lines = await authority.asSystem(() => history(errand.id))
    expect(lines.map(({ type, data }) => [type, data['title']])).toEqual([
      ['test.errand.remove_annex', 'b'],
      ['test.errand.add_annex', 'b'],
      ['test.errand.add_annex', 'a'],
      ['test.errand.create', undefined],
    ])
  })

  test('is withdrawn once, and from its own dossier only', async () => {
    const { id } = await add('a.pdf')
    const other = await open()
    const remove = (from: Errand, annex: string) =>
      authority.as(reader, () => removeAnnex(from, annex))
    await expect(remove(other, id)).rejects.toThrow(NotFound)
    for (const wrong of ['abc', '', '\0'])
      await expect(remove(errand, wrong)).rejects.toThrow(NotFound)
    await remove(errand, id)
    await expect(remove(errand, id)).rejects.toThrow(NotFound)
  })
})

describe('the routes of a trade for its annexes', () => {
  const pages = new PageRoutes('/test')
  annexRoutes(
    pages,
    '/errands/:id',
    errands,
    permission('annexes.download'),
    ({ state }) => state === 'open',
  )
  const at = (path = '') => `/test/errands/${errand.id}/annexes${path}`
  const titles = async () =>
    (await authority.asSystem(() => annexesOf(errand.id))).map(({ title }) => title)
  const sent = {
    files: [new File(['a'], 'plan.txt'), new File(['b'], 'note.txt')],
  }

  test('add the files that were chosen, withdraw one, and lead back to the dossier', async () => {
    const visitor = authority.visitorOf(pages, reader)
    const added = await visitor.post(at(), sent)
    expect([added.status, added.headers.get('location')]).toEqual([303, errands.path(errand.id)])
    expect(await titles()).toEqual(['plan', 'note'])
    const [plan] = await authority.asSystem(() => annexesOf(errand.id))
    const removed = await visitor.post(at(`/${plan?.id}/removal`))
    expect([removed.status, removed.headers.get('location')]).toEqual([
      303,
      errands.path(errand.id),
    ])
    expect(await titles()).toEqual(['note'])
  })

  test('say beside the field that nothing was chosen, or that all of it is empty (T7)', async () => {
    const visitor = authority.visitorOf(pages, reader)
    for (const [files, words] of [
      [[], 'Aucun fichier n’a été choisi.'],
      [[new File([], 'vide.pdf')], 'Ce fichier est vide\u00A0: vide.pdf.'],
    ] as const) {
      const refused = await visitor.post(at(), { files: [...files] })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(words)
    }
    expect(await titles()).toEqual([])
  })

  test('take the others where one of several cannot be taken, and name it (T7)', async () => {
    const visitor = authority.visitorOf(pages, reader)
    const files = [...sent.files, new File([], 'vide.pdf')]
    const added = await visitor.post(at(), { files })
    expect(added.status).toBe(303)
    expect(await titles()).toEqual(['plan', 'note'])
    const flash = decodeURIComponent(added.headers.getSetCookie().join(' '))
    expect(flash).toContain('"key":"annexes.added_some","params":{"count":2,"names":"vide.pdf"}')
  })

  test('are closed once the dossier may not be edited, and to who may not read it', async () => {
    const { id } = await add('a.pdf')
    const posts = [
      [at(), sent],
      [at(`/${id}/removal`), {}],
    ] as const
    for (const [path, given] of posts)
      expect((await authority.visitorOf(pages, stranger).post(path, given)).status).toBe(404)
    errand = await authority.asSystem(() => write(errands, errand, { state: 'done' }, 'finish'))
    for (const [path, given] of posts)
      expect((await authority.visitorOf(pages, reader).post(path, given)).status).toBe(403)
    expect(await titles()).toEqual(['a'])
  })
})

describe('the name of an annex', () => {
  const odd = [
    'l’avis "final".pdf',
    "l'avis; filename=b.exe",
    'a\r\nSet-Cookie: x=1.pdf',
    '../../../etc/passwd',
    'C:\\windows\\a.pdf',
    'été 🜁.pdf',
    '.pdf',
  ]

  test('arrives as it was given on one line, however odd, and leads to no other file', async () => {
    for (const name of odd) {
      const { headers, status, text } = await taken((await add(name)).id)
      const [, encoded = ''] =
        /filename\*=UTF-8''(\S*)$/.exec(headers.get('content-disposition') ?? '') ?? []
      expect([status, decodeURIComponent(encoded)]).toEqual([200, name.replace('\r\n', ' ')])
      expect(text).toBe('%PDF-1.7 a report')
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('gives its title, unless it has one', async () => {
    expect((await add('rapport 2026.pdf')).title).toBe('rapport 2026')
    expect((await add('.pdf')).title).toBe('.pdf')
    expect((await add('a.pdf', pdf, ' Le rapport ')).title).toBe('Le rapport')
  })
})

describe('the type of an annex', () => {
  const html = bytes('<!doctype html><script>alert(1)</script>')
  const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')

  test('is what its content says, whatever its name claims', () => {
    expect(contentTypeOf('a.html', pdf)).toBe('application/pdf')
    expect(contentTypeOf('a.pdf', html)).toBe('application/octet-stream')
    expect(contentTypeOf('a.png', svg)).toBe('application/octet-stream')
    expect(contentTypeOf('a.docx', bytes('PK'))).toContain('wordprocessingml')
    expect(contentTypeOf('A.CSV', bytes('a;b'))).toBe('text/csv')
  })

  test('is unknown where nothing says it, even by names that are words of the language', () => {
    for (const name of ['a', '', 'a.exe', 'a.constructor', 'a.toString', 'a.__proto__'])
      expect(contentTypeOf(name, html), name).toBe('application/octet-stream')
    expect(contentTypeOf('a', new Uint8Array())).toBe('application/octet-stream')
  })

  test('that could carry a script is never shown in place', async () => {
    for (const [name, content] of [
      ['a.html', html],
      ['a.svg', svg],
      ['a.pdf', html],
      ['a.xml', html],
      ['a.txt', html],
    ] as const) {
      const { headers } = await taken((await add(name, content)).id)
      expect(headers.get('content-disposition'), name).toMatch(/^attachment;/)
      expect(headers.get('content-type'), name).not.toMatch(/html|svg|xml/)
      expect(headers.get('x-content-type-options'), name).toBe('nosniff')
    }
    const inPlace = ['application/pdf', 'image/png', 'image/jpeg']
    expect(inPlace.filter((type) => !isShownInPlace(type))).toEqual([])
    expect(['image/svg+xml', 'text/html', 'text/plain', ''].filter(isShownInPlace)).toEqual([])
  })
})
