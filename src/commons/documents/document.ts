import { type Generated, type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { actAs, actor, isSystem, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound, Unavailable } from '#kernel/errors'
import { type FileHash, needsFiles, storeFile } from '#kernel/files'
import { isId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { enqueue, reasonInWords, task } from '#kernel/jobs'
import { slot } from '#kernel/module'
import { type Dossier, kindNamed, readable, seen, tell } from '#commons/dossiers'
import type { Format } from './formats.ts'
import { type Composed, render } from './render.ts'
import { ensureFewWait } from './waiting.ts'

export type DocumentState = 'pending' | 'ready' | 'failed'

interface DocumentTable {
  tenant_id: Generated<string>
  id: Generated<string>
  dossier_id: string
  template: string
  title: string
  file_name: string
  format: Generated<Format>
  state: Generated<DocumentState>
  hash: FileHash | null
  size: number | null
  reason: string | null
  asked_by: string
  /** The template of the authority after which it is made, and its version; none: after one of the house. */
  after_id: string | null
  after_version: number | null
  readers: string[]
  asked_at: Generated<Temporal.Instant>
  made_at: Temporal.Instant | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.document': DocumentTable
  }
}

needsFiles('commons.document', sql`select hash from commons.document where hash is not null`)

/** A template of the authority, as it was when a document was asked for. */
export interface After {
  id: string
  version: number
}

/** A document that a trade can make of its dossiers. */
export interface DocumentTemplate {
  /** `minutes.agenda` */
  readonly name: string
  /** `askedAt` is when it was asked for: of what has versions, the one that stood then. */
  readonly compose: (
    dossierId: string,
    askedAt?: Temporal.Instant,
    after?: After,
  ) => Promise<Composed>
  /** What it can be asked for, PDF alone unless told; more for those that compose a report. */
  readonly formats?: readonly Format[]
  /**
   * Who may take one that is made now: it may tell more than everybody who sees the dossier may read. Asked
   * when it is made and then fixed: who may take later ones gets no earlier one by that.
   */
  readonly readers: (dossierId: string) => Promise<readonly string[]>
  /**
   * Whether the one who acts may not take the document `o` of a query for now, whoever could when it was made: it may say what its
   * dossier withholds from them at this moment; null where it never does.
   */
  readonly withheld?: () => RawBuilder<SqlBool> | null
}

/** The templates of the house, filled by the modules. */
export const templates = slot<DocumentTemplate>('document-templates')

const templateNamed = (name: string) => templates.all().find((template) => template.name === name)

export interface Document {
  id: string
  template: string
  title: string
  file_name: string
  format: Format
  state: DocumentState
  hash: FileHash | null
  /** In bytes. */
  size: number | null
  /** Why it failed. */
  reason: string | null
  asked_by: string
  asked_at: Temporal.Instant
}

const columns = ['id', 'template', 'title', 'file_name', 'format', 'state', 'hash', 'size'] as const
const provenance = ['reason', 'asked_by', 'asked_at'] as const

/** The condition « the one who acts may take this document », of the dossiers that they see. */
const takeable = () => {
  if (isSystem()) return sql<boolean>`true`
  const known = templates.all()
  const withheld = known.flatMap(({ name, withheld: asks }) => {
    const isWithheld = asks?.() ?? null
    return isWithheld === null ? [] : [sql`and not (o.template = ${name} and ${isWithheld})`]
  })
  return sql<boolean>`(${readable('o')} and o.template = any(${known.map(({ name }) => name)}::text[])
    ${sql.join(withheld, sql` `)})`
}

/** How many documents were made by these templates and are kept, whoever may read them. */
export async function countMade(made: readonly Pick<DocumentTemplate, 'name'>[]): Promise<number> {
  const { count } = await db()
    .selectFrom('commons.document')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('state', '=', 'ready')
    .where(
      'template',
      'in',
      made.map(({ name }) => name),
    )
    .executeTakeFirstOrThrow()
  return count
}

/**
 * The documents of a dossier that the one who acts may take, the latest first: those after the house's templates, or those
 * after the authority's own. The caller has made sure that the dossier may be seen.
 */
export function documentsOf(
  dossierId: string,
  { own = false }: { own?: boolean } = {},
): Promise<Document[]> {
  return db()
    .selectFrom('commons.document as o')
    .select([...columns, ...provenance])
    .where('o.dossier_id', '=', dossierId)
    .where('o.after_id', own ? 'is not' : 'is', null)
    .where(takeable())
    .orderBy('o.id', 'desc')
    .execute()
}

/**
 * Asks for a document, as PDF unless told; a job makes it. Its place is there at once, in the state
 * `pending`. `Invalid` where its template cannot make the format, `Conflict` where too many wait already.
 */
export async function askDocument(
  dossier: Dossier,
  template: string,
  as: { title: string; fileName: string; format?: Format; after?: After },
): Promise<Document> {
  const format = as.format ?? 'pdf'
  const made = templateNamed(template)
  const makes = made?.formats ?? ['pdf']
  if (!makes.includes(format)) {
    throw Invalid.field('format', 'documents.format_unmade', {
      format: t(`documents.format.${format}`),
    })
  }
  await ensureFewWait(dossier)
  const asked = await db()
    .insertInto('commons.document')
    .values({
      dossier_id: dossier.id,
      template,
      title: as.title,
      file_name: as.fileName,
      format,
      asked_by: actor().name,
      after_id: as.after?.id ?? null,
      after_version: as.after?.version ?? null,
      readers: [...((await made?.readers(dossier.id)) ?? [])],
      hash: null,
      size: null,
      reason: null,
      made_at: null,
    })
    .returning([...columns, ...provenance])
    .executeTakeFirstOrThrow()
  await enqueue(makeDocument, { id: asked.id })
  return asked
}

/**
 * Makes a document that was asked for. It is tried again where what is in the way may pass; where it failed for
 * good the document says why, and asking again is for people.
 */
export const makeDocument = task('documents.make', z.object({ id: z.uuid() }), make, {
  dossiers: async ({ id }) => {
    const asked = await askedFor(id)
    return asked ? [asked.dossier_id] : []
  },
  failed: ({ id }, reason) =>
    settle(id, { state: 'failed', hash: null, size: null, reason: reasonInWords(reason) }),
})

const askedFor = (id: string) =>
  db()
    .selectFrom('commons.document as o')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'o.tenant_id').onRef('d.id', '=', 'o.dossier_id'),
    )
    .select(['o.template', 'o.dossier_id', 'o.format', 'o.asked_at', 'o.state', 'o.title'])
    .select(['o.after_id', 'o.after_version', 'd.kind'])
    .where('o.id', '=', id)
    .executeTakeFirst()

