import {
  givenAuthority,
  givenProgram,
  ground,
  type TestAuthority,
  type TestPerson,
  type TestProgram,
} from '#test/harness'

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it asked for
export type Body = Record<string, any>

export interface Said {
  status: number
  headers: Headers
  body: Body
}

/** An authority with a service and its head, and a program that brings and lets go its people. */
export interface Provisioned {
  authority: TestAuthority
  administrator: TestPerson
  head: TestPerson
  works: string
  program: TestProgram
  /** Asks as Entra ID, Keycloak and authentik do: SCIM’s own type, a bearer, no cookie, no origin. */
  scim: (
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<Said>
  patch: (id: string, ...operations: object[]) => Promise<Said>
  found: (filter: string) => Promise<Body>
  joins: (userName: string, over?: object) => Promise<Body>
}

export async function givenProvisioned(): Promise<Provisioned> {
  const authority = await givenAuthority()
  const works = await authority.service('Travaux')
  const administrator = await authority.person({ roles: ['agent', 'administrator'] })
  const head = await authority.person({ roles: ['agent'], in: works, as: 'head' })
  const program = await givenProgram(authority, administrator, { scopes: ['scim:act'] })
  const scim: Provisioned['scim'] = async (method, path, body, headers = {}) => {
    const { app } = await ground()
    const answer = await app.request(`http://${authority.host}/scim/v2${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      headers: {
        ...{ host: authority.host, authorization: `Bearer ${program.key}` },
        ...{ 'content-type': 'application/scim+json', ...headers },
      },
    })
    const text = await answer.text()
    const read = (text === '' ? {} : JSON.parse(text)) as Body // The test says what it expects.
    return { status: answer.status, headers: answer.headers, body: read }
  }
  return {
    ...{ authority, administrator, head, works, program, scim },
    patch: (id, ...Operations) =>
      scim('PATCH', `/Users/${id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations,
      }),
    found: async (filter) =>
      (await scim('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body,
    joins: async (userName, over = {}) => {
      const answer = await scim('POST', '/Users', user(userName, over))
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
  }
}

/** Somebody as a system of joiners says them. */
export const user = (userName: string, over: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  ...{ userName, externalId: `ext-${userName}`, active: true },
  name: { givenName: 'Zoé', familyName: 'Marlier' },
  emails: [{ value: `${userName}@example.org`, type: 'work', primary: true }],
  ...over,
})
