import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Problem } from '#kernel/errors'
import { type FileHash, needsFiles, readStoredFile, storeFiles } from '#kernel/files'
import { t } from '#kernel/i18n'
import { enqueue, enqueueMany, Reason, reasonFor, task } from '#kernel/jobs'
import {
  container,
  FlawedTimestamp,
  isStamped,
  manifestOf,
  type Proven,
  RefusedTimestamp,
  stampForHouse,
} from '#kernel/timestamps'
import type { PublicPosting } from './content.ts'
import { filesOf } from './files.ts'
import './tables.ts'

needsFiles('regulations.proof_file', sql`select file as hash from regulations.proof_file`)

const Of = z.object({ hash: z.string() })

/**
 * Begins the proof of a copy, in the transaction that published it: what is stamped is made by a job, and the stamp is asked for by
 * the next one. Publishing waits for neither. The file that an agent gave is public at once.
 */
export async function beginProof(
  posting_id: string,
  hash: string,
  { pdf }: PublicPosting,
): Promise<void> {
  const begun = await db()
    .insertInto('regulations.proof')
    .values({
      ...{ hash, posting_id, wanted: isStamped(), last_failure: null },
      ...{ manifest: null, token: null, stamped_at: null, stamped_by: null },
    })
    .onConflict((clash) => clash.columns(['tenant_id', 'hash']).doNothing())
    .returning('hash')
    .execute()
  if (begun.length === 0) return
  if (pdf)
    await db()
      .insertInto('regulations.proof_file')
      // The hash is that of the annex, whose bytes are kept.
      .values({
        hash,
        position: 3,
        file_name: pdf.name,
        type: 'application/pdf',
        file: pdf.hash as FileHash,
      })
      .execute()
  await enqueue(prepareProof, { hash })
}

