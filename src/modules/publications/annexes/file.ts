import { type Selectable, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db, type Tables } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { needsFiles } from '#kernel/files'
import { enqueue } from '#kernel/jobs'
import type { Annex } from '#commons/annexes'
import { tell } from '#commons/dossiers'
import type { FoundInFile } from '#commons/pseudonymisation'
import { type OpenPoint, originOf } from '../origin.ts'
import { ofTitle, prepareFile } from './preparing.ts'
import './tables.ts'

needsFiles(
  'publications.file',
  sql`select source_hash as hash from publications.file
    union all select hash from publications.file where hash is not null
    union all select preview from publications.file where preview is not null`,
)

/** What becomes of a file that is to leave with a point. */
export type LeavingFile = Selectable<Tables['publications.file']>

/** What becomes of files, by the ids of their annexes. One query. */
export async function filesOf(annexIds: readonly string[]): Promise<Map<string, LeavingFile>> {
  if (annexIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('publications.file')
    .selectAll()
    .where('annex_id', 'in', [...annexIds])
    .execute()
  return new Map(rows.map((file) => [file.annex_id, file]))
}

/** All words that somebody had masked on the pages of a file: those that they typed, and those that were found. */
export const wordsMasked = (file: LeavingFile | undefined): string[] => [
  ...new Set([
    ...(file?.words ?? []),
    ...(file?.masked ?? []).flatMap((at) => {
      const found = file?.found[at]
      return found && found.page !== ofTitle ? found.words : []
    }),
  ]),
]

/** A file that is to leave, and what is masked of it whatever is found in it. */
type Asked = Pick<Annex, 'id' | 'hash'> & { maskedWords?: readonly string[] }

/** Has files read that are to leave, each once. */
export async function askForFiles(some: readonly Asked[]): Promise<void> {
  if (some.length === 0) return
  const added = await db()
    .insertInto('publications.file')
    .values(
      some.map(({ id, hash, maskedWords: words = [] }) => {
        return {
          ...{ annex_id: id, source_hash: hash, refusal: null, words: [...words] },
          ...{
            judged_by: null,
            judged_at: null,
            made_title: null,
            hash: null,
            preview: null,
            type: null,
            size: null,
          },
        }
      }),
    )
    .onConflict((clash) => clash.columns(['tenant_id', 'annex_id']).doNothing())
    .returning('annex_id')
    .execute()
  const [first] = added
  if (first) await enqueue(prepareFile, { annex: first.annex_id }, prepareFile.name)
}

/** What somebody says of a file that is to leave. */
export interface Judgement {
  /** Of what was found, by its places, what is masked (accepted); the rest leaves. */
  masked: readonly number[]
  /** Words that are masked besides, wherever they stand. */
  words: readonly string[]
  /** The title under which it leaves; empty: its own. */
  title: string
  /** They looked at what could not be read. */
  looked: boolean
}

/**
 * Says what is masked of a file that is to leave, and has it made: not where words that are to be masked stand nowhere in it. Throws `Conflict` while it is being read or made, `Invalid` where some
 * of it could not be read and nobody looked.
 */
export async function judgeFile(item: OpenPoint, annex: Annex, said: Judgement): Promise<void> {
  const file = (await filesOf([annex.id])).get(annex.id)
  if (!file) throw new NotFound()
  ensure(file.state !== 'reading' && file.state !== 'making', Conflict, 'publications.file.busy')
  ensure(file.state !== 'refused', Conflict, 'publications.file.cannot')
  if (file.unread.length > 0 && !said.looked)
    throw Invalid.field('looked', 'publications.file.look_first')
  const accepted = new Set(said.masked.flatMap((at) => sameWords(file.found[at]) ?? []))
  const masked = [...file.found.keys()].filter((at) =>
    accepted.has(sameWords(file.found[at]) ?? ''),
  )
  const title = said.title === annex.title ? '' : said.title
  const written = await db()
    .updateTable('publications.file')
    .set({
      ...{
        state: 'making' as const,
        title,
        words: [...said.words],
        nowhere: [],
        looked: said.looked,
      },
      masked: sql<number[]>`${JSON.stringify(masked)}::jsonb`,
      ...{ judged_by: actor().name, judged_at: Temporal.Now.instant() },
    })
    .where('annex_id', '=', annex.id)
    .where('state', 'in', ['asks', 'ready'])
    .returning('annex_id')
    .execute()
  ensure(written.length > 0, Conflict, 'publications.file.busy')
  await tell(originOf(item).points, item.id, 'mask_file', {
    title: title || annex.title,
    masked: masked.length,
  })
  await enqueue(prepareFile, { annex: annex.id }, prepareFile.name)
}

/** The same words of the same kind are masked everywhere or nowhere. */
export const sameWords = (found: FoundInFile | undefined): string | undefined =>
  found && `${found.kind} ${found.words.replaceAll(/\s+/g, ' ').toLowerCase()}`
