import { beforeAll, expect, test } from 'vitest'
import { isOpen } from '#kernel/access'
import { openApi } from '#kernel/http'
import { givenAuthority, ground } from '#test/harness'

interface Operation {
  summary: string
  operationId: string
  description: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string }>
  security?: object[]
}

interface Description {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  security: object[]
  components: { schemas: object; securitySchemes: Record<string, object> }
}

let described: Description

beforeAll(async () => {
  const visitor = (await givenAuthority()).visitor()
  described = (await visitor.api('GET', '/openapi.json')).json<Description>()
})

const operations = () =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

test('the description is OpenAPI 3.1 and names what it describes', () => {
  expect(described.openapi).toMatch(/^3\.1\.\d$/)
  expect(described.info).toMatchObject({ title: 'Beffroi', version: expect.any(String) })
})

test('what is described is made once, for anybody may ask for it as often as they like', async () => {
  const { house } = await ground()
  const made = () => openApi(house.routes, '1')
  const [first, again] = [made(), made()].map((one) => Object(one).paths)
  expect(again['/api/inbox'].get).toBe(first['/api/inbox'].get)
})

test('every route of the API is described, and nothing else', async () => {
  const { house } = await ground()
  const served = house.routes
    // Those that open authorities are there only at the one that operates the house.
    .filter(({ face, path }) => face === 'api' && !/^\/api\/authorit(ies|y-)/.test(path))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const written = operations().map(({ method, path }) => `${method} ${path}`)
  expect(written.toSorted()).toEqual(served.toSorted())
})

test('every route says in words what it does, under a name of its own', () => {
  for (const { operation, path } of operations()) {
    expect(operation.summary, path).toMatch(/^[A-Z].{3,}/)
    expect(operation.description, path).toMatch(/^Permission: \w+\.[\w.]+$/)
  }
  const names = operations().map(({ operation }) => operation.operationId)
  expect(new Set(names).size).toBe(names.length)
})

test('every parameter of a path is described', () => {
  for (const { path, operation } of operations()) {
    const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)
    expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  }
})

test('every route that takes something says its shape; a GET takes no body', () => {
  for (const { path, method, operation } of operations()) {
    const { requestBody } = operation
    const { 'multipart/form-data': form, 'application/json': json } = requestBody?.content ?? {}
    const shape = Object.keys((form ?? json)?.schema ?? {})
    expect([path, shape.length > 0]).toEqual([path, requestBody !== undefined])
    expect([path, method === 'get' && requestBody !== undefined]).toEqual([path, false])
  }
})

test('every route says its answer, and how a problem looks', () => {
  for (const { path, operation } of operations()) {
    expect(Object.keys(operation.responses), path).toContain('default')
    expect(
      Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status)),
      path,
    ).toBe(true)
  }
})

test('every reference leads to something', () => {
  const references = [...JSON.stringify(described).matchAll(/"\$ref":"([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(0)
  for (const [, reference = ''] of references) {
    const steps = reference.replace(/^#\//, '').split('/')
    const found = steps.reduce<unknown>((at, step) => Object(at)[step], described)
    expect(found, reference).toBeDefined()
  }
})

test('every route asks for a session or a key but for those that need none', () => {
  const open = operations().filter(({ operation }) => operation.security?.length === 0)
  expect(open.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual([
    'delete /api/session/seeing',
    'get /api/openapi.json',
    'get /api/status',
    'post /api/me/asking',
    'post /api/me/confirmation',
    'post /api/session',
  ])
  expect(Object.keys(described.components.securitySchemes)).toEqual(
    described.security.flatMap(Object.keys),
  )
})

test('every act of the API may be sent with a key that makes it once, but those that are told once, or by anybody', async () => {
  const { house } = await ground()
  const withKey = operations().flatMap(({ path, method, operation }) =>
    operation.parameters.some(({ name }) => name === 'Idempotency-Key')
      ? [`${method} ${path}`]
      : [],
  )
  const acts = house.routes.filter(
    ({ face, path, method, permission, documented }) =>
      !/^\/api\/authorit(ies|y-)/.test(path) &&
      face === 'api' &&
      method !== 'get' &&
      !isOpen(permission) &&
      !documented?.secret,
  )
  const named = acts.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(withKey.toSorted()).toEqual([...new Set(named)].toSorted())
  expect(withKey).not.toContain('post /api/session')
})

test('the description says that no other names are taken (9)', () => {
  const pasted = described.paths['/api/texts/pasted']?.['post']?.requestBody?.content
  expect(pasted?.['application/json']?.schema).toMatchObject({ additionalProperties: false })
})