async function make({ id }: { id: string }): Promise<void> {
  const asked = await askedFor(id)
  if (!asked || asked.state === 'ready') return
  const template = templateNamed(asked.template)
  if (!template) {
    // Its trade was switched off meanwhile: nothing is at fault, and asking again is for people.
    const isOff = templates.every().some(({ name }) => name === asked.template)
    ensure(!isOff, Conflict, 'documents.switched_off')
    throw new Error(`No module makes the document ${asked.template}`)
  }
  // Who asked may read the dossier; the document holds all of it, whoever asked.
  const { after_id: of, after_version: version } = asked
  const after = of !== null && version !== null ? { id: of, version } : undefined
  const composed = await actAs(system, () =>
    template.compose(asked.dossier_id, asked.asked_at, after),
  )
  const readers = [...(await actAs(system, () => template.readers(asked.dossier_id)))]
  const madeAt = new Date(asked.asked_at.epochMilliseconds)
  const bytes = await render(composed, asked.format, madeAt)
  const made = { hash: await storeFile(bytes), size: bytes.byteLength }
  await settle(id, { state: 'ready', ...made, readers, reason: null })
  await tell(kindNamed(asked.kind), asked.dossier_id, 'document', {
    title: asked.title,
    hash: made.hash,
  })
}

async function settle(
  id: string,
  made: {
    state: DocumentState
    hash: FileHash | null
    size: number | null
    reason: string | null
    readers?: string[]
  },
): Promise<void> {
  await db()
    .updateTable('commons.document')
    .set({ ...made, made_at: Temporal.Now.instant() })
    .where('id', '=', id)
    .execute()
}

/**
 * A document that the one who acts may take. Throws `NotFound`, `Unavailable` before it is made,
 * `Conflict` where that failed.
 */
export async function readyDocument(
  id: string,
): Promise<{ hash: FileHash; file_name: string; format: Format }> {
  if (!isId(id)) throw new NotFound()
  const found = await db()
    .selectFrom('commons.document as o')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'o.tenant_id').onRef('d.id', '=', 'o.dossier_id'),
    )
    .select(['o.hash', 'o.file_name', 'o.format', 'o.state'])
    .where('o.id', '=', id)
    .where(seen())
    .where(takeable())
    .executeTakeFirst()
  if (!found) throw new NotFound()
  ensure(found.state !== 'failed', Conflict, 'documents.failed')
  if (!found.hash) throw new Unavailable('documents.not_yet')
  return { hash: found.hash, file_name: found.file_name, format: found.format }
}
