import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { givenAuthority, type TestPerson } from '#test/harness'
import { id, optionalId, optionalLine, several } from '../index.ts'
import { unknownNames } from '../unknown-names.ts'

let agent: TestPerson

beforeAll(async () => {
  const authority = await givenAuthority()
  agent = await authority.person({ roles: ['agent', 'administrator'] })
})

const Body = z.object({
  title: optionalLine(),
  place: z.object({ street: optionalLine() }).nullable().default(null),
  votes: z.array(z.object({ seat: z.string() })).default([]),
  open: z.record(z.string(), z.object({ yes: z.boolean() })).optional(),
  one: z.union([z.object({ a: z.string() }), z.object({ b: z.string() }), z.string()]).optional(),
  service_id: optionalId(),
  boxes: several(id()),
  anything: z.record(z.string(), z.unknown()).optional(),
})

test('a name that is not asked for is told at any depth (9)', () => {
  const told = (sent: object) => Object.keys(unknownNames(Body, sent))
  expect(
    told({ title: 'Rue', place: { street: 'a' }, votes: [{ seat: 'x' }], boxes: ['a'] }),
  ).toEqual([])
  expect(
    told({ open: { s: { yes: true } }, one: { b: 'x' }, anything: { all: { of: 1 } } }),
  ).toEqual([])
  expect(told({ titel: 'Rue' })).toEqual(['titel'])
  expect(told({ place: { stret: 'a' } })).toEqual(['place.stret'])
  expect(told({ votes: [{ seat: 'x' }, { seat: 'x', sit: 1 }] })).toEqual(['votes.1.sit'])
  expect(told({ open: { s: { yes: true, no: 1 } } })).toEqual(['open.s.no'])
  expect(told({ one: { b: 'x', c: 1 } })).toEqual(['one.c'])
  expect(told({ constructor: 1 })).toEqual(['constructor'])
  expect(told(JSON.parse('{"__proto__":1}'))).toEqual(['__proto__'])
})

test('the API refuses a name that it does not ask for, in a body and in an address (9)', async () => {
  const body = await agent.visitor.api('POST', '/texts/pasted', {
    html: '<p>a</p>',
    htlm: '<p>b</p>',
  })
  expect(body.status).toBe(422)
  expect(body.json<{ errors: object }>().errors).toEqual({
    htlm: ['Aucune réponse de ce nom n’est attendue ici\u00A0: elle n’aurait pas été lue.'],
  })
  const address = await agent.visitor.api('GET', '/search?q=rue&trad=zzz')
  expect(address.json<{ errors: object }>().errors).toHaveProperty('trad')
  const none = await agent.visitor.api('GET', '/openapi.json?who=me')
  expect(none.status).toBe(422)
})

test('a form of a page may bring names of its own (9)', async () => {
  expect((await agent.visitor.get('/search?q=rue&utm_source=letter')).status).toBe(200)
})
