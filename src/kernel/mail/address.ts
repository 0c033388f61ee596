import { domainToASCII } from 'node:url'
import { z } from 'zod'

const Ascii = z.email().max(254) // RFC 5321, 4.5.3.1.3, without its brackets.

/**
 * An address of electronic mail as SMTP takes it, its domain in ASCII (« mairie-évry.fr » is
 * « xn--mairie-vry-h7a.fr »); undefined where it is none. What is before the @ must be ASCII: most servers take
 * no other (RFC 6531).
 */
export function mailAddress(typed: string): string | undefined {
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  // The domain of a URL would be cut at what ends it.
  if (at < 1 || /[\s\p{Cc}/?#\\:%<>]/u.test(domain)) return undefined
  const parsed = Ascii.safeParse(`${text.slice(0, at)}@${domainToASCII(domain)}`)
  return parsed.success ? parsed.data : undefined
}

/** Words of a head of a message: one line, without what controls a terminal or a protocol, at most so long. */
export function headLine(text: string, most: number): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .toWellFormed()
  const signs = [...line]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line
}
