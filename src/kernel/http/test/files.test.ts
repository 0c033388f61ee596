import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { ground } from '#test/harness'
import { fileAnswer } from '../index.ts'
import { multipart } from '../multipart.ts'

const disposition = (name: string, inPlace = false) =>
  fileAnswer(new Uint8Array([1]), { name, type: 'application/pdf', inPlace }).headers.get(
    'content-disposition',
  ) ?? ''

/** The name that a browser gives to the file, RFC 6266 and RFC 8187. */
function nameIn(header: string): string {
  const [, encoded = ''] = /filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(header) ?? []
  return decodeURIComponent(encoded)
}

describe('the name of a file', () => {
  const odd = ['l’avis.pdf', "l'avis (1)*.pdf", 'a"; filename="b.exe', '../../etc/passwd', 'été 🜁']
  for (const name of [...odd, '', '.', 'a;b,c=d', '%00', '\\\\server\\x'])
    test(`${JSON.stringify(name)} arrives as it is and breaks no header`, () => {
      const header = disposition(name)
      expect(nameIn(header)).toBe(name)
      expect(header).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[^\s"']*$/)
    })
})

test('the name of a file is one line, and nothing turns it around (12)', () => {
  expect(nameIn(disposition('a\r\nSet-Cookie: x=1'))).toBe('a Set-Cookie: x=1')
  expect(nameIn(disposition('abc\u202Efdp.exe'))).toBe('abcfdp.exe')
})

test('a name of 300 kB is cut to what a header carries, with its ending (S10)', () => {
  const header = disposition(`${'é'.repeat(300_000)}\uD83D.pdf`)
  expect(header.length).toBeLessThan(2_000)
  expect(nameIn(header)).toMatch(/^é{100,}\.pdf$/)
})

test('a file is downloaded unless its type is known to be harmless', () => {
  expect(disposition('a.pdf', true)).toMatch(/^inline;/)
  expect(disposition('a.pdf', false)).toMatch(/^attachment;/)
})

test('a file is kept by the browser of who took it only', () => {
  const file = { name: 'a.pdf', type: 'application/pdf', inPlace: false }
  expect(fileAnswer(new Uint8Array(), file).headers.get('cache-control')).toBe('private, no-cache')
})

test('a name in another encoding than ours is told so beside its field: what is meant is not guessed', async () => {
  const [head, end] = ['content-disposition: form-data; name="files"; filename="caf', '.pdf"']
  const body = Buffer.from(`--b\r\n${head}\xE9${end}\r\n\r\nwords\r\n--b--\r\n`, 'latin1')
  const takes = { bounds: { bytes: 1_000, fields: 9, depth: 1 }, files: new Map([['files', 1]]) }
  await ground()
  const sent = await multipart(Readable.from([body]), 'multipart/form-data; boundary=b', takes)
  expect(sent).toEqual({
    values: {},
    errors: { files: [expect.stringContaining('caf\uFFFD.pdf')] },
  })
})
