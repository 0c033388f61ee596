import type { z } from 'zod'
import { type FieldErrors, Invalid } from '#kernel/errors'
import { knownMessage, t } from '#kernel/i18n'
import { holdsUncarried } from './carried.ts'

/** The input as its schema makes it. Throws `Invalid` with a sentence for each field, and with what was wrong before. */
export function validated(
  schema: z.ZodType,
  values: Record<string, unknown>,
  errors: FieldErrors = {},
): unknown {
  const parsed = schema.safeParse(values, { reportInput: true })
  const fields: FieldErrors = { ...errors }
  for (const [name, value] of Object.entries(values))
    if (holdsUncarried(name) || holdsUncarried(value))
      fields[name.toWellFormed()] = [t('http.field.character')]
  if (parsed.success && Object.keys(fields).length === 0) return parsed.data
  for (const issue of parsed.error?.issues ?? []) {
    const name = issue.path.join('.') || 'form'
    // What several rules find wrong with a field is said once.
    fields[name] = [...new Set([...(fields[name] ?? []), sentence(issue)])]
  }
  throw new Invalid(fields)
}

function sentence(issue: z.core.$ZodIssue): string {
  const own = knownMessage(issue.message)
  if (own) return t(own, issue.code === 'custom' ? issue.params : {})
  if (issue.input === '' && issue.code !== 'too_big') return t('http.field.required')
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
      return issue.input === undefined ? t('http.field.required') : sentence(nearest(issue))
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
