import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person({ roles: ['agent'] })
})

async function ask(path: string, headers: Record<string, string>) {
  const { app } = await ground()
  const answer = await app.request(`http://${authority.host}${path}`, {
    headers: { host: authority.host, cookie: `session=${person.token}`, ...headers },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return {
    bytes,
    said: (name: string) => answer.headers.get(name),
    cookies: answer.headers.getSetCookie(),
  }
}

const plainly = {
  zstd: zstdDecompressSync,
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

/** A page names each form anew. */
const apart = (page: Buffer) =>
  page.toString().replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '')

test('a page is sent compressed to whoever understands that, and says so (I5)', async () => {
  const plain = await ask('/inbox', {})
  expect(plain.said('content-encoding')).toBeNull()
  expect(plain.said('vary')).toContain('Accept-Encoding')
  for (const [accepted, name] of [
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'zstd'],
  ] as const) {
    const { bytes, said } = await ask('/inbox', { 'accept-encoding': accepted })
    expect([accepted, said('content-encoding')]).toEqual([accepted, name])
    expect(apart(plainly[name](bytes))).toBe(apart(plain.bytes))
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2)
    expect(said('vary')).toContain('Accept-Encoding')
  }
  for (const accepted of ['identity', 'deflate', 'br;q=0'])
    expect(
      (await ask('/inbox', { 'accept-encoding': accepted })).said('content-encoding'),
    ).toBeNull()
})

test('not where another site made the browser ask, which could guess from its length (I5)', async () => {
  const accepts = { 'accept-encoding': 'br' }
  for (const site of ['cross-site', 'same-site'])
    expect(
      (await ask('/search?q=secret', { ...accepts, 'sec-fetch-site': site })).said(
        'content-encoding',
      ),
    ).toBeNull()
  for (const site of ['same-origin', 'none'])
    expect(
      (await ask('/search?q=secret', { ...accepts, 'sec-fetch-site': site })).said(
        'content-encoding',
      ),
    ).toBe('br')
})

test('what is small, or no text, is sent as it is, and what compresses keeps its cookies', async () => {
  const accepts = { 'accept-encoding': 'br' }
  expect((await ask('/healthz', accepts)).said('content-encoding')).toBeNull()
  expect((await ask('/healthz', accepts)).bytes.toString()).toContain('"status":"ok"')
  const flash = encodeURIComponent(
    '{"key":"auth.sign_out.done","tone":"good","params":{},"act":""}',
  )
  const { said, cookies } = await ask('/sign-in', { ...accepts, cookie: `flash=${flash}` })
  expect([said('content-encoding'), cookies.length]).toEqual(['br', 1])
})
