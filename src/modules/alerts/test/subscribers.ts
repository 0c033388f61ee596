import { useOpenLetterbox } from '#kernel/mail'
import type { TestAuthority } from '#test/harness'
import { lettersTo } from '../../../commons/citizens/test/given-citizen.ts'

/** What is followed, as the form asks for it. */
export type Wanted = Partial<Record<'q' | 'subject' | 'organ' | 'place', string>>

/** Has the letters of this authority be read where they are kept, as where people are fictional. `useOpenLetterbox([])` ends it. */
export const openLetterbox = (authority: TestAuthority) => useOpenLetterbox([authority.tenant.slug])

/** The last letter to an address: its subject, its text, and the paths of its links. */
export async function lastLetter(authority: TestAuthority, email: string) {
  const letter = (await lettersTo(authority, email)).at(-1)
  const body = letter?.body ?? ''
  const links = [...body.matchAll(/https?:\/\/[^/\s]+(\/\S+)/g)].map(([, path = '']) => path)
  return { subject: letter?.subject ?? '', body, links }
}

/** Asks to be told; gives the path of the link that was written. `openLetterbox` must hold. */
export async function asks(
  authority: TestAuthority,
  email: string,
  wanted: Wanted = {},
): Promise<string> {
  const asked = await authority.visitor().post('/alerts', { ...wanted, email })
  if (asked.status !== 303) throw new Error(asked.text)
  await authority.drain()
  return (await lastLetter(authority, email)).links[0] ?? ''
}

/** The same, confirmed; gives the path of the page of what is followed. */
export async function follows(
  authority: TestAuthority,
  email: string,
  wanted: Wanted = {},
): Promise<string> {
  const link = await asks(authority, email, wanted)
  const confirmed = await authority.visitor().post(link, {})
  return new URL(confirmed.headers.get('location') ?? '', 'http://here').pathname
}

/** The alerts that were written to an address, without the letters that asked for its confirmation. */
export async function alertsTo(authority: TestAuthority, email: string) {
  await authority.drain()
  return (await lettersTo(authority, email)).filter(({ body }) => body.includes('/alerts/out/'))
}
