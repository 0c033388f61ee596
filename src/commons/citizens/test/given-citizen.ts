import { randomUUID } from 'node:crypto'
import { accountIdOf } from '#kernel/auth'
import { db } from '#kernel/db'
import type { Visitor } from '#kernel/testing'
import type { TestAuthority } from '#test/harness'

export const goodPassword = 'trois canards sous la pluie'

/** The letters that the house wrote to an address, the first first. */
export const lettersTo = (authority: TestAuthority, address: string) =>
  authority.asSystem(() =>
    db()
      .selectFrom('kernel.mail')
      .select(['subject', 'body', 'to_name'])
      .where('to_address', '=', address)
      .orderBy('id')
      .execute(),
  )

/** Asks for a space, and gives the path of the link that was written. */
export async function asks(authority: TestAuthority, email: string): Promise<string> {
  const asker = { first_name: 'Zoé', last_name: 'Marlier', email }
  const asked = await authority.visitor().post('/me/new', asker)
  if (asked.status !== 303) throw new Error(asked.text)
  await authority.drain()
  const [, path = ''] =
    /http:\/\/[^/]+(\/\S+)/.exec((await lettersTo(authority, email)).at(-1)?.body ?? '') ?? []
  return path
}

export interface GivenCitizen {
  id: string
  email: string
  visitor: Visitor
}

/** Somebody who asked for a space, confirmed their address and has signed in. `useOpenLetterbox` must hold. */
export async function givenCitizen(authority: TestAuthority): Promise<GivenCitizen> {
  const email = `z-${randomUUID()}@example.org`
  const chosen = { password: goodPassword, password_again: goodPassword }
  await authority.visitor().post(await asks(authority, email), chosen)
  const visitor = authority.visitor()
  await visitor.post('/sign-in', { login: email, password: goodPassword, next: '/' })
  const id = await authority.asSystem(() => accountIdOf(email))
  if (!id) throw new Error('The space did not open')
  return { id, email, visitor }
}
