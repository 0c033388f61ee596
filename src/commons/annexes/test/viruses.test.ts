import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { useAntivirus } from '#kernel/antivirus'
import { atItsTime } from '#kernel/jobs'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { clamdServer, eicar } from '../../../kernel/antivirus/test/clamd.ts'
import { examineAll } from '../scan.ts'

let authority: TestAuthority
let person: TestPerson
let administrator: TestPerson
let clamd: Awaited<ReturnType<typeof clamdServer>>
let dossier: string

beforeAll(async () => {
  clamd = await clamdServer()
  authority = await givenAuthority()
  const works = await authority.service('Travaux')
  person = await authority.person({ in: works, roles: ['agent'] })
  administrator = await authority.person({ roles: ['agent', 'administrator'] })
  const made = await person.visitor.post('/parties/contacts', {
    nature: 'person',
    last_name: 'Un tiers',
    title: 'Un tiers',
  })
  dossier = made.headers.get('location') ?? ''
})

const examining = (away: 'refuse' | 'take' = 'refuse') =>
  useAntivirus({ at: { host: '127.0.0.1', port: clamd.port }, away })
/** Where nobody listens. */
const gone = (away: 'refuse' | 'take') => useAntivirus({ at: { path: '/nowhere/clamd.ctl' }, away })

afterEach(() => useAntivirus(null))
afterAll(() => clamd.close())

const send = (name: string, content: string | Uint8Array) =>
  person.visitor.post(`${dossier}/annexes`, { files: [new File([content.slice()], name)] }, dossier)

const annexes = async () => {
  const { text } = await person.visitor.get(dossier)
  return [...new Set([...text.matchAll(/\/annexes\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id))]
}

describe('a virus', () => {
  test('is found before anything is kept, and what was sent says so', async () => {
    examining()
    const { status, text } = await send('note.txt', eicar)
    expect([status, text]).toEqual([422, expect.stringContaining('Eicar-Test-Signature')])
    expect(await annexes()).toEqual([])
    expect((await send('plan.txt', 'a'.repeat(300_000))).status).toBe(303)
    expect(clamd.seen.at(-1)).toBe(300_000)
    const [id = ''] = await annexes()
    expect((await person.visitor.get(`/annexes/${id}`)).status).toBe(200)
  })

  test('is looked for in nothing while the scanner is away: files are refused with a sentence', async () => {
    gone('refuse')
    const { status, text } = await send('autre.txt', 'un texte')
    expect([status, text]).toEqual([422, expect.stringContaining('antivirus ne répond pas')])
  })

  test('is found in a picture of a text and in a file of a call too, which come in base64', async () => {
    examining()
    const data = Buffer.from(eicar).toString('base64')
    const picture = await person.visitor.api('POST', '/texts/pictures', { data })
    expect([picture.status, picture.text]).toEqual([
      422,
      expect.stringContaining('Eicar-Test-Signature'),
    ])
    const html = `<p>Un plan <img alt="" src="data:image/png;base64,${data}"></p>`
    const pasted = await person.visitor.api('POST', '/texts/pasted', { html })
    expect([pasted.status, pasted.text]).toEqual([
      422,
      expect.stringContaining('Eicar-Test-Signature'),
    ])
    expect(
      (await person.visitor.api('POST', '/texts/pasted', { html: '<p>Rien</p>' })).status,
    ).toBe(200)
    gone('refuse')
    const away = await person.visitor.api('POST', '/texts/pictures', { data })
    expect([away.status, away.text]).toEqual([
      422,
      expect.stringContaining('antivirus ne répond pas'),
    ])
  })

  test('may come while the scanner is away, where the operator says so: nobody is given it, and all are told', async () => {
    gone('take')
    const before = await annexes()
    expect((await send('tard.txt', `${eicar} `)).status).toBe(303)
    const [id = ''] = (await annexes()).filter((one) => !before.includes(one))
    expect((await person.visitor.get(`/annexes/${id}`)).status).toBe(503)
    await expect(authority.drain()).resolves.toBeUndefined()
    examining()
    await atItsTime((await ground()).database, examineAll)
    await authority.drain()
    expect((await person.visitor.get(`/annexes/${id}`)).status).toBe(409)
    for (const { visitor } of [person, administrator])
      expect((await visitor.get('/notices')).text).toContain('Eicar-Test-Signature')
  })
})

describe('a file', () => {
  test.each([
    ['a page in the clothes of a PDF', 'plan.pdf', '<html><script>alert(1)</script></html>'],
    ['a picture that says it is a document', 'plan.docx', '\u0089PNG\r\n\u001a\n'],
    ['a PDF that begins with something else', 'plan.pdf', 'GIF89a %PDF-1.7'],
    ['a program', 'facture.exe', 'MZ'],
    ['a program in the clothes of a text', 'facture.pdf.js', 'alert(1)'],
    ['an archive that says it is a workbook', 'liste.xlsx', 'PK\u0003\u0004'],
  ])('that is %s is refused', async (_, name, content) => {
    const { status, text } = await send(name, Buffer.from(content, 'latin1'))
    expect([status, text]).toEqual([
      422,
      expect.stringMatching(/n’est pas celui que le nom annonce|C’est un programme/),
    ])
  })

  test.each([
    ['dessin.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['page.html', '<script>alert(1)</script>'],
    ['double.pdf', '%PDF-1.7 <script>alert(1)</script>'],
  ])(
    'called %s runs nowhere: it is downloaded, of a type of ours, in a sandbox',
    async (name, content) => {
      const before = await annexes()
      expect((await send(name, content)).status).toBe(303)
      const [id = ''] = (await annexes()).filter((one) => !before.includes(one))
      const { headers } = await person.visitor.get(`/annexes/${id}`)
      const isPdf = name.endsWith('.pdf')
      expect(headers.get('content-type')).toBe(
        isPdf ? 'application/pdf' : 'application/octet-stream',
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const policy = headers.get('content-security-policy')
      if (isPdf) expect(policy).toContain("script-src 'self'")
      else {
        expect(headers.get('content-disposition')).toMatch(/^attachment;/)
        expect(policy).toContain('sandbox')
      }
    },
  )
})
