import { sql, type Updateable } from 'kysely'
import { z } from 'zod'
import { Place, TooMuch } from '#kernel/aside'
import { db, type Tables } from '#kernel/db'
import { type FileHash, readStoredFile, storeFiles } from '#kernel/files'
import { language, t } from '#kernel/i18n'
import { enqueue, type Task, task } from '#kernel/jobs'
import { converted } from '#kernel/pictures'
import { inItsLanguage } from '#kernel/tenancy'
import { mandataries, todayHere } from '#commons/directory'
import { PressFailure } from '#commons/documents'
import type {
  FoundInFile,
  InOffice,
  Read,
  Refusal,
  Rewritten,
  Sheet,
} from '#commons/pseudonymisation'
import { masksOf } from '../review/reviewing.ts'
import { setSheets } from './sheets.ts'
import type { FileRefusal } from './tables.ts'
import { publicTitle } from './titles.ts'

const Asked = z.object({ annex: z.uuid() })

/** Of one authority one file is prepared at a time, in a process beside all others; the next one waits so long, in milliseconds. */
const place = new Place(40_000)
/** So many pages are drawn at a time, and at most so long, in milliseconds: the transaction around them must not idle. */
const batch = { pages: 20, most: 45_000 }
/** In characters; and in bytes, of all pictures of the pages together. */
const bounds = { bytes: 50_000_000, text: 600_000, pictures: 60_000_000 }
/** Of a picture that leaves, and of the small one that shows what a file is, in pixels. */
const widths = { picture: 3000, preview: 320 }

const apart = 'commons/pseudonymisation/pdf/pdf.ts'
const run = <Made>(name: string, given: unknown): Promise<Made> =>
  // The type is that of the function, whose file only the other process opens.
  place.run({ file: apart, name, given }, batch.most) as Promise<Made>

type Outcome<T> = T | { refused: FileRefusal }

/**
 * Reads a file that is to leave, or makes it as somebody said, and sends itself again until none waits. What goes wrong with a file is
 * said beside it.
 */
export const prepareFile: Task<typeof Asked> = task(
  'publications.file',
  Asked,
  async ({ annex }) => {
    const row = await db()
      .selectFrom('publications.file as f')
      .innerJoin('commons.annex as a', (join) =>
        join.onRef('a.tenant_id', '=', 'f.tenant_id').onRef('a.id', '=', 'f.annex_id'),
      )
      .select(['f.annex_id', 'f.source_hash', 'f.state', 'f.found', 'f.masked', 'f.words'])
      .select(['f.title', 'a.title as own_title', 'a.content_type', 'a.dossier_id'])
      .where('f.annex_id', '=', annex)
      .where('f.state', 'in', ['reading', 'making'])
      .forUpdate('f')
      .skipLocked()
      .executeTakeFirst()
    if (row) await keep(annex, await outcomeOf(row))
    await askForNext(annex)
  },
  {
    failed: async ({ annex }) => {
      await keep(annex, { refused: 'fault' })
      await askForNext(annex)
    },
  },
)

interface Row {
  annex_id: string
  dossier_id: string
  source_hash: FileHash
  state: string
  found: FoundInFile[]
  masked: number[]
  words: string[]
  title: string
  own_title: string
  content_type: string
}

type Prepared = Updateable<Tables['publications.file']>

async function outcomeOf(row: Row): Promise<Outcome<Prepared>> {
  const isPdf = row.content_type === 'application/pdf'
  if (!isPdf && !/^image\/(png|jpeg)$/.test(row.content_type)) return { refused: 'kind' }
  const bytes = await readStoredFile(row.source_hash)
  if (bytes.byteLength > bounds.bytes) return { refused: 'heavy' }
  try {
    if (row.state === 'making')
      return isPdf ? await rewritten(row, bytes) : await redrawn(row, bytes)
    const read = isPdf ? await examined(row, bytes) : await looked(row)
    if ('refused' in read || read.state === 'asks') return read
    return { ...read, ...(await rewritten(row, bytes)) }
  } catch (failure) {
    if (
      failure instanceof TooMuch ||
      (failure instanceof PressFailure && failure.why !== 'refused')
    )
      return { refused: 'heavy' }
    throw failure
  }
}

/** Whom a title names, which stands on no page. */
export const ofTitle = 0

