import type { Published } from './published.ts'
import { recordOf } from './record.ts'

/** Where a program finds a copy: the same address for ever. */
export const dataPath = ({ publisher, slug, number }: Published) =>
  `/publications/${publisher}/${slug}/${number}.json`

/** Data that any site may fetch. */
const anySite = { 'access-control-allow-origin': '*' }

/**
 * A copy for programs. All but `hash` is what was hashed: its SHA-256 in canonical JSON (RFC 8785)
 * is `hash`.
 */
export function openData(published: Published): Response {
  const { hash } = published
  return new Response(JSON.stringify({ ...recordOf(published), hash }), {
    headers: { ...anySite, 'content-type': 'application/json', etag: `"${hash}"` },
  })
}

/** A file of open data. */
export function openFile(answer: Response): Response {
  for (const [name, value] of Object.entries(anySite)) answer.headers.set(name, value)
  return answer
}
