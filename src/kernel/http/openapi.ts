import { z } from 'zod'
import { openToAll } from '#kernel/access'
import type { Route } from './routes.ts'

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
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

/** The description of all API routes, OpenAPI 3.1, made from what the routes themselves declare. */
export function openApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    if (route.face !== 'api') continue
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Beffroi', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    paths,
    security: [{ session: [] }],
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(route: Route): object {
  const { documented, input, method, path, permission } = route
  const isPublic = permission === openToAll
  return {
    summary: documented?.summary ?? '',
    operationId: `${method}${path.replaceAll(/\W+/g, '_')}`,
    description: `Permission: ${permission?.name ?? ''}`,
    ...(isPublic && { security: [] }),
    parameters: [...pathParameters(path), ...(input && method === 'get' ? query(input) : [])],
    ...(input &&
      method !== 'get' && {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: jsonSchema(input, 'input') } },
        },
      }),
    responses: { ...success(route), default: problem },
  }
}

function success({ documented }: Route): object {
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
