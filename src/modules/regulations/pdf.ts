import { sql } from 'kysely'
import { z } from 'zod'
import { aside } from '#kernel/aside'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { type FileHash, readStoredFile } from '#kernel/files'
import { enqueueMany, task } from '#kernel/jobs'
import { type Annex, annexHeldBack } from '#commons/annexes'
import type { Besides } from '#commons/pseudonymisation'
import type { Obstacle } from '#commons/workflow'
import './tables.ts'

const Of = z.object({ hash: z.string() })

/**
 * Looks once what a PDF holds besides its pages. The text of a regulation is published as it stands, signed perhaps, or not at all: it is
 * not drawn anew.
 */
export const lookInto = task(
  'regulations.look_into',
  Of,
  async ({ hash }) => {
    const bytes = await readStoredFile(hash as FileHash) // Of an annex.
    const holds = await aside<{ bytes: Uint8Array }, Besides | null>(
      'commons/pseudonymisation/pdf/besides.ts',
      'heldBesides',
      { bytes },
    )
    await keep(hash, holds)
  },
  { failed: ({ hash }) => keep(hash, 'damaged') },
)

async function keep(hash: string, holds: Besides | null): Promise<void> {
  await db()
    .insertInto('regulations.pdf')
    .values({ hash, holds })
    .onConflict((clash) => clash.columns(['tenant_id', 'hash']).doUpdateSet({ holds }))
    .execute()
}

/** Has PDFs looked into that nobody looked into yet: those of some texts, or of all those that are to be published with their text. */
export async function askToLook(postingIds?: readonly string[]): Promise<void> {
  const which = postingIds ? sql`p.id = any(${[...postingIds]}::uuid[])` : sql`p.pdf_id = a.id`
  const { rows: fresh } = await sql<{ hash: string }>`
    select distinct a.hash from regulations.posting p
    join commons.annex a on a.tenant_id = p.tenant_id and a.dossier_id = p.id
    where ${which} and a.content_type = 'application/pdf' and a.removed_at is null
      and not exists (select from regulations.pdf f where f.tenant_id = a.tenant_id and f.hash = a.hash)
    limit 500`.execute(db())
  await enqueueMany(lookInto, fresh)
}

/** What of the file that is to be published stands in the way. */
export async function pdfObstacle({ id, hash }: Annex): Promise<Obstacle | null> {
  const held = await annexHeldBack(id)
  if (held) return { key: `regulations.pdf.${held}` }
  const known = await db()
    .selectFrom('regulations.pdf')
    .select('holds')
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!known) return { key: 'regulations.pdf.waiting' }
  return known.holds ? { key: `regulations.pdf.${known.holds}` } : null
}

/** Nothing is found in it until the end of the transaction. Throws `Conflict`. */
export async function ensureGivenOut(pdfId: string): Promise<void> {
  ensure(
    (await annexHeldBack(pdfId, { lock: true })) === null,
    Conflict,
    'regulations.pdf.infected',
  )
}
