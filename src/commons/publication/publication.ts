import { sql } from 'kysely'
import { actAs, ensureInPerson, system } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { inItsLanguage } from '#kernel/tenancy'
import { type Dossier, kindNamed, tell } from '#commons/dossiers'
import type { Copy, Publisher } from './publisher.ts'
import { keepPublicPictures } from './pictures.ts'
import { canonicalJson, hashOf } from './record.ts'
import { holdsMaskedWords } from './redaction.ts'
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
  ensureInPerson()
  await lockChain()
  const copy = await composed(by, dossier.id)
  const last = await lastOf(by, copy.slug)
  const isOurs = !last || last.subject_id === dossier.id
  ensure(isOurs, Conflict, 'publication.slug_taken', { slug: copy.slug })
  const shown = await shownOf(by, copy.slug)
  if (shown && shown.title === copy.title && isSame(shown.content, copy.content)) return shown
  const record = {
    publisher: by.name,
    ...copy,
    number: (last?.number ?? 0) + 1,
    previous_hash: await endOfChain(),
    published_at: Temporal.Now.instant().round('millisecond'),
  }
  const hash = hashOf(record)
  const published = await db()
    .insertInto('commons.publication')
    .values({
      ...record,
      content: sql`${JSON.stringify(copy.content)}::jsonb`,
      subject_id: dossier.id,
      hash,
      withdrawn_at: null,
      withdrawal_reason: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  await keepPublicPictures(published.hash, copy.content)
  const { title, number } = published
  await tell(kindNamed(dossier.kind), dossier.id, 'publish', { title, number, hash })
  return published
}

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
 * The copies of a dossier, the latest first, those that were withdrawn too. The caller has made sure
 * that the dossier may be seen.
 */
export function publicationsOf(dossierId: string): Promise<Publication[]> {
  return db()
    .selectFrom('commons.publication')
    .select(columns)
    .where('subject_id', '=', dossierId)
    .orderBy('published_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
}

/** One who publishes at a time, in each authority: numbers and chain are taken in turn. */
async function lockChain(): Promise<void> {
  const name = `publication ${currentTenantId()}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db())
}

/** What is to leave, as its schema lets it through. */
async function composed<C>(by: Publisher<C>, dossierId: string): Promise<Copy<unknown>> {
  const { slug, title, content } = await actAs(system, () =>
    inItsLanguage(() => by.compose(dossierId)),
  )
  const stored: unknown = JSON.parse(JSON.stringify(by.content.parse(content)))
  if (!isSame(by.content.parse(stored), stored))
    throw new Error(`${by.name} would not read back what it publishes`)
  if (holdsMaskedWords(stored)) throw new Error(`${by.name} would publish masked words`)
  return { slug, title, content: stored }
}

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)

const ofSlug = (by: { name: string }, slug: string) =>
  db()
    .selectFrom('commons.publication')
    .where('publisher', '=', by.name)
    .where('slug', '=', slug)
    .orderBy('number', 'desc')
    .limit(1)

const lastOf = (by: { name: string }, slug: string) =>
  ofSlug(by, slug).select(['number', 'subject_id']).executeTakeFirst()

const shownOf = (by: { name: string }, slug: string) =>
  ofSlug(by, slug)
    .select([...columns, 'content'])
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()

/** The hash that no other copy follows; null before the first. */
async function endOfChain(): Promise<string | null> {
  const last = await db()
    .selectFrom('commons.publication as p')
    .leftJoin('commons.publication as n', (join) =>
      join.onRef('n.tenant_id', '=', 'p.tenant_id').onRef('n.previous_hash', '=', 'p.hash'),
    )
    .select('p.hash')
    .where('n.id', 'is', null)
    .executeTakeFirst()
  return last?.hash ?? null
}
