import { createHash } from 'node:crypto'

/** SHA-256 of the content, 64 hexadecimal digits. */
export type FileHash = string & { readonly file: unique symbol }

export const hashOfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Where bytes lie among those of their authority, the same in every store. */
export const placeOf = (hash: string): string => `${hash.slice(0, 2)}/${hash}`
