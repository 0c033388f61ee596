import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { forSignedIn, isOpen, openToAll, permission } from '#kernel/access'
import { type Call, form, longText, optionalLine, PageRoutes, uploads } from '../index.ts'
import { formOf } from '../body.ts'
import { parsedJson } from '../json.ts'
import { multipart } from '../multipart.ts'

let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person({ roles: ['agent'] })
})

/** A body that says how much of it was asked for. */
function watched(size: number, sign = 'a') {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = Buffer.alloc(Math.min(65_536, size - read), sign)
        read += chunk.length
        controller.enqueue(chunk)
        if (read >= size) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, read: () => read }
}

async function send(
  path: string,
  body: BodyInit,
  { type, who, from }: { type?: string; who?: TestPerson; from?: string },
) {
  const { app } = await ground()
  const answer = await app.request(`http://${authority.host}${path}`, {
    method: 'POST',
    body,
    headers: {
      host: authority.host,
      origin: `http://${authority.host}`,
      ...(type && { 'content-type': type }),
      ...(who && { cookie: `session=${who.token}` }),
      ...(from && { referer: `http://${authority.host}${from}` }),
    },
    // The type of the browsers does not know it.
    ...{ duplex: 'half' },
  })
  return { status: answer.status, text: await answer.text() }
}

const urlencoded = 'application/x-www-form-urlencoded'
const json = 'application/json'

/** Routes that a test makes up: one for all, one for those who signed in, one with files. */
function routes() {
  const pages = new PageRoutes('/test')
  const answer = (c: Call, values: object) => c.json(values)
  pages.post('/open', openToAll, form(z.object({ word: optionalLine() })), answer)
  pages.post('/text', forSignedIn, form(z.object({ text: longText(5_000_000) })), answer)
  const Files = z.object({ word: optionalLine(), files: uploads(2) })
  pages.post(
    '/files',
    forSignedIn,
    form(Files, (c, { values, errors }) => c.json({ word: values['word'], errors }, 422)),
    async (c, { word, files }) =>
      c.json({ word, files: await Promise.all(files.map(async (f) => [f.name, await f.text()])) }),
  )
  pages.post('/closed', permission('test.none'), form(z.object({ word: optionalLine() })), answer)
  return pages
}

const coming = async () => {
  // Of this process alone: files come in to the other one too.
  const all = await readdir((await ground()).files, { recursive: true })
  return all.filter((path) => join(path).includes('.coming-in/'))
}

describe('who asks is known before what they send is read', () => {
  test('a body of 60 MB without a session is not read (R5)', async () => {
    const { house } = await ground()
    const guarded = house.routes.filter(
      ({ method, input, permission: asked }) => method !== 'get' && input && !isOpen(asked),
    )
    expect(guarded.length).toBeGreaterThan(50)
    for (const { method, path } of guarded.filter((one) => one.method === 'post')) {
      const { body, read } = watched(60_000_000)
      const { status } = await send(path.replaceAll(/:\w+/g, 'a'), body, { type: json })
      expect([method, path, read()]).toEqual([method, path, 0])
      expect([path, [303, 401, 404].includes(status)]).toEqual([path, true])
    }
  })

  test('what anybody may send is little: a form of 2 MB is refused unread, in words (S1)', async () => {
    const tooLong = /L’envoi dépasse 16\sko\./
    const { house } = await ground()
    const open = house.routes.filter((one) => one.method === 'post' && isOpen(one.permission))
    expect(open.map(({ path }) => path).toSorted()).toEqual([
      ...['/alerts', '/alerts/confirm/:token', '/alerts/mine/:way', '/alerts/mine/:way/end'],
      ...['/alerts/mine/:way/less', '/alerts/out/:way', '/api/me/asking', '/api/me/confirmation'],
      ...['/api/session', '/api/token', '/api/token/revocation', '/ballot-box', '/me/new'],
      ...['/me/new/:token', '/preferences', '/see-as/end', '/sign-in', '/sign-in/forgotten'],
      ...['/sign-in/link/:token', '/sign-in/passkey', '/sign-in/passkey/options'],
      ...['/sign-in/second', '/sign-in/with/:provider/logout', '/sign-out'],
    ])
    for (const { path, input, failed } of open)
      for (const type of [urlencoded, json, 'multipart/form-data; boundary=a']) {
        const { body, read } = watched(2_000_000, type === json ? '[' : 'a&')
        const { status, text } = await send(path, body, { type })
        expect([path, type, read() <= 200_000]).toEqual([path, type, true])
        if (!input) continue
        expect([path, type, status]).toEqual([path, type, 413])
        // A standard of programs has words of its own, that of mail none; a secret vote speaks to a member.
        const words = new Map([['/ballot-box', tooLong]]).set('/alerts/out/:way', /^$/).get(path)
        expect(text).toMatch(words ?? (failed ? /invalid_request/ : tooLong))
      }
  })
})

