import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { draftHolds } from '#kernel/drafts'
import { type FileHash, needsFiles, storeFile } from '#kernel/files'
import { formatFileSize, formatNumber, type MessageKey, type MessageParams } from '#kernel/i18n'
import { type Brought, type RichText, withKept } from '#kernel/richtext'
import { converted, mostBytes, mostPixels, type Refusal } from './convert.ts'
import './locales/index.ts'

export { converted, mostBytes, type Refusal } from './convert.ts'
export { pictureAnswer, pictureSize, pictureTypeOf } from './type.ts'

declare module '#kernel/db' {
  interface Tables {
    'kernel.picture_upload': {
      tenant_id: Generated<string>
      account_id: string
      hash: string
      at: Generated<Temporal.Instant>
    }
  }
}

needsFiles('kernel.picture_upload', sql`select hash from kernel.picture_upload`)

/** A picture that is not taken, and why. */
export interface Refused {
  refused: Refusal
}

/** Keeps a picture for a text of the one who acts, or says why not. */
export async function keepPicture(bytes: Uint8Array): Promise<{ hash: FileHash } | Refused> {
  const made = await converted(bytes)
  if (typeof made === 'string') return { refused: made }
  const hash = await storeFile(made.bytes)
  const { id } = actor()
  // What the house itself brings stands in a text of the same transaction.
  if (id)
    await db()
      .insertInto('kernel.picture_upload')
      .values({ account_id: id, hash })
      .onConflict((on) =>
        on
          .columns(['tenant_id', 'account_id', 'hash'])
          .doUpdateSet({ at: sql<Temporal.Instant>`now()` }),
      )
      .execute()
  return { hash }
}

/** Those of these pictures that the one who acts brought. */
export async function broughtByMe(hashes: readonly string[]): Promise<string[]> {
  const { id } = actor()
  if (!id || hashes.length === 0) return []
  const rows = await db()
    .selectFrom('kernel.picture_upload')
    .select('hash')
    .where('account_id', '=', id)
    .where('hash', 'in', hashes)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** The most that one text brings at once. */
const mostAtOnce = 50

/** A text with its pictures kept as files, and why each of those could not be in whose place `words` stand, if any. */
export async function keepBrought(
  html: RichText,
  brought: readonly Brought[],
  words?: (alt: string) => string,
): Promise<{ html: RichText; refused: Refusal[] }> {
  if (brought.length === 0) return { html, refused: [] }
  const refused: Refusal[] = []
  const kept = new Map<string, string>()
  for (const [at, { hash, data }] of brought.entries()) {
    const taken =
      at < mostAtOnce
        ? await keepPicture(Buffer.from(data, 'base64'))
        : ({ refused: 'too_large' } as const)
    if ('refused' in taken) refused.push(taken.refused)
    else kept.set(hash, taken.hash)
  }
  const came = new Set(brought.map(({ hash }) => hash))
  // Those that did not come with the text stay as they are.
  return {
    html: withKept(html, (hash) => (came.has(hash) ? kept.get(hash) : hash), words),
    refused,
  }
}

/** Why a picture is not taken, for a person. */
export function refusalMessage(refusal: Refusal): { key: MessageKey; params: MessageParams } {
  return {
    key: `pictures.refused.${refusal}`,
    params: { most: formatFileSize(mostBytes), pixels: formatNumber(mostPixels / 1_000_000) },
  }
}

/** How long a picture waits for the text that it was brought for; as long as a draft does. */
const waits = 'P31D'

/** Forgets pictures that were brought for texts which did not come; those of drafts stay. */
export async function forgetUploads(): Promise<void> {
  const until = Temporal.Now.zonedDateTimeISO('UTC').subtract(waits).toInstant()
  await sql`
    delete from kernel.picture_upload u where u.at < ${until.toString()}::timestamptz
      and not ${draftHolds(sql.ref('u.account_id'), sql.ref('u.hash'))}`.execute(db())
}
