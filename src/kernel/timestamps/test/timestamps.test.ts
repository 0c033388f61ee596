import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Ask } from '#kernel/outgoing'
import {
  answerLocally,
  certificatesIn,
  type LocalAuthority,
  makeLocalAuthority,
  stamp,
  verifyTimestamp,
} from '#kernel/timestamps'

const url = 'https://horodatage.example/tsa'
const deed = new TextEncoder().encode('Règlement-taxe sur les secondes résidences')
const own = await makeLocalAuthority()
const trusted = certificatesIn(own.root)

/** An authority that answers so. */
const answering =
  (by: (request: Uint8Array) => Promise<Uint8Array>): Ask =>
  async (_url, { body } = {}) =>
    new Response(Uint8Array.from(await by(body as Uint8Array)))
const answers = (authority: LocalAuthority, now?: Date) =>
  answering((request) => answerLocally(request, authority, now))

test('what is stamped is proven to be older than its stamp', async () => {
  const now = new Date()
  const made = await stamp(deed, { url, trusted }, answers(own, now))
  expect(made.at.epochMilliseconds).toBe(now.getTime())
  expect(await verifyTimestamp(made.token, deed, trusted)).toMatchObject({
    serial: made.serial,
    signedBy: 'Beffroi – horodatage de développement',
  })
})

test('another text, a changed token, and a token of somebody else prove nothing', async () => {
  const { token } = await stamp(deed, { url, trusted }, answers(own))
  const other = new TextEncoder().encode('Règlement-taxe sur les secondes résidences.')
  await expect(verifyTimestamp(token, other, trusted)).rejects.toMatchObject({
    flaw: 'other_digest',
  })
  const stranger = await makeLocalAuthority()
  await expect(verifyTimestamp(token, deed, certificatesIn(stranger.root))).rejects.toMatchObject({
    flaw: 'untrusted',
  })
  await expect(stamp(deed, { url, trusted }, answers(stranger))).rejects.toMatchObject({
    flaw: 'untrusted',
  })
  // The last bytes are of the signature.
  const forged = Uint8Array.from(token)
  forged[forged.length - 3] = (forged[forged.length - 3] ?? 0) ^ 1
  await expect(verifyTimestamp(forged, deed, trusted)).rejects.toThrow('proves nothing')
  await expect(verifyTimestamp(token.slice(0, 90), deed, trusted)).rejects.toMatchObject({
    flaw: 'unreadable',
  })
})

test('an answer to another question is none', async () => {
  let first: Uint8Array | undefined
  const replays = answering(async (request) => (first ??= await answerLocally(request, own)))
  await stamp(deed, { url, trusted }, replays)
  await expect(stamp(deed, { url, trusted }, replays)).rejects.toMatchObject({
    flaw: 'other_digest',
  })
})

test('an authority that refuses, fails or speaks of something else says so', async () => {
  const refuses = answering(() => answerLocally(Uint8Array.of(1, 2, 3), own))
  await expect(stamp(deed, { url, trusted }, refuses)).rejects.toThrow('2 bad request')
  const down: Ask = () => Promise.resolve(new Response('no', { status: 503 }))
  await expect(stamp(deed, { url, trusted }, down)).rejects.toThrow('HTTP 503')
  const page = answering(() => Promise.resolve(new TextEncoder().encode('<html>')))
  await expect(stamp(deed, { url, trusted }, page)).rejects.toMatchObject({ flaw: 'unreadable' })
})

test('OpenSSL, where it is, says the same of a token', async ({ skip }) => {
  try {
    execFileSync('openssl', ['version'])
  } catch {
    skip('openssl is not there')
  }
  const { token } = await stamp(deed, { url, trusted }, answers(own))
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-stamp-'))
  const at = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const said = execFileSync('openssl', [
    ...['ts', '-verify', '-token_in', '-in', at('token.der', token)],
    ...['-data', at('deed', deed), '-CAfile', at('root.pem', own.root)],
  ])
  expect(said.toString()).toContain('OK')
})
