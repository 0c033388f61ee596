import { z } from 'zod'
import { isForPeople, isOpen, scopeOf } from '#kernel/access'
import { takenBy } from './bounds.ts'
import type { Route } from './routes.ts'
import { defOf } from './unknown-names.ts'

const problem = {
  description: 'What went wrong (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
})

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    // What is sent under another name is refused.
    override: ({ zodSchema, jsonSchema: told }) => {
      const def = defOf(zodSchema)
      if (io === 'input' && def.type === 'object' && !def.catchall)
        told.additionalProperties = false
    },
  })

/** The description of all API routes, OpenAPI 3.1, made from what the routes themselves declare. */
export function openApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    if (route.face !== 'api') continue
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Beffroi', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    paths,
    security: [{ session: [] }, { key: [] }, { clientCredentials: [] }],
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: {
        session: {
          ...{ type: 'http', scheme: 'bearer' },
          description: 'A session of a person: the token of `POST /api/session`',
        },
        key: {
          ...{ type: 'http', scheme: 'bearer' },
          description:
            'A key of a service account, `beffroi_key_…`: it does what its scopes and its roles allow, and nothing that people alone do',
        },
        clientCredentials: {
          type: 'oauth2',
          description: 'The same key exchanged for a token of an hour (RFC 6749 § 4.4)',
          flows: {
            clientCredentials: {
              tokenUrl: '/api/token',
              scopes: Object.fromEntries(scopesIn(routes).map((one) => [one, ''])),
            },
          },
        },
      },
    },
  }
}

/** The draft of the IETF by which a call that is sent again is answered again, and not done again. */
const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Made by the caller, who sends it again with the same call: it is done once. Known for two days; 422 with another call.',
  schema: { type: 'string', maxLength: 202 },
}

/** What programs are given to ask for a route; nothing where people alone do. */
const scopeIn = ({ permission, method }: Route) =>
  permission && !isOpen(permission) && !isForPeople(permission)
    ? scopeOf(permission.name.split('.')[0] ?? '', method === 'get' ? 'read' : 'act')
    : undefined

const scopesIn = (routes: readonly Route[]) =>
  [...new Set(routes.flatMap((one) => (one.face === 'api' && scopeIn(one)) || []))].toSorted()

/** Made once: schemas of hundreds of routes take a third of a second, and anybody may ask for them. */
const made = new WeakMap<Route, object>()

function operationOf(route: Route): object {
  const known = made.get(route) ?? operation(route)
  made.set(route, known)
  return known
}

function operation(route: Route): object {
  const { documented, input, method, path, permission } = route
  const isPublic = isOpen(permission)
  const scope = scopeIn(route)
  return {
    summary: documented?.summary ?? '',
    operationId: `${method}${path.replaceAll(/\W+/g, '_')}`,
    description: `Permission: ${permission?.name ?? ''}`,
    ...(!scope && { security: isPublic ? [] : [{ session: [] }] }),
    ...(scope && { security: [{ session: [] }, { key: [] }, { clientCredentials: [scope] }] }),
    parameters: [
      ...pathParameters(path),
      ...(input && method === 'get' ? query(input) : []),
      // What is told once and kept nowhere cannot be told again.
      ...(method === 'get' || isPublic || documented?.secret ? [] : [key]),
    ],
    ...(input &&
      method !== 'get' && {
        requestBody: {
          required: true,
          content: bodyOf(route, input),
        },
      }),
    responses: { ...success(route), default: problem },
  }
}

/** JSON; a form where there are files in it, each of them the bytes of a part. */
function bodyOf(route: Route, input: z.ZodType): object {
  const { files } = takenBy(route)
  const schema = jsonSchema(input, 'input')
  if (files.size === 0) return { 'application/json': { schema } }
  const parts = [...files].map(([name, most]) => [
    name,
    { type: 'array', maxItems: most, items: { type: 'string', format: 'binary' } },
  ])
  const properties = { ...schema.properties, ...Object.fromEntries(parts) }
  return { 'multipart/form-data': { schema: { ...schema, properties } } }
}

function success({ documented }: Route): object {
  if (documented?.file) return { 200: { description: 'The file', content: { '*/*': {} } } }
  if (!documented?.answer) return { 204: { description: 'Done' } }
  const schema = jsonSchema(documented.answer, 'output')
  return {
    [documented.status ?? 200]: {
      description: 'Done',
      content: { 'application/json': { schema } },
    },
  }
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function query(input: z.ZodType): object[] {
  const schema = jsonSchema(input, 'input')
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: property,
  }))
}
