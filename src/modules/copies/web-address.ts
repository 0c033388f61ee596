import { z } from 'zod'

/** In characters. */
const longest = 500

/** Whether citizens may be sent there: an address of the web, encrypted, that bears no name or password. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (
    url?.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.hostname.includes('.')
  )
}

/** An address to which citizens are sent. */
export const WebAddress = z
  .string()
  .max(longest)
  .refine(isWebAddress, { error: 'publications.address.wrong' })