/** What is seen of a PDF, whom it names, and whether somebody is to look at it before it leaves. */
async function examined(row: Row, bytes: Buffer): Promise<Outcome<Prepared>> {
  const texts: string[] = []
  const unread: number[] = []
  let unseen = 0
  let pages = 1
  for (let from = 1; from <= pages; from += batch.pages) {
    const read = await pagesOf<Read>('readPages', { bytes, from, to: from + batch.pages - 1 })
    if ('refused' in read) return read
    pages = read.pages
    texts.push(...read.texts)
    unread.push(...read.unread)
    unseen += read.unseen
  }
  if (texts.reduce((sum, { length }) => sum + length, 0) > bounds.text) return { refused: 'text' }
  const found = [...(await namedIn(texts)), ...(await namedInTitle(row))]
  const state = found.length > 0 || unread.length > 0 ? 'asks' : 'making'
  return { state, pages, unread, unseen, found }
}

/** Nobody reads what a picture says: somebody looks at it. */
const looked = async (row: Row): Promise<Prepared> => ({
  ...{ state: 'asks', pages: 1, unread: [1] },
  found: await namedInTitle(row),
})

async function namedIn(texts: readonly string[]): Promise<FoundInFile[]> {
  const office: InOffice[] = (await mandataries(todayHere())).map(
    ({ first_name: first, last_name: last }) => ({ first, last }),
  )
  return run('namedIn', { texts, office, language: inItsLanguage(language) })
}

const namedInTitle = async ({ own_title }: Row): Promise<FoundInFile[]> =>
  (await namedIn([own_title])).map((one) => ({ ...one, page: ofTitle }))

/** The file that leaves, of a PDF: each page drawn anew, with its words over it but for those that are masked. */
async function rewritten(row: Row, bytes: Buffer): Promise<Outcome<Prepared>> {
  const masked = row.found.filter(({ page }, at) => page !== ofTitle && row.masked.includes(at))
  const standIn = inItsLanguage(() => t('publications.file.stand_in'))
  const sheets: Sheet[] = []
  let nowhere = row.words
  let preview: Uint8Array | undefined
  for (let from = 1, pages = 1; from <= pages; from += batch.pages) {
    const made = await pagesOf<Rewritten>('rewritePages', {
      ...{ bytes, from, to: from + batch.pages - 1 },
      ...{ masked, words: row.words, standIn },
    })
    if ('refused' in made) return made
    pages = made.pages
    preview ??= made.preview
    sheets.push(...made.sheets)
    nowhere = nowhere.filter((word) => made.nowhere.includes(word))
    if (sheets.reduce((sum, { picture }) => sum + picture.length, 0) > bounds.pictures)
      return { refused: 'heavy' }
  }
  if (nowhere.length > 0) return { state: 'asks', nowhere }
  const title = publicTitle(row, (await masksOf([row.dossier_id]))(row.dossier_id))
  const file = await setSheets(sheets, title)
  const made = await ready(file, 'application/pdf', preview ?? new Uint8Array())
  return { ...made, made_title: title }
}

/** The file that leaves, of a picture: decoded and drawn anew, without what a camera or a program wrote besides. */
async function redrawn({ words }: Row, bytes: Buffer): Promise<Outcome<Prepared>> {
  if (words.length > 0) return { state: 'asks', nowhere: words }
  const picture = await converted(bytes, widths.picture)
  if (typeof picture === 'string') return { refused: 'picture' }
  const preview = await converted(picture.bytes, widths.preview)
  if (typeof preview === 'string') return { refused: 'picture' }
  return ready(picture.bytes, picture.type, preview.bytes)
}

async function ready(file: Uint8Array, type: string, small: Uint8Array): Promise<Prepared> {
  const [hash = null, preview = null] = await storeFiles([file, small])
  return { state: 'ready', hash, preview, type, size: file.byteLength, made_title: null }
}

/** Some pages, in a process beside all others; the transaction says something between two batches, or it would be ended. */
async function pagesOf<Made>(name: string, given: object): Promise<Made | { refused: Refusal }> {
  await sql`select 1`.execute(db())
  return run<Made | { refused: Refusal }>(name, given)
}

async function keep(annex: string, outcome: Outcome<Prepared>): Promise<void> {
  const { found, ...values }: Prepared =
    'refused' in outcome ? { state: 'refused', refusal: outcome.refused } : outcome
  await db()
    .updateTable('publications.file')
    .set({ ...values, ...(found && { found: sql`${JSON.stringify(found)}::jsonb` }) })
    .where('annex_id', '=', annex)
    .where('state', 'in', ['reading', 'making'])
    .execute()
}

async function askForNext(done: string): Promise<void> {
  const next = await db()
    .selectFrom('publications.file')
    .select('annex_id')
    .where('state', 'in', ['reading', 'making'])
    .where('annex_id', '!=', done)
    .orderBy('annex_id')
    .executeTakeFirst()
  if (next) await enqueue(prepareFile, { annex: next.annex_id }, prepareFile.name)
}
