import { sql } from 'kysely'
import { actAs, ensureInPerson, system } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { inItsLanguage } from '#kernel/tenancy'
import { type Dossier, kindNamed, tell, tellMany } from '#commons/dossiers'
import { type Copy, copyChecks, type Publisher } from './publisher.ts'
import { ensureNamed, keepPublicFiles, type PublicFile } from './files.ts'
import { keepPublicPictures } from './pictures.ts'
import { canonicalJson, hashOf, type Recorded } from './record.ts'
import { holdsMaskedWords } from './redaction.ts'
import { tellWithdrawn } from './withdrawal.ts'
import './tables.ts'

/** A copy that left the house, as its agents see it. */
export interface Publication {
  id: string
  publisher: string
  slug: string
  /** 1, 2… of this publisher and slug. */
  number: number
  title: string
  /** SHA-256, in hexadecimal. */
  hash: string
  published_at: Temporal.Instant
  /** Since when nobody outside reads it. */
  withdrawn_at: Temporal.Instant | null
  withdrawal_reason: string | null
}

const columns = [
  'id',
  'publisher',
  'slug',
  'number',
  'title',
  'hash',
  'published_at',
  'withdrawn_at',
  'withdrawal_reason',
] as const

/**
 * Publishes a dossier as it is now (publication): a copy with the next number, bound to the copy
 * before it of this authority. Where the latest public copy says the same, that one is returned and
 * nothing is written. Throws `Conflict` where another dossier has the slug.
 */
export async function publish<C>(dossier: Dossier, by: Publisher<C>): Promise<Publication> {
  const [published] = await publishMany([dossier], by)
  if (!published) throw new Error(`${by.name} published nothing`)
  return published
}

/** The same of many dossiers of one kind, in their order: all of them or none. */
export async function publishMany<C>(
  dossiers: readonly Dossier[],
  by: Publisher<C>,
): Promise<Publication[]> {
  ensureInPerson()
  const [{ kind } = {}] = dossiers
  if (kind === undefined) return []
  await lockChain()
  const copies = await composed(by, dossiers)
  for (const one of copyChecks.all()) if (one.of === by.name) await one.check(copies)
  const known = await latestOf(
    by,
    copies.map(({ slug }) => slug),
  )
  for (const { slug, subject } of copies) {
    const last = known.get(slug)?.last
    ensure(!last || last.subject_id === subject, Conflict, 'publication.slug_taken', { slug })
  }
  const published_at = Temporal.Now.instant().round('millisecond')
  let previous_hash = await endOfChain()
  const opened: (readonly PublicFile[])[] = []
  const fresh = copies.flatMap(({ subject, files, ...copy }) => {
    const { last, shown } = known.get(copy.slug) ?? {}
    if (shown?.title === copy.title && isSame(shown.content, copy.content)) return []
    const number = (last?.number ?? 0) + 1
    const record = { publisher: by.name, ...copy, number, previous_hash, published_at }
    previous_hash = hashOf(record)
    opened.push(files)
    return [{ ...record, hash: previous_hash, subject_id: subject }]
  })
  const written = fresh.length === 0 ? [] : await insert(fresh)
  for (const [at, { hash }] of written.entries()) {
    await keepPublicPictures(hash, fresh[at]?.content)
    await keepPublicFiles(hash, opened[at] ?? [])
  }
  await tellMany(
    kindNamed(kind),
    'publish',
    fresh.map(({ subject_id, title, number, hash }) => {
      return { subjectId: subject_id, data: { title, number, hash } }
    }),
  )
  const made = new Map(written.map((one) => [one.slug, one]))
  return copies.flatMap(({ slug }) => made.get(slug) ?? known.get(slug)?.shown ?? [])
}

type Fresh = Recorded & { hash: string; subject_id: string }

/** In the order of the chain, which each row is bound to the one before. */
const insert = (fresh: readonly Fresh[]): Promise<Publication[]> =>
  db()
    .insertInto('commons.publication')
    .values(
      fresh.map((one) => ({
        ...one,
        content: sql`${JSON.stringify(one.content)}::jsonb`,
        withdrawn_at: null,
        withdrawal_reason: null,
      })),
    )
    .returning(columns)
    .execute()

/**
 * Takes a copy of a dossier off the public pages (retrait de la publication); its row stays, with
 * the reason. Throws `NotFound` where this dossier has no such copy, or no longer.
 */
export async function withdraw(
  dossier: Dossier,
  publicationId: string,
  reason: string,
): Promise<void> {
  ensureInPerson()
  if (!isId(publicationId)) throw new NotFound()
  await lockChain()
  const withdrawn = await db()
    .updateTable('commons.publication')
    .set({ withdrawn_at: Temporal.Now.instant(), withdrawal_reason: reason })
    .where('id', '=', publicationId)
    .where('subject_id', '=', dossier.id)
    .where('withdrawn_at', 'is', null)
    .returning('number')
    .executeTakeFirst()
  if (!withdrawn) throw new NotFound()
  const { number } = withdrawn
  await tell(kindNamed(dossier.kind), dossier.id, 'withdraw_publication', {
    number,
    comment: reason,
  })
}