const proofOf = (hash: string) =>
  db()
    .selectFrom('regulations.proof')
    .selectAll()
    .where('hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()

/** Makes the files of a copy and what is stamped of them: once, so that what is stamped never changes. */
export const prepareProof = task('regulations.prepare_proof', Of, async ({ hash }) => {
  const proof = await proofOf(hash)
  if (!proof || proof.manifest) return
  const copy = await db()
    .selectFrom('commons.publication')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  const given = await filesKept(hash)
  const files = await filesOf(copy, given)
  const hashes = await storeFiles(files.map(({ bytes }) => bytes))
  const rows = files.flatMap(({ name, type }, at) => {
    const file = hashes[at]
    return file ? [{ hash, position: at + 1, file_name: name, type, file }] : []
  })
  await db().deleteFrom('regulations.proof_file').where('hash', '=', hash).execute()
  await db().insertInto('regulations.proof_file').values(rows).execute()
  await db()
    .updateTable('regulations.proof')
    .set({ manifest: Buffer.from(manifestOf(files)) })
    .where('hash', '=', hash)
    .execute()
  if (proof.wanted) await enqueue(stampCopy, { hash }, `regulations.stamp ${hash}`)
})

/** In minutes: after each failure twice as long, six hours at most. */
const wait = (tries: number) => Math.min(360, 2 ** Math.min(tries, 9))

/**
 * Asks for the timestamp of a copy. What goes wrong is written down, shown, and tried again later: the copy is public all the same.
 */
export const stampCopy = task('regulations.stamp_copy', Of, async ({ hash }) => {
  const proof = await proofOf(hash)
  if (!proof?.manifest || proof.token || !proof.wanted) return
  const failure = await stampedBy(proof, proof.manifest).catch(reasonOf)
  if (!failure) return
  const tries = proof.tries + 1
  const next_try_at = Temporal.Now.instant().add({ minutes: wait(tries) })
  await db()
    .updateTable('regulations.proof')
    .set({ tries, next_try_at, last_failure: sql`${JSON.stringify(failure)}::jsonb` })
    .where('hash', '=', hash)
    .execute()
})

/** How far the clock of an authority may be from ours. */
const tolerance = { minutes: 5 } as const

async function stampedBy(
  { hash, asked_at }: { hash: string; asked_at: Temporal.Instant },
  manifest: Buffer,
): Promise<Reason | null> {
  if (!isStamped()) return { key: 'regulations.stamp.nobody', params: {} }
  const { token, at, signedBy } = await stampForHouse(manifest)
  const [first, last] = [asked_at.subtract(tolerance), Temporal.Now.instant().add(tolerance)]
  // It did not see what was published before it was.
  if (Temporal.Instant.compare(at, first) < 0 || Temporal.Instant.compare(at, last) > 0)
    return { key: 'regulations.stamp.flaw.clock', params: {} }
  await db()
    .updateTable('regulations.proof')
    .set({ token: Buffer.from(token), stamped_at: at, stamped_by: signedBy, last_failure: null })
    .where('hash', '=', hash)
    .execute()
  return null
}

/** Why there is no stamp yet. */
function reasonOf(failure: unknown): Reason {
  if (failure instanceof RefusedTimestamp)
    return { key: 'regulations.stamp.refused', params: { words: failure.message.slice(0, 200) } }
  if (failure instanceof FlawedTimestamp)
    return { key: `regulations.stamp.flaw.${failure.flaw}`, params: {} }
  // What an outside server did wrong has a sentence; what is ours is a fault, which the job tells.
  if (failure instanceof Problem) return reasonFor(failure)
  throw failure
}

/** Asks for the stamps whose time has come; of one copy now, where somebody wants it. */
export async function askForStamps(hash?: string): Promise<void> {
  const due = await db()
    .selectFrom('regulations.proof')
    .select('hash')
    .where('wanted', '=', true)
    .where('token', 'is', null)
    .where('manifest', 'is not', null)
    .$if(hash === undefined, (query) => query.where('next_try_at', '<=', Temporal.Now.instant()))
    .$if(hash !== undefined, (query) => query.where('hash', '=', hash ?? ''))
    .orderBy('next_try_at')
    .limit(100)
    .execute()
  await enqueueMany(stampCopy, due)
}

/** The proof of a copy as far as it is: without what its files hold. */
export interface Proof {
  hash: string
  /** Nobody stamps it: the house had no timestamp authority when it was published. */
  wanted: boolean
  /** It can be taken as a PDF. */
  pdf: boolean
  stamped_at: Temporal.Instant | null
  stamped_by: string | null
  /** Nobody is given its files: a virus was found in one of them. */
  held_back_at: Temporal.Instant | null
}

/** For a public transaction. */
export async function proofIn(hash: string): Promise<Proof | undefined> {
  return db()
    .selectFrom('regulations.proof')
    .select(['hash', 'wanted', 'stamped_at', 'stamped_by', 'held_back_at'])
    .select(
      sql<boolean>`exists (select from regulations.proof_file f where f.hash = proof.hash and f.type = 'application/pdf')`.as(
        'pdf',
      ),
    )
    .where('hash', '=', hash)
    .executeTakeFirst()
}

/** The latest proof of a text, with how asking for its stamp goes, for agents. */
export async function latestProof(postingId: string) {
  const found = await db()
    .selectFrom('regulations.proof as p')
    .innerJoin('commons.publication as c', (on) =>
      on.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.hash', '=', 'p.hash'),
    )
    .select(['p.hash', 'p.wanted', 'p.stamped_at', 'p.stamped_by', 'p.tries', 'p.last_failure'])
    .select(['p.next_try_at', 'p.held_back_at', 'c.slug', 'c.withdrawn_at'])
    .where('p.posting_id', '=', postingId)
    .orderBy('c.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found && { ...found, last_failure: Reason.nullable().parse(found.last_failure) }
}

/** The files of a copy, in their order. For a public transaction. */
export async function filesKept(hash: string): Promise<Proven[]> {
  const rows = await db()
    .selectFrom('regulations.proof_file')
    .select(['file_name', 'type', 'file'])
    .where('hash', '=', hash)
    .orderBy('position')
    .execute()
  return Promise.all(
    rows.map(async ({ file_name: name, type, file }) => ({
      name,
      type,
      bytes: await readStoredFile(file),
    })),
  )
}

/** The container of a copy (ASiC-E), or why there is none. For a public transaction. */
export async function containerOf(hash: string): Promise<Uint8Array | string> {
  const proof = await db()
    .selectFrom('regulations.proof')
    .select(['manifest', 'token', 'wanted', 'held_back_at'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (proof?.held_back_at) return t('regulations.proof.held_back')
  if (proof?.manifest && proof.token)
    return container(await filesKept(hash), proof.manifest, proof.token)
  return proof?.wanted ? t('regulations.proof.pending') : t('regulations.proof.none')
}