describe('a body has a bound', () => {
  test('in the number of its fields (S1)', async () => {
    const many = 'a&'.repeat(7_000)
    const { status, text } = await send('/preferences', many, { type: urlencoded })
    expect(status).toBe(413)
    expect(text).toContain('plus de 32 réponses')
    const list = JSON.stringify({ login: Array.from({ length: 40 }, () => 1) })
    expect((await send('/api/session', list, { type: json })).status).toBe(413)
    const parts = new FormData()
    for (let at = 0; at < 40; at += 1) parts.append('back', '/')
    expect((await send('/preferences', parts, {})).status).toBe(413)
  })

  test('in the depth of JSON, and says so in words (S1)', async () => {
    for (const deep of ['['.repeat(8_000), '{"login":'.repeat(1_500), `${'['.repeat(5)}`]) {
      const { status, text } = await send('/api/session', deep, { type: json })
      expect(status).toBe(422)
      expect(JSON.parse(text).errors.body).toEqual([
        'Le corps de la requête est imbriqué à plus de 4 niveaux.',
      ])
    }
    const brackets = JSON.stringify({ login: '[{"\\['.repeat(20), password: 'b' })
    expect((await send('/api/session', brackets, { type: json })).status).toBe(403)
  })

  test('that grows with what a route is for, never without end', async () => {
    const on = authority.visitorOf(routes(), person)
    expect((await on.post('/test/open', { word: 'a'.repeat(100) })).status).toBe(200)
    expect((await on.post('/test/open', { word: 'a'.repeat(20_000) })).status).toBe(413)
    expect((await on.post('/test/text', { text: 'a'.repeat(3_000_000) })).status).toBe(200)
    expect((await on.post('/test/text', { text: 'a'.repeat(4_500_000) })).status).toBe(413)
  })
})

describe('a file that is sent', () => {
  const file = (name: string, text = 'content') => new File([text], name)

  test('goes to disk while it comes, and is gone with the request unless it was kept', async () => {
    const on = authority.visitorOf(routes(), person)
    const files = [file('l’avis (été).pdf', 'a'), file('second.txt', 'b'.repeat(200_000))]
    const { status, text } = await on.post('/test/files', { word: 'w', files })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toEqual({
      word: 'w',
      files: [
        ['l’avis (été).pdf', 'a'],
        ['second.txt', 'b'.repeat(200_000)],
      ],
    })
    expect(await coming()).toEqual([])
  })

  test('under a name of 300 kB, or beyond the number asked for, is told so beside its field (S10)', async () => {
    const on = authority.visitorOf(routes(), person)
    const sentences = async (files: File[]) => {
      const { status, text } = await on.post('/test/files', { word: 'kept', files })
      expect(status).toBe(422)
      expect(JSON.parse(text).word).toBe('kept')
      return JSON.parse(text).errors.files
    }
    const long = 'Le nom du fichier dépasse 255 octets'
    expect((await sentences([file('n'.repeat(300))]))[0]).toContain(long)
    expect(await sentences([1, 2, 3].map((n) => file(`${n}.txt`)))).toEqual(['2 fichiers au plus.'])
    // Longer than the head of a part may be: nothing of it is kept.
    const { status } = await on.post('/test/files', { files: [file('n'.repeat(300_000))] })
    expect(status).toBe(422)
    expect(await coming()).toEqual([])
  })

  test('to a field that takes none, or of more than the bound, leaves what was typed', async () => {
    const on = authority.visitorOf(routes(), person)
    const odd = await on.post('/test/files', { word: 'kept', other: [file('a.txt')] })
    expect(JSON.parse(odd.text)).toEqual({
      word: 'kept',
      errors: { other: ['Aucun fichier n’est demandé ici.'] },
    })
    const large = new File([Buffer.alloc(65_000_000)], 'large.bin')
    const { status, text } = await on.post('/test/files', { word: 'kept', files: [large] })
    expect([status, JSON.parse(text)]).toEqual([
      422,
      { word: 'kept', errors: { files: [expect.stringMatching(/^L’envoi dépasse 64\sMo\.$/)] } },
    ])
    expect(await coming()).toEqual([])
  })

  test('that breaks off leaves nothing on disk', async () => {
    const body = '--b\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf'
    const type = 'multipart/form-data; boundary=b'
    const takes = {
      bounds: { bytes: 1_000, fields: 9, depth: 1 },
      files: new Map([['files', 1]]),
    }
    await ground()
    await expect(multipart(Readable.from([Buffer.from(body)]), type, takes)).rejects.toThrow(/end/)
    expect(await coming()).toEqual([])
  })
})

