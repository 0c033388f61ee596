import { sql } from 'kysely'
import { z } from 'zod'
import { actAs, actor, may } from '#kernel/access'
import { ensureProven } from '#kernel/auth'
import { apart, db } from '#kernel/db'
import { Conflict, ensure, Forbidden, Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { enqueue, Reason, task } from '#kernel/jobs'
import { ensureEdition } from '#kernel/pages'
import { draft, type ImportKind, jsonb, keepDraft } from './draft.ts'
import {
  ensureAnswered,
  Found,
  foundIn,
  type FoundRow,
  ListAnswers,
  rowsFound,
  rowsToWrite,
} from './found.ts'
import { importedLists, type ListKind, type Tell, type WeighedList } from './list-kind.ts'
import { uploaded, type UploadedFile } from './upload.ts'

/** How many lists of an authority are read or written at once: half of the hands that do jobs stay free for others. */
const mostUnderWay = 2

/** A list between its upload and its end, as its pages and the API tell it. */
export interface ListState {
  id: string
  stage: 'reading' | 'read' | 'writing' | 'written'
  done: number
  total: number
  found: Found | null
  /** It was weighed again to be written, and was no longer what was confirmed. */
  changed: boolean
  written: number | null
  /** Why it failed for good. */
  reason: Reason | null
}

const kept = ({ name }: ListKind): ImportKind<ListAnswers> => ({ name, answers: ListAnswers })
const Data = z.object({ id: z.uuid() })

/**
 * The files of a list that can be read at all, which is found out beside the server and may take its time: before any
 * transaction. Throws `Invalid` on `files`.
 */
export async function opened(kind: ListKind, sent: readonly File[]): Promise<UploadedFile[]> {
  const files = await uploaded(sent)
  const [file] = files
  if (!file) throw Invalid.field('files', 'imports.no_files')
  await kind.open(file.bytes)
  return files
}

/** Keeps a list that was `opened`, and has it read. Returns its id. */
export async function keepList(kind: ListKind, files: readonly UploadedFile[]): Promise<string> {
  await ensureFewUnderWay('files')
  const id = await keepDraft(kept(kind), files, ListAnswers.parse({}))
  await db()
    .updateTable('commons.import_draft')
    .set({ stage: 'reading' })
    .where('id', '=', id)
    .execute()
  await enqueue(readList, { id })
  return id
}

/** Throws `Invalid` on a field of the form where as many are read or written as may be. */
async function ensureFewUnderWay(field: string): Promise<void> {
  await lock('lists')
  const { count } = await db()
    .selectFrom('commons.import_draft')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('stage', 'in', ['reading', 'writing'])
    .where('reason', 'is', null)
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirstOrThrow()
  if (count >= mostUnderWay) throw Invalid.field(field, 'imports.busy', { count })
}

/** One at a time of an authority, until the transaction ends. */
const lock = (what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('import ' || kernel.tenant_id()::text || ${what}, 0))`.execute(
    db(),
  )

/** A list that the one who acts sent. Throws `NotFound` where it has expired, or is another’s or of another kind. */
export async function listState(kind: ListKind, id: string): Promise<ListState> {
  const row = await mine(kind, id)
    .select(['id', 'stage', 'done', 'total', 'found', 'changed', 'written', 'reason'])
    .executeTakeFirst()
  if (!row || row.stage === 'kept') throw new NotFound('imports.over')
  return {
    ...row,
    stage: row.stage,
    found: row.found === null ? null : Found.parse(row.found),
    reason: row.reason === null ? null : Reason.parse(row.reason),
  }
}

/** What each row of it says; empty until it was read, and once it is written. */
export async function listRows(kind: ListKind, id: string): Promise<FoundRow[]> {
  const row = await mine(kind, id).select('rows').executeTakeFirst()
  return (row?.rows ?? []) as FoundRow[] // As `rowsFound` wrote them.
}

const mine = ({ name }: ListKind, id: string) =>
  db()
    .selectFrom('commons.import_draft')
    .where('id', '=', isId(id) ? id : null)
    .where('kind', '=', name)
    .where('created_by', '=', actor().id)
    .where('expires_at', '>', Temporal.Now.instant())

/**
 * Has a list written, as was answered: all of it or nothing. Who asks twice has it written once. Throws `Invalid` where
 * something is not answered, `Stale` where `edition` is not what was found, `ProofNeeded` where the list changes what lets
 * people in and who asks has not proved lately who they are.
 */
export async function beginWriting(
  kind: ListKind,
  id: string,
  answers: ListAnswers,
  edition?: string,
): Promise<void> {
  const { stage, found } = await listState(kind, id)
  if (stage === 'reading') throw new Conflict('imports.not_read')
  if (stage !== 'read' || !found) return
  if (edition !== undefined) ensureEdition(found.edition, edition)
  ensureAnswered(found, answers)
  if (found.proves) ensureProven()
  await ensureFewUnderWay('form')
  const begun = await db()
    .updateTable('commons.import_draft')
    .set({ stage: 'writing', answers: jsonb(answers), changed: false, ...fresh })
    .where('id', '=', id)
    .where('stage', '=', 'read')
    .returning('id')
    .executeTakeFirst()
  if (begun) await enqueue(writeList, { id })
}

const fresh = { done: 0, total: 0, reason: null }

/** Has done again what failed. */
export async function tryAgain(kind: ListKind, id: string): Promise<void> {
  const { stage } = await listState(kind, id)
  await ensureFewUnderWay('form')
  const begun = await db()
    .updateTable('commons.import_draft')
    .set(fresh)
    .where('id', '=', id)
    .where('reason', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (begun) await enqueue(stage === 'reading' ? readList : writeList, { id })
}

/** Reads a list that was sent, and weighs its rows. */
export const readList = task('imports.read', Data, ({ id }) => through(id, 'reading', keepFound), {
  failed: ({ id }, reason) => keepReason(id, reason),
})

/** Writes a list, once it was weighed again: where it is no longer what was confirmed, that is shown instead. */
export const writeList = task(
  'imports.write',
  Data,
  ({ id }) =>
    through(id, 'writing', async (_id, list, { confirmed, answers, tell }) => {
      const found = await foundIn(list)
      if (found.edition !== confirmed?.edition) return keepFound(id, list, true)
      const numbers = rowsToWrite(list, answers)
      const all = list.rows.length
      await list.write(numbers, (done, of) =>
        tell(all + Math.round((all * done) / Math.max(of, 1)), 2 * all),
      )
      await db()
        .updateTable('commons.import_draft')
        .set({ stage: 'written', written: numbers.size, reason: null })
        .set({ files: jsonb([]), rows: null, found: null })
        .where('id', '=', id)
        .execute()
    }),
  { failed: ({ id }, reason) => keepReason(id, reason) },
)

interface UnderWay {
  confirmed: Found | null
  answers: ListAnswers
  tell: Tell
}

/** Goes through with a stage: of two who try, one does. Nothing is written where the list is over, or further on. */
async function through(
  id: string,
  stage: 'reading' | 'writing',
  work: (id: string, list: WeighedList, way: UnderWay) => Promise<void>,
): Promise<void> {
  await lock(id)
  const row = await db()
    .selectFrom('commons.import_draft')
    .select(['kind', 'found'])
    .where('id', '=', id)
    .where('stage', '=', stage)
    .where('expires_at', '>', Temporal.Now.instant())
    .executeTakeFirst()
  if (!row) return
  const kind = importedLists.all().find(({ name }) => name === row.kind)
  if (!kind) throw new NotFound()
  ensure(may(kind.writes), Forbidden, 'errors.forbidden')
  const { files, answers } = await draft(kept(kind), id)
  const tell = telling(id)
  const toWrite = stage === 'writing'
  const list = await kind.weigh(files[0]?.bytes ?? new Uint8Array(), {
    toWrite,
    tell: (done, of) => tell(done, toWrite ? 2 * of : of),
  })
  const confirmed = row.found ? Found.parse(row.found) : null
  // Whoever confirmed what lets people in proved then who they are: it is written by that proof, however long it waited.
  const who = {
    ...actor(),
    ...(toWrite && confirmed?.proves && { provenAt: Temporal.Now.instant() }),
  }
  await actAs(who, () => work(id, list, { tell, answers, confirmed }))
}

async function keepFound(id: string, list: WeighedList, changed: unknown = false): Promise<void> {
  await db()
    .updateTable('commons.import_draft')
    .set({ found: jsonb(await foundIn(list)), rows: jsonb(rowsFound(list)) })
    .set({ stage: 'read', changed: changed === true, ...fresh })
    .where('id', '=', id)
    .execute()
}

/** In milliseconds: so often it is told how far a list has come. */
const pause = 500

/** Tells how far a list has come, from time to time; whatever becomes of it, that is seen. */
function telling(id: string): Tell {
  let last = performance.now()
  return async (done, total) => {
    if (performance.now() - last < pause) return
    last = performance.now()
    await apart(() =>
      db().updateTable('commons.import_draft').set({ done, total }).where('id', '=', id).execute(),
    )
  }
}

async function keepReason(id: string, reason: Reason): Promise<void> {
  await db()
    .updateTable('commons.import_draft')
    .set({ reason: jsonb(reason) })
    .where('id', '=', id)
    .where('stage', 'in', ['reading', 'writing'])
    .execute()
}
