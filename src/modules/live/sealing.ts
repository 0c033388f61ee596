import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'

// Said once for the device that seals, the one that counts, and the house.

/** What a ballot is sealed with (HPKE, RFC 9180). */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

/** All ballots are as long as the longest may be: nothing is told by their length. */
const length = 4096
const encapsulated = 65
/** How many bytes a sealed ballot has: its key, itself, its mark. */
export const sealedLength = encapsulated + length + 16
/** Of a paper the first bytes are drawn by lot (RFC 9474, randomized); the key of its bearer follows. */
const drawn = 32

export type Bytes = Uint8Array<ArrayBuffer>

export const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

export const toBytes = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))

const info = (vote: string) => new TextEncoder().encode(`beffroi secret ballot ${vote}`)

/** Makes the two halves of what ballots of one vote are sealed with, as texts. */
export async function boxKeys(): Promise<{ seals: string; opens: string }> {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair()
  return {
    seals: toText(new Uint8Array(await suite.kem.serializePublicKey(publicKey))),
    opens: toText(new Uint8Array(await suite.kem.serializePrivateKey(privateKey))),
  }
}

/** Seals what somebody answers: whoever has the other half of `seals` reads it, and nobody else. */
export async function sealBallot(
  seals: string,
  vote: string,
  answers: readonly string[],
): Promise<Bytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(toBytes(seals).buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey, info: info(vote).buffer })
  const said = new TextEncoder().encode(JSON.stringify(answers).padEnd(length))
  const sealed = await sender.seal(said.buffer)
  const whole = new Uint8Array(sealedLength)
  whole.set(new Uint8Array(sender.enc))
  whole.set(new Uint8Array(sealed), encapsulated)
  return whole
}

/** Reads a sealed ballot; throws where it was not sealed for this vote, or was changed. */
export async function openBallot(
  opens: string,
  vote: string,
  sealed: Uint8Array,
): Promise<unknown> {
  const bytes = new Uint8Array(sealed)
  const recipient = await suite.createRecipientContext({
    recipientKey: await suite.kem.deserializePrivateKey(toBytes(opens).buffer),
    enc: bytes.slice(0, encapsulated).buffer,
    info: info(vote).buffer,
  })
  const said = await recipient.open(bytes.slice(encapsulated).buffer)
  return JSON.parse(new TextDecoder().decode(said))
}

/** Whether one half opens what the other seals. */
export async function areHalves(seals: string, opens: string): Promise<boolean> {
  try {
    const [nowhere, said] = ['', ['?']]
    const back = await openBallot(opens, nowhere, await sealBallot(seals, nowhere, said))
    return JSON.stringify(back) === JSON.stringify(said)
  } catch {
    return false
  }
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** The key of a paper: who has its other half alone votes with it. */
export async function bearerKeys(): Promise<{ shown: Bytes; own: CryptoKey }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  return {
    shown: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
    own: privateKey,
  }
}

/** Signs a sealed ballot as who has the paper. */
export const signBallot = async (own: CryptoKey, sealed: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(ecdsa, own, sealed))

/** Whether who has this paper sealed that. */
export async function bearerSealed(paper: Bytes, sealed: Bytes, signed: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', paper.slice(drawn), ecdsa, false, ['verify'])
    return await crypto.subtle.verify(ecdsa, key, signed, sealed)
  } catch {
    return false
  }
}

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short name of something, as people compare it: « K7QF-2M9D ». */
export async function numberOf(bytes: Bytes): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const eight = [...hash.slice(0, 8)].map((one) => signs[one % signs.length]).join('')
  return `${eight.slice(0, 4)}-${eight.slice(4)}`
}