describe('text that no database keeps', () => {
  test('is told so beside its field, in every kind of body and in every address (S10)', async () => {
    for (const login of ['\uD800', 'a\uDC00b', 'a\0']) {
      const body = JSON.stringify({ login, password: 'b' })
      const { status, text } = await send('/api/session', body, { type: json })
      expect([login, status]).toEqual([login, 422])
      expect(JSON.parse(text).errors.login[0]).toContain('Un des caractères ne peut être gardé')
    }
    expect((await person.visitor.get('/inbox?tab=%00')).status).toBe(422)
    expect((await person.visitor.get('/search?q=a%00')).status).toBe(422)
    expect((await person.visitor.get('/search?a%00=b')).status).toBe(422)
    expect((await person.visitor.post('/preferences', { back: '/\0' })).status).toBe(422)
  })
})

describe('time to read grows with the size and no faster (S1)', () => {
  // Linear is 8, with the noise of a busy machine; quadratic is 64.
  const most = 28
  /** How many times longer eight times as much takes, the best of some tries. */
  async function growth(work: (times: number) => unknown): Promise<number> {
    const best = async (times: number) => {
      let least = Infinity
      for (let round = 0; round < 2; round += 1) {
        const from = process.threadCpuUsage()
        await work(times)
        // Time of this thread, not of the clock: the machine does other things too.
        const { user, system } = process.threadCpuUsage(from)
        least = Math.min(least, user + system)
      }
      return least
    }
    // In microseconds; the system counts in steps of about a millisecond.
    return (await best(8)) / Math.max(await best(1), 1_000)
  }
  const bounds = { bytes: 1e9, fields: 1e9, depth: 1e9 }
  const takes = { bounds, files: new Map<string, number>() }

  test('for a form of many small fields, of one name and of many', async () => {
    const same = (times: number) => formOf(Buffer.from('a&'.repeat(50_000 * times)), bounds)
    expect(await growth(same)).toBeLessThan(most)
    const each = (times: number) =>
      formOf(Buffer.from(Array.from({ length: 20_000 * times }, (_, n) => n).join('=1&')), bounds)
    expect(await growth(each)).toBeLessThan(most)
  })

  test('for JSON: nested, of many values, of one text of backslashes', async () => {
    for (const piece of ['{"a":', '",1', '\\\\', '\\"', '"a",']) {
      const work = (times: number) => {
        try {
          parsedJson(Buffer.from(`["${piece.repeat(300_000 * times)}`), bounds)
        } catch {
          // None of them is JSON to its end.
        }
      }
      expect(await growth(work), piece).toBeLessThan(most)
    }
  })

  test('for parts, many or with a long head', async () => {
    const part = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'
    const head = `--b\r\ncontent-disposition: form-data; name="${'a\\"'.repeat(20_000)}"\r\n\r\n1\r\n`
    for (const piece of [
      part.repeat(1_000),
      head,
      '--b\r\n'.repeat(20_000),
      '\r\n--'.repeat(20_000),
    ]) {
      const work = async (times: number) => {
        const body = Readable.from([Buffer.from(`${piece.repeat(times)}--b--\r\n`)])
        await multipart(body, 'multipart/form-data; boundary=b', takes).catch(() => {})
      }
      expect(await growth(work), piece.slice(0, 60)).toBeLessThan(most)
    }
  })
})
