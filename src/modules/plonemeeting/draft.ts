import type { Generated } from 'kysely'
import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type FileHash, readStoredFile, storeFile } from '#kernel/files'
import type { Import } from './importing.ts'
import { type Choices, noChoices } from './plan.ts'
import type { UploadedFile } from './types.ts'

interface KeptFile {
  name: string
  hash: FileHash
}

declare module '#kernel/db' {
  interface Tables {
    'plonemeeting.draft': {
      tenant_id: Generated<string>
      id: Generated<string>
      files: KeptFile[]
      organ_id: string | null
      choices: Choices
      created_by: string
      expires_at: Generated<Temporal.Instant>
    }
  }
}

const jsonb = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`

/** Keeps an upload for the next step of its import; drafts that expired go. Returns its id. */
export async function keepDraft(files: UploadedFile[], organId: string | null): Promise<string> {
  await db()
    .deleteFrom('plonemeeting.draft')
    .where('expires_at', '<', Temporal.Now.instant())
    .execute()
  const kept: KeptFile[] = []
  for (const { name, bytes } of files) kept.push({ name, hash: await storeFile(bytes) })
  const { id } = await db()
    .insertInto('plonemeeting.draft')
    .values({
      files: jsonb(kept),
      organ_id: organId,
      choices: jsonb(noChoices),
      created_by: actor().id ?? '',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The import that the one who acts has begun. Throws `NotFound` where it is over, expired or another's. */
export async function draft(id: string): Promise<Import> {
  const found = await db()
    .selectFrom('plonemeeting.draft')
    .select(['files', 'organ_id', 'choices'])
    .where(sql<boolean>`id::text = ${id}`)
    .where('created_by', '=', actor().id)
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirst()
  if (!found) throw new NotFound('plonemeeting.over')
  const files: UploadedFile[] = []
  for (const { name, hash } of found.files) files.push({ name, bytes: await readStoredFile(hash) })
  return { files, organId: found.organ_id, choices: found.choices }
}

/** Keeps what was answered. */
export async function answerDraft(
  id: string,
  { organId, choices }: Omit<Import, 'files'>,
): Promise<void> {
  await db()
    .updateTable('plonemeeting.draft')
    .set({ organ_id: organId, choices: jsonb(choices) })
    .where('id', '=', id)
    .execute()
}

/** Ends an import: what was uploaded for it is forgotten. */
export async function dropDraft(id: string): Promise<void> {
  await db().deleteFrom('plonemeeting.draft').where('id', '=', id).execute()
}
