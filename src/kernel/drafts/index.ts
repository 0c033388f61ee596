import { randomUUID } from 'node:crypto'
import { type ColumnType, type Generated, type RawBuilder, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'

declare module '#kernel/db' {
  interface Tables {
    'kernel.draft': {
      tenant_id: Generated<string>
      id: Generated<string>
      account_id: string
      form: string
      edition: string
      page: string
      title: string
      said: ColumnType<Said, string, string>
      at: Temporal.Instant
    }
  }
}

/** What was typed and ticked, by the names of a form. */
export type Said = Record<string, string | string[]>

/** A draft of a form (brouillon), as its person finds it again. */
export interface Draft {
  id: string
  /** The form: its address, and what tells it from others that are sent there. */
  form: string
  edition: string
  /** Where the form stands, to come back to it. */
  page: string
  title: string
  at: Temporal.Instant
}

/** What is to be kept of a form. */
export interface Typed {
  form: string
  page: string
  title: string
  said: Said
  /** The edition that was last seen where it was typed; null where there was none. */
  after: string | null
}

/** What became of keeping it. */
export type Kept =
  | { outcome: 'kept'; id: string; edition: string; at: Temporal.Instant }
  /** Another tab or device has kept something since: nothing was written over. */
  | { outcome: 'newer'; id: string; edition: string; at: Temporal.Instant }
  | { outcome: 'too_long' | 'too_many' }

/** The most that one draft holds, in characters of JSON, and how many a person has. */
const mostOfOne = 400_000
export const mostOfAll = 60
/** Of bytes that a draft is sent in: what has more is too long, however its signs are written. */
export const mostBytes = 3 * mostOfOne + 20_000

/** The drafts of the one who acts; nobody asks for those of others. */
const mine = () => db().selectFrom('kernel.draft').where('account_id', '=', actor().id)

const head = ['id', 'form', 'edition', 'page', 'title', 'at'] as const

/** The drafts of the one who acts, the last first. */
export const draftsOfMine = (): Promise<Draft[]> =>
  mine().select(head).orderBy('at', 'desc').execute()

/** The same, each with what it says. */
export const draftsOfMineInFull = (): Promise<(Draft & { said: Said })[]> =>
  mine()
    .select([...head, 'said'])
    .orderBy('at', 'desc')
    .execute()

/** What one of them says. */
export async function saidIn({ id }: Pick<Draft, 'id'>): Promise<Said> {
  const found = await mine().select('said').where('id', '=', id).executeTakeFirst()
  return found?.said ?? {}
}

/**
 * Keeps what was typed in a form, for the one who acts. Where another tab kept something that this one has not seen,
 * it is told so, and nothing is written over.
 */
export async function keepDraft({ form, page, title, said, after }: Typed): Promise<Kept> {
  const { id: account } = actor()
  const json = JSON.stringify(said)
  if (!account || json.length > mostOfOne) return { outcome: 'too_long' }
  const row = { page, title, said: json, edition: randomUUID(), at: Temporal.Now.instant() }
  const before = mine().select(['id', 'edition', 'at']).where('form', '=', form).forUpdate()
  if (!(await before.executeTakeFirst())) {
    if ((await countMine()) >= mostOfAll) return { outcome: 'too_many' }
    const added = await db()
      .insertInto('kernel.draft')
      .values({ account_id: account, form, ...row })
      .onConflict((on) => on.doNothing())
      .returning(['id', 'edition', 'at'])
      .executeTakeFirst()
    if (added) return { outcome: 'kept', ...added }
  }
  // Asked again: another tab may have begun it at the same moment.
  const theirs = await before.executeTakeFirstOrThrow()
  if (theirs.edition !== after) return { outcome: 'newer', ...theirs }
  await db().updateTable('kernel.draft').set(row).where('id', '=', theirs.id).execute()
  return { outcome: 'kept', id: theirs.id, edition: row.edition, at: row.at }
}

async function countMine(): Promise<number> {
  const { count } = await mine()
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The form was taken: what was kept of it goes. What another tab kept meanwhile stays. */
export async function draftTaken(form: string, edition: string): Promise<void> {
  await db()
    .deleteFrom('kernel.draft')
    .where('account_id', '=', actor().id)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .execute()
}

/** Throws a draft of the one who acts away; says where its form stands. */
export async function discardDraft(id: string): Promise<string | undefined> {
  const gone = await db()
    .deleteFrom('kernel.draft')
    .where('account_id', '=', actor().id)
    .where('id', '=', id)
    .returning('page')
    .executeTakeFirst()
  return gone?.page
}

/** Whether a draft of an account holds these signs, as a condition of a query; nothing of it is told. */
export const draftHolds = (account: RawBuilder<unknown>, signs: RawBuilder<unknown>) =>
  sql<boolean>`exists (
    select from kernel.draft d where d.account_id = ${account} and position(${signs} in d.said::text) > 0)`

/** How many drafts somebody has who leaves; what they say is asked for by nobody. */
export async function countDraftsOf(accountId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('kernel.draft')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Throws all drafts of somebody away who has left. */
export async function discardDraftsOf(accountId: string): Promise<void> {
  await db().deleteFrom('kernel.draft').where('account_id', '=', accountId).execute()
}

/** How long one is kept after its last word. */
export const draftsKeptFor = 'P30D'

/** Forgets those that nobody came back to. */
export async function forgetDrafts(): Promise<void> {
  const until = Temporal.Now.zonedDateTimeISO('UTC').subtract(draftsKeptFor).toInstant()
  await db().deleteFrom('kernel.draft').where('at', '<', until).execute()
}

/** Forgets what anybody typed of something that is no more: the addresses of its pages and forms hold its id. */
export async function forgetDraftsOf(ids: readonly string[]): Promise<void> {
  await sql`delete from kernel.draft where exists (
    select from unnest(${[...ids]}::text[]) id where strpos(page || ' ' || form, id) > 0)`.execute(
    db(),
  )
}
