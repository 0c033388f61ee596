import type { Generated } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden, NotFound } from '#kernel/errors'
import { type FileHash, needsFiles, readStoredFile, storeFiles } from '#kernel/files'
import { isId } from '#kernel/http'
import { task, type Timer } from '#kernel/jobs'
import type { UploadedFile } from './upload.ts'

interface KeptFile {
  name: string
  hash: FileHash
}

declare module '#kernel/db' {
  interface Tables {
    'commons.import_draft': {
      tenant_id: Generated<string>
      id: Generated<string>
      kind: string
      files: KeptFile[]
      answers: unknown
      created_by: string
      expires_at: Generated<Temporal.Instant>
      stage: Generated<'kept' | 'reading' | 'read' | 'writing' | 'written'>
      done: Generated<number>
      total: Generated<number>
      found: unknown
      rows: unknown
      changed: Generated<boolean>
      written: number | null
      reason: unknown
    }
  }
}

needsFiles(
  'commons.import_draft',
  sql`select file ->> 'hash' as hash from commons.import_draft, jsonb_array_elements(files) file`,
)

/** What a module says of one of its imports, once. `Answers` is what it asks of the person. */
export interface ImportKind<Answers> {
  /** `plonemeeting.meeting` */
  readonly name: string
  /** Their shape, as JSON keeps them. */
  readonly answers: z.ZodType<Answers>
}

/** An import between its upload and its end (brouillon d’import). */
export interface Draft<Answers> {
  files: UploadedFile[]
  answers: Answers
}

/** As PostgreSQL keeps it, which refuses two signs that files may hold. */
export const jsonb = <T>(value: T) =>
  sql<T>`${JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed().replaceAll('\0', '') : one,
  )}::jsonb`

/**
 * Keeps an upload for the next step of its import: two days, for the one who acts only. Returns its id.
 */
export async function keepDraft<Answers>(
  kind: ImportKind<Answers>,
  files: readonly UploadedFile[],
  answers: Answers,
): Promise<string> {
  const { id: who } = actor()
  ensure(who, Forbidden, 'errors.forbidden')
  const hashes = await storeFiles(files.map(({ bytes }) => bytes))
  const kept: KeptFile[] = files.flatMap(({ name }, at) => {
    const hash = hashes[at]
    return hash ? { name, hash } : []
  })
  const { id } = await db()
    .insertInto('commons.import_draft')
    .values({ kind: kind.name, files: jsonb(kept), answers: jsonb(answers), created_by: who })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * The import that the one who acts has begun. Throws `NotFound` where it is over, expired, another's
 * or of another kind, and where its answers no longer have the shape that the kind asks for.
 */
export async function draft<Answers>(
  kind: ImportKind<Answers>,
  id: string,
): Promise<Draft<Answers>> {
  const found = await db()
    .selectFrom('commons.import_draft')
    .select(['files', 'answers'])
    .where('id', '=', isId(id) ? id : null)
    .where('kind', '=', kind.name)
    .where('created_by', '=', actor().id)
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirst()
  const answers = kind.answers.safeParse(found?.answers)
  if (!found || !answers.success) throw new NotFound('imports.over')
  const files: UploadedFile[] = []
  for (const { name, hash } of found.files) files.push({ name, bytes: await readStoredFile(hash) })
  return { files, answers: answers.data }
}

/** Keeps what the one who began the import answered. Throws `NotFound` where it is over, or another's. */
export async function answerDraft<Answers>(
  kind: ImportKind<Answers>,
  id: string,
  answers: Answers,
): Promise<void> {
  const { numUpdatedRows } = await db()
    .updateTable('commons.import_draft')
    .set({ answers: jsonb(answers) })
    .where('id', '=', isId(id) ? id : null)
    .where('kind', '=', kind.name)
    .where('created_by', '=', actor().id)
    .executeTakeFirst()
  ensure(numUpdatedRows > 0n, NotFound, 'imports.over')
}

/** Each night: what was begun and not ended in two days is forgotten. */
export const forgetExpired: Timer = {
  at: '15 1 * * *',
  task: task('imports.forget_expired', z.object({}), async () => {
    await db()
      .deleteFrom('commons.import_draft')
      .where('expires_at', '<', Temporal.Now.instant())
      .execute()
  }),
}

/** Ends an import: what was uploaded for it is forgotten. Throws `NotFound` where somebody just ended it. */
export async function dropDraft(id: string): Promise<void> {
  const ended = await db()
    .deleteFrom('commons.import_draft')
    .where('id', '=', id)
    .where('created_by', '=', actor().id)
    .returning('id')
    .executeTakeFirst()
  ensure(ended, NotFound, 'imports.over')
}
