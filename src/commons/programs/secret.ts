import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a secret of a program is: a key that is kept for months, or a token for an hour. */
export type SecretKind = 'key' | 'token'

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 256 bits, and the 32 of the checksum, in 62 signs. */
const [long, short] = [43, 6] as const

/** A number in 62 signs, filled up to a length: no sign of it breaks a word that one selects. */
function written(number: bigint, length: number): string {
  const rest = number / 62n
  const sign = signs[Number(number % 62n)] ?? ''
  return length === 1 ? sign : written(rest, length - 1) + sign
}

const checksumOf = (text: string) => written(BigInt(crc32(text)), short)

/**
 * A secret of 256 random bits that scanners of repositories know for one of ours: `beffroi_key_`, 43 signs, and six more of
 * their CRC-32, so that what only looks like one is told apart without asking the house.
 */
export function makeSecret(kind: SecretKind): string {
  const body = `beffroi_${kind}_${written(BigInt(`0x${randomBytes(32).toString('hex')}`), long)}`
  return body + checksumOf(body)
}

/** What a text is a secret of; nothing where it is none of ours. */
export function kindOf(text: string): SecretKind | undefined {
  const [, kind] = /^beffroi_(key|token)_[0-9A-Za-z]{49}$/.exec(text) ?? []
  const right = checksumOf(text.slice(0, -short)) === text.slice(-short)
  return right && (kind === 'key' || kind === 'token') ? kind : undefined
}

/** What is kept of a secret. It is random: a slow hash would protect nothing more. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
