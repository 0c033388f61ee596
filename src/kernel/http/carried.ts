import { Invalid, NotFound } from '#kernel/errors'
import type { Call } from './routes.ts'

/**
 * Whether a text, or any text in a value, holds what no database keeps: the character NUL, or half of a character
 * (a lone surrogate). Nobody types them.
 */
export function holdsUncarried(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed()
  if (value instanceof File) return holdsUncarried(value.name)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(
    ([name, inner]) => holdsUncarried(name) || holdsUncarried(inner),
  )
}

/** Refuses an address that holds such a text: nothing is there, or what is asked of it is wrong. */
export function ensureCarried({ req }: Call): void {
  if (holdsUncarried(req.param())) throw new NotFound()
  for (const [name, values] of Object.entries(req.queries()))
    if (holdsUncarried(name) || holdsUncarried(values))
      throw Invalid.field(name.toWellFormed(), 'http.field.character')
}
