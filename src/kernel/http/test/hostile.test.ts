import { beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import type { Route } from '../routes.ts'

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

test('no address that anybody can type is a fault of ours, whatever it asks (S10)', async () => {
  const { house } = await ground()
  const faults: string[] = []
  const logged = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((line) => faults.push(String(line).slice(0, 300)) > 0)
  const wrong: string[] = []
  for (const route of house.routes.filter(({ method }) => method === 'get')) {
    const path = route.path.replaceAll(/:\w+/g, nobody)
    for (const value of hostile) {
      const query = new URLSearchParams(asked(route).map((name) => [name, value]))
      const { status } = await person.visitor.get(`${path}?${query}`)
      if (status >= 500) wrong.push(`${route.path} ${value.slice(0, 40)}: ${faults.splice(0)}`)
    }
  }
  logged.mockRestore()
  expect(wrong).toEqual([])
}, 180_000)
