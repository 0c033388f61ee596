import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let person: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  person = await authority.person({ roles: ['agent'] })
})

test.each([
  ['application/json', '{"__proto__":{"polluted":1}}'],
  ['application/json', '{"a":{"b":[{"constructor":{"prototype":{"polluted":1}}}]}}'],
  ['application/json', '{"ballots.__proto__.polluted":1}'],
  ['application/json', '{"a\\u002e\\u005f_proto__":1}'],
  ['application/x-www-form-urlencoded', 'ballots.__proto__=yes'],
])(
  'a name that reaches what all objects have in common is refused at the door: %s %s (C0)',
  async (type, body) => {
    const { app } = await ground()
    const answer = await app.request(`http://${authority.host}/api/drafts`, {
      method: 'PUT',
      body,
      headers: {
        ...{ host: authority.host, origin: `http://${authority.host}`, 'content-type': type },
        cookie: `session=${person.token}`,
      },
    })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('s’appeler'),
    ])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  },
)
