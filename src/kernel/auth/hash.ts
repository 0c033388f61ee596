import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes (the default algorithm of the library), as OWASP recommends. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

// Verified where there is no password, so that all refusals take the same time.
const nobody = hashPassword('nobody signs in with this')

/** Whether this is the password of a hash; of none, it never is. */
export async function isPassword(typed: string, kept: string | null | undefined): Promise<boolean> {
  const written = typed.normalize('NFC')
  const right = await verify(kept ?? (await nobody), written)
  if (right || !kept) return right && Boolean(kept)
  // Until November 2026 they were kept in NFKC.
  const before = typed.normalize('NFKC')
  return before !== written && verify(kept, before)
}
