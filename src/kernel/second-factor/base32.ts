const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as letters and figures that people copy (RFC 4648), without padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let kept = 0
  let bits = 0
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += signs[(kept >>> (bits - 5)) & 31]
      bits -= 5
    }
    kept &= (1 << bits) - 1
  }
  return bits > 0 ? text + signs[(kept << (5 - bits)) & 31] : text
}