/**
 * Takes all copies of a dossier by one publisher off the public pages, older ones too: what must not be read was in them. `said` is
 * what everybody reads in their place, `reason` what agents do. Returns the slugs under which some were public.
 */
export async function withdrawAll(
  dossier: Dossier,
  by: { name: string },
  { reason, said }: { reason: string; said: string },
): Promise<string[]> {
  await lockChain()
  // Rounded as what is published is, so that both stand in the order in which they were done.
  const withdrawn_at = Temporal.Now.instant().round('millisecond')
  const withdrawn = await db()
    .updateTable('commons.publication')
    .set({ withdrawn_at, withdrawal_reason: reason })
    .where('subject_id', '=', dossier.id)
    .where('publisher', '=', by.name)
    .where('withdrawn_at', 'is', null)
    .returning(['number', 'slug', 'published_at'])
    .execute()
  const slugs = await tellWithdrawn(by, withdrawn, { withdrawn_at, said })
  if (withdrawn.length > 0)
    await tell(kindNamed(dossier.kind), dossier.id, 'withdraw_publication', {
      number: Math.max(...withdrawn.map(({ number }) => number)),
      comment: reason,
    })
  return slugs
}

/**
 * The copies of a dossier, the latest first, those that were withdrawn too. The caller has made sure
 * that the dossier may be seen.
 */
export const publicationsOf = async (dossierId: string): Promise<Publication[]> =>
  (await publicationsOfMany([dossierId])).get(dossierId) ?? []

/** The same of many dossiers, by the id of each. One query. */
export async function publicationsOfMany(
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, Publication[]>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.publication')
    .select([...columns, 'subject_id'])
    .where('subject_id', 'in', [...dossierIds])
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const found = Map.groupBy(rows, ({ subject_id }) => subject_id)
  return new Map(found)
}

/** One who publishes at a time, in each authority: numbers and chain are taken in turn. */
async function lockChain(): Promise<void> {
  const name = `publication ${currentTenantId()}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db())
}

type Composed = Required<Copy<unknown>> & { subject: string }

/** What is to leave, as its schema lets it through, in the order of the dossiers. */
async function composed<C>(by: Publisher<C>, dossiers: readonly Dossier[]): Promise<Composed[]> {
  const ids = dossiers.map(({ id }) => id as string)
  const made = await actAs(system, () => inItsLanguage(() => copiesOf(by, ids)))
  return ids.map((subject) => {
    const copy = made.get(subject)
    if (!copy) throw new Error(`${by.name} composed nothing of ${subject}`)
    const { slug, title, content, files = [] } = copy
    const stored: unknown = JSON.parse(JSON.stringify(by.content.parse(content)))
    if (!isSame(by.content.parse(stored), stored))
      throw new Error(`${by.name} would not read back what it publishes`)
    if (holdsMaskedWords(stored)) throw new Error(`${by.name} would publish masked words`)
    ensureNamed(stored, files)
    return { subject, slug, title, content: stored, files }
  })
}

async function copiesOf<C>(
  by: Publisher<C>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Copy<C>>> {
  if (by.composeMany) return by.composeMany(ids)
  const made = new Map<string, Copy<C>>()
  for (const id of ids) made.set(id, await by.compose(id))
  return made
}

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

interface Latest {
  /** The last that was published, withdrawn or not. */
  last: { number: number; subject_id: string }
  /** The last that everybody reads. */
  shown: (Publication & { content: unknown }) | undefined
}

/** What was published last under each of these slugs. */
async function latestOf(
  by: { name: string },
  slugs: readonly string[],
): Promise<Map<string, Latest>> {
  const rows = await db()
    .selectFrom('commons.publication')
    .select([...columns, 'subject_id'])
    .where('publisher', '=', by.name)
    .where('slug', 'in', [...slugs])
    .orderBy('number', 'desc')
    .execute()
  const found = Map.groupBy(rows, ({ slug }) => slug)
  const open = [...found.values()].flatMap((some) => some.find((one) => !one.withdrawn_at) ?? [])
  const contents = await contentOf(open)
  const shown = new Map(open.map((one) => [one.slug, { ...one, content: contents.get(one.id) }]))
  return new Map(
    [...found].flatMap(([slug, [last]]) =>
      last ? [[slug, { last, shown: shown.get(slug) }]] : [],
    ),
  )
}

/** What copies say, by the id of each. */
export async function contentOf(
  copies: readonly { id: string }[],
): Promise<ReadonlyMap<string, unknown>> {
  if (copies.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.publication')
    .select(['id', 'content'])
    .where(
      'id',
      'in',
      copies.map(({ id }) => id),
    )
    .execute()
  return new Map(rows.map(({ id, content }) => [id, content]))
}

/** The hash that no other copy follows; null before the first. */
async function endOfChain(): Promise<string | null> {
  const last = await db()
    .selectFrom('commons.publication')
    .select('hash')
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.hash ?? null
}
