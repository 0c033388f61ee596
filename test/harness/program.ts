import type { Visitor } from '#kernel/testing'
import type { TestAuthority, TestPerson } from './authority.ts'

/** A program that a test has made, with a key. */
export interface TestProgram {
  id: string
  name: string
  key: string
  keyId: string
  /** Calls the API with its key, or with another token. */
  api: (method: string, path: string, body?: unknown, token?: string) => ReturnType<Visitor['api']>
}

interface Given {
  scopes: readonly string[]
  roles?: readonly string[]
  services?: readonly string[]
  function?: 'editor' | 'observer'
  perMinute?: number
}

/** Has an administrator make a program and a key, as they do by the API. */
export async function givenProgram(
  authority: TestAuthority,
  administrator: TestPerson,
  { perMinute = 600, roles = [], services = [], ...given }: Given,
): Promise<TestProgram> {
  const owner = await authority.service(`Informatique ${crypto.randomUUID()}`)
  const name = `Intranet ${crypto.randomUUID()}`
  const made = await administrator.visitor.api('POST', '/programs', {
    ...{ name, purpose: 'Montre les points', contact: 'DSI' },
    ...{ service_id: owner, per_minute: perMinute, roles, services, ...given },
  })
  if (made.status !== 201) throw new Error(made.text)
  const { id } = made.json<{ id: string }>()
  const key = await makeKey(administrator, id)
  return { id, name, ...key, api: caller(authority, key.key) }
}

/** Makes one more key. */
export async function makeKey(administrator: TestPerson, id: string, days = 365) {
  const answer = await administrator.visitor.api('POST', `/programs/${id}/keys`, { days })
  if (answer.status !== 201) throw new Error(answer.text)
  const { id: keyId, secret: key } = answer.json<{ id: string; secret: string }>()
  return { key, keyId }
}

/** Calls the API of an authority as a program does: no cookie, no origin. */
export const caller =
  (authority: TestAuthority, key: string): TestProgram['api'] =>
  (method, path, body, token = key) =>
    authority.visitor().api(method, path, body, { authorization: `Bearer ${token}` })
