import { sql } from 'kysely'
import { ensureProven } from '#kernel/auth'
import { db } from '#kernel/db'
import { Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import type { Reason } from '#kernel/jobs'
import { isLetterboxOpen, type MailState, returnsOf } from '#kernel/mail'
import { seen } from '#commons/dossiers'

/** A message that the house wrote (message envoyé), as the one who acts may know it. */
export interface Sent {
  id: string
  at: Temporal.Instant
  to_name: string
  to_address: string
  state: MailState
  /** Why it was refused. */
  reason: Reason | null
  done_at: Temporal.Instant | null
  /** Null: it is of a dossier that they may not see. */
  subject: string | null
  /** When a message to this address came back last. */
  returned_at: Temporal.Instant | null
}

/** With its text, and the dossiers that it tells of where they may see all of them. */
export interface Opened extends Sent {
  text: string | null
  dossiers: { id: string; kind: string; reference: string; title: string }[]
}

/** How many a page shows. */
const pageSize = 50

/**
 * The text of a message is read too. What lets somebody in is where all people are fictional and nothing leaves the
 * machine, for there this page is their letterbox.
 */
const textReadable = () => sql<boolean>`(not m.secret or ${isLetterboxOpen()}) and ${readable()}`

/** Of a message: the one who acts sees all dossiers that it tells of, and each is still there. */
const readable = () => sql<boolean>`not exists (
  select from unnest(m.about) a (id)
  left join commons.dossier d on d.tenant_id = m.tenant_id and d.id = a.id
  where d.id is null or not ${seen()})`

/** With when messages to the same address came back. */
async function warned<M extends { to_address: string }>(
  rows: readonly M[],
): Promise<(M & { returned_at: Temporal.Instant | null })[]> {
  const returns = await returnsOf(rows.map(({ to_address }) => to_address))
  return rows.map((row) => ({ ...row, returned_at: returns.get(row.to_address) ?? null }))
}

const messages = () =>
  db()
    .selectFrom('kernel.mail as m')
    .select(['m.id', 'm.at', 'm.to_name', 'm.to_address', 'm.state', 'm.reason', 'm.done_at'])
    .select(sql<string | null>`case when ${readable()} then m.subject end`.as('subject'))

/** The messages of the authority, the last first, fifty at a time. Throws `Invalid` where no page gave `after`. */
export async function sentMessages(
  after?: string,
): Promise<{ messages: Sent[]; next: string | null }> {
  if (after && !isId(after)) throw Invalid.field('after', 'dossiers.no_page')
  const rows = await messages()
    .$if(Boolean(after), (query) => query.where('m.id', '<', after ?? ''))
    .orderBy('m.id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const page = await warned(rows.slice(0, pageSize))
  return { messages: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

/** A message with its text, where the one who acts may read it. Throws `NotFound`, `ProofNeeded`. */
export async function openMessage(id: string | undefined): Promise<Opened> {
  if (!id || !isId(id)) throw new NotFound()
  const row = await messages()
    .select(['m.about', 'm.secret'])
    .select(sql<string | null>`case when ${textReadable()} then m.body end`.as('text'))
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { about, secret, ...told } = row
  // A link in it lets in as somebody else: who reads it is who they say, now.
  if (secret && told.text !== null) ensureProven()
  const [rest = { ...told, returned_at: null }] = await warned([told])
  if (rest.text === null || about.length === 0) return { ...rest, dossiers: [] }
  const dossiers = await db()
    .selectFrom('commons.dossier as d')
    .select(['d.id', 'd.kind', 'd.reference', 'd.title'])
    .where('d.id', 'in', about)
    .where(seen())
    .orderBy('d.id')
    .execute()
  return { ...rest, dossiers }
}
