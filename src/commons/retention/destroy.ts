import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { enqueue } from '#kernel/jobs'
import { ensureEdition } from '#kernel/pages'
import { giveNumber, type Series, yearly } from '#commons/numbering'
import { printCertificate } from './certificate.ts'
import type { Going, Proposed } from './going.ts'
import type { Trace } from './traces.ts'
import type { Destroyed } from './tables.ts'

/** Certificates of destruction, from 1 each year. */
export const certificateNumbers: Series = yearly(
  'retention.destruction',
  'retention.certificates',
  'ELIM/{year}/{number}',
)

/** What a form that destroys is made from, for `ensureEdition`. */
export const standing = (rows: readonly Proposed[]) => rows.map(({ id, kept }) => [id, kept])

/**
 * Destroys those of a kind that are proposed and that nothing keeps, and certifies it: who, when, by which rule, their
 * references and hashes, not what they said. Throws `Stale` where they are not those that were looked at, `Conflict`
 * where there is none. Returns the id of the certificate.
 */
export async function destroyProposed(going: Going, edition: string): Promise<string> {
  const shown = await going.proposed(true)
  ensureEdition(standing(shown), edition)
  const rows = shown.filter(({ kept }) => kept === null)
  if (rows.length === 0) throw new Conflict('retention.nothing')
  const { reference } = await giveNumber(certificateNumbers)
  const taken = new Map<string, readonly Trace[]>()
  for (const one of rows) taken.set(one.id, await going.destroy(one, reference))
  const certificate = {
    reference,
    kind: going.kind,
    rule: going.rule(),
    destroyed: rows.map((one): Destroyed => {
      const traces = taken.get(one.id) ?? []
      return {
        id: one.id,
        reference: one.reference,
        hash: sha256(one.row),
        ended_on: one.ended_on.toString(),
        ...(one.asked && { asked: one.asked }),
        ...(traces.length > 0 && { with: traces }),
      }
    }),
    by_name: actor().name,
    at: Temporal.Now.instant().round('millisecond'),
  }
  const { id } = await db()
    .insertInto('commons.destruction')
    .values({
      ...certificate,
      rule: sql`${JSON.stringify(certificate.rule)}::jsonb`,
      destroyed: sql`${JSON.stringify(certificate.destroyed)}::jsonb`,
      hash: sha256(JSON.stringify({ ...certificate, at: certificate.at.toString() })),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(printCertificate, { id }, `retention.print ${id}`)
  return id
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
