import type { z } from 'zod'
import { type FieldErrors, Invalid } from '#kernel/errors'
import { knownMessage, t } from '#kernel/i18n'
import type { Call, Route } from './routes.ts'

/** What the browser or the client sent, before any check: query, form or JSON. */
export async function received(route: Route, c: Call): Promise<Record<string, unknown>> {
  if (!route.input) return {}
  if (route.method === 'get') return queryOf(c)
  if (/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    const body: unknown = await c.req.json().catch(() => {
      throw Invalid.field('body', 'http.field.json')
    })
    return typeof body === 'object' && body !== null ? { ...body } : {}
  }
  const fields = await c.req.parseBody({ all: true }).catch(() => {
    throw Invalid.field('body', 'http.field.wrong')
  })
  return { ...fields }
}

function queryOf(c: Call): Record<string, unknown> {
  const many = Object.entries(c.req.queries())
  return Object.fromEntries(
    many.map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
}

/** The input as its schema makes it. Throws `Invalid` with a sentence for each field. */
export function validated(schema: z.ZodType, values: Record<string, unknown>): unknown {
  const parsed = schema.safeParse(values, { reportInput: true })
  const fields: FieldErrors = {}
  for (const [name, value] of Object.entries(values))
    if (holdsNul(value)) fields[name] = [t('http.field.wrong')]
  if (parsed.success && Object.keys(fields).length === 0) return parsed.data
  for (const issue of parsed.error?.issues ?? []) {
    const name = issue.path.join('.') || 'form'
    fields[name] = [...(fields[name] ?? []), sentence(issue)]
  }
  throw new Invalid(fields)
}

/** Nobody types the character NUL, and PostgreSQL keeps no text that holds it. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value instanceof File) return value.name.includes('\0')
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => name.includes('\0') || holdsNul(inner))
}

function sentence(issue: z.core.$ZodIssue): string {
  const own = knownMessage(issue.message)
  if (own) return t(own)
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string'
        ? t('http.field.required')
        : t('http.field.at_least', { least: Number(issue.minimum) })
    case 'too_big':
      return issue.origin === 'string'
        ? t('http.field.too_long', { most: Number(issue.maximum) })
        : t('http.field.at_most', { most: Number(issue.maximum) })
    case 'invalid_type':
      return issue.input === undefined ? t('http.field.required') : t('http.field.wrong')
    case 'invalid_format':
      return t(
        issue.format === 'date' || issue.format === 'datetime'
          ? 'http.field.date'
          : 'http.field.wrong',
      )
    case 'invalid_value':
      return t('http.field.choose')
    case 'invalid_union':
      return sentence(nearest(issue))
    default:
      return t('http.field.wrong')
  }
}

/** Of the ways in which an answer could be given, what is wrong with the one that was meant. */
function nearest({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue {
  const inner = errors.flat()
  const meant = inner.find(({ code }) => code !== 'invalid_type' && code !== 'invalid_value')
  const listed = inner.find(({ code }) => code === 'invalid_value')
  return meant ?? listed ?? { code: 'custom', path: [], message: '' }
}
