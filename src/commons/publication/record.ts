import { createHash } from 'node:crypto'
import { tenant } from '#kernel/tenancy'

/** What the hash of a publication is made of, besides the authority. */
export interface Recorded {
  publisher: string
  slug: string
  number: number
  title: string
  content: unknown
  published_at: Temporal.Instant
  /** Null for the first of an authority. */
  previous_hash: string | null
}

/** A publication as anybody may check it: the value whose canonical JSON is hashed. */
export function recordOf(published: Recorded) {
  const { publisher, slug, number, title, content, previous_hash } = published
  return {
    authority: tenant().slug,
    publisher,
    slug,
    number,
    title,
    content,
    published_at: published.published_at.toString(),
    previous_hash,
  }
}

/** SHA-256 of the record in canonical JSON, in hexadecimal. */
export function hashOf(published: Recorded): string {
  return createHash('sha256')
    .update(canonicalJson(recordOf(published)))
    .digest('hex')
}

/**
 * The one spelling of a JSON value (RFC 8785): no spaces, names in the order of their UTF-16 code
 * units. `value` is what `JSON.parse` gives.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`)
  return `{${members.join(',')}}`
}
