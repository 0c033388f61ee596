import { beforeAll, expect, test, vi } from 'vitest'
import { HonoRequest } from 'hono/request'
import { z } from 'zod'
import { figure, givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { Invalid } from '#kernel/errors'
import type { Route } from '../routes.ts'
import { validated } from '../validate.ts'

let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person({
    roles: ['agent', 'secretariat', 'coordinator', 'administrator'],
  })
})

/** Names of what pages read from their address without a schema. */
const read = [
  'after',
  'all',
  'view',
  'q',
  'page',
  'tab',
  'sort',
  'order',
  'year',
  'from',
  'next',
  'hue',
]

/** What is asked of an address by its schema, if it has one. */
function asked({ input }: Route): string[] {
  if (!input) return read
  const { properties } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return [...new Set([...Object.keys(properties ?? {}), ...read])]
}

const nobody = '00000000-0000-7000-8000-000000000000'
const hostile = [
  '+002026-01-01T00:00:00Z',
  '2026-06-25T20:00:00.12345678901234Z',
  '-271821-04-20',
  '0000-00-00',
  '99999999999999999999999999',
  '-1',
  '1e309',
  'NaN',
  `${'9'.repeat(400)}`,
  'a'.repeat(3000),
  nobody,
  `2026-01-01~${nobody}`,
  `+275760-09-13T00:00:00Z|${nobody}`,
  '\u{1F600}\uFFFF\u202E',
  '\'";--\\',
  '{"a":[{}]}',
  '[]',
  '%',
  '[^](',
  Buffer.from('["a",{}]').toString('base64url'),
]

/** The values of which the page of a route may make something: what its schema refuses never comes to it. */
function taken(route: Route): { passed: string[]; refused: string[] } {
  const { input } = route
  if (!input) return { passed: hostile, refused: [] }
  const of = (value: string) => Object.fromEntries(asked(route).map((name) => [name, value]))
  const { passed = [], refused = [] } = Object.groupBy(hostile, (value) =>
    isTaken(input, of(value)) ? 'passed' : 'refused',
  )
  return { passed, refused }
}

/** As a request does it: whatever else than a refusal comes of it is a fault of ours. */
function isTaken(input: NonNullable<Route['input']>, values: Record<string, string>): boolean {
  try {
    validated(input, values)
    return true
  } catch (refusal) {
    if (refusal instanceof Invalid) return false
    throw refusal
  }
}

/** From one on, all of them: each route begins with another. */
const from = <T>(at: number, all: readonly T[]) => [
  ...all.slice(at % all.length),
  ...all.slice(0, at % all.length),
]

test('no address that anybody can type is a fault of ours, whatever it asks (S10)', async () => {
  const { house } = await ground()
  const faults: string[] = []
  const logged = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((line) => faults.push(String(line).slice(0, 300)) > 0)
  const query = vi.spyOn(HonoRequest.prototype, 'query')
  const wrong: string[] = []
  const ask = async (route: Route, value: string) => {
    const path = route.path.replaceAll(/:\w+/g, nobody)
    const search = new URLSearchParams(asked(route).map((name) => [name, value]))
    const { status } = await person.visitor.get(`${path}?${search}`)
    if (status >= 500) wrong.push(`${route.path} ${value.slice(0, 40)}: ${faults.splice(0)}`)
  }
  let requests = 0
  const routes = house.routes.filter(({ method }) => method === 'get')
  const all = await authority.as(person, async () =>
    routes.map((route) => ({ route, ...taken(route) })),
  )
  for (const [at, { route, passed, refused }] of all.entries()) {
    query.mockClear()
    // All that is refused is refused in the same way. What no page reads is the same to it, whatever it is: two of it are enough.
    const isRead = () =>
      route.input !== undefined ||
      query.mock.calls.some((names: readonly unknown[]) => names[0] !== 'access_token')
    for (const value of refused.length > 0 ? from(at, refused).slice(0, 1) : []) {
      await ask(route, value)
      requests += 1
    }
    for (const [which, value] of passed.length > 0 ? from(at, passed).entries() : []) {
      if (which >= 2 && !isRead()) break
      await ask(route, value)
      requests += 1
    }
  }
  figure('hostile addresses asked', requests, 'addresses')
  query.mockRestore()
  logged.mockRestore()
  expect(wrong).toEqual([])
}, 180_000)
