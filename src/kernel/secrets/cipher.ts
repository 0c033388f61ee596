import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Signs of the bytes: how they are written, the nonce of AES-256-GCM, its tag. */
const size = { nonce: 12, tag: 16 }

/** Enciphers under a key of 32 bytes: nonce, cipher text, tag. What it belongs to is said again to decipher it. */
export function encipher(key: Uint8Array, text: Uint8Array, belongs: string): Buffer {
  const nonce = randomBytes(size.nonce)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: size.tag })
  cipher.setAAD(Buffer.from(belongs))
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()])
}

/** Throws where the key is another, or where it was changed or belongs elsewhere. */
export function decipher(key: Uint8Array, bytes: Uint8Array, belongs: string): Buffer {
  const nonce = bytes.subarray(0, size.nonce)
  const end = bytes.byteLength - size.tag
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: size.tag })
  cipher.setAAD(Buffer.from(belongs))
  cipher.setAuthTag(bytes.subarray(end))
  return Buffer.concat([cipher.update(bytes.subarray(size.nonce, end)), cipher.final()])
}

export const newKey = (): Buffer => randomBytes(32)

/** By which a key is known without being read. */
export const fingerprintOf = (key: Uint8Array): string =>
  createHmac('sha256', key).update('beffroi master key').digest('hex').slice(0, 32)

/** The same value under the same key gives the same bytes, from which nobody finds the value without the key. */
export const blind = (key: Uint8Array, belongs: string, value: string): Buffer =>
  createHmac('sha256', key).update(`${belongs}\0${value}`).digest()
