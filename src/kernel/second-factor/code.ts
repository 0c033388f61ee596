import { createHmac, timingSafeEqual } from 'node:crypto'

/** In seconds: for how long one code stands (RFC 6238, 4.1). */
const period = 30
/** How many codes before and after are taken: clocks differ (RFC 6238, 5.2). */
const drift = 1

/** The code of a counter (RFC 4226, 5.3): six figures of an HMAC-SHA-1, which all applications reckon. */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash.readUInt8(hash.length - 1) & 0xf
  return ((hash.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).toString().padStart(6, '0')
}

/** The half minute of an instant. */
export const stepAt = (at: Temporal.Instant): number =>
  Math.floor(at.epochMilliseconds / 1000 / period)

/** The half minute of which a code is, among those near an instant; nothing where it is of none. */
export function stepOf(secret: Uint8Array, code: string, at: Temporal.Instant): number | undefined {
  const now = stepAt(at)
  const near = Array.from({ length: 2 * drift + 1 }, (_, one) => now - drift + one)
  const typed = Buffer.from(code)
  return near.find((step) => {
    const right = Buffer.from(codeOf(secret, step))
    return right.length === typed.length && timingSafeEqual(right, typed)
  })
}
