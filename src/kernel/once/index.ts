import { type ColumnType, type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db, ofTransaction } from '#kernel/db'

declare module '#kernel/db' {
  interface Tables {
    'kernel.once': {
      tenant_id: Generated<string>
      account_id: string
      key: string
      sent: Uint8Array
      status: number | null
      headers: ColumnType<Record<string, string>, string | undefined, string>
      body: Generated<string>
      principals: Generated<string[]>
      about: Generated<string[]>
      at: Generated<Temporal.Instant>
    }
  }
}

/** What is to be done once. */
export interface Sending {
  /** Made by whoever sends; a person’s own, so that nobody is answered what another was. */
  readonly key: string
  /** SHA-256 of what was sent, and where. */
  readonly sent: Uint8Array
  /**
   * It comes from a page that one may come back to. Where its person sent something else since, what sets a state is
   * done again: whoever presses « present », « absent », « present » means the last. What adds one to others is done
   * once for its key, whatever was sent since: `SentBefore` tells so.
   */
  readonly ofPage?: { readonly adds: boolean }
}

/** An answer that can be given again. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** It was sent with this key already, and said something else. */
export class KeyReused extends Error {}

/** It added something already, and its person sent something else since. */
export class SentBefore extends Error {}

/** It was done, and whoever was answered then may not be told so much any more. */
export class RightsLost extends Error {}

/**
 * Does the work unless the one who acts has sent the same before: then answers as it was answered. Of many at once
 * the first does it and the others wait for its commit; where it fails, the next one does it. An answer of which
 * `keepable` makes nothing is not kept, and is done again. Throws `KeyReused`, `SentBefore` or `RightsLost`.
 */
export async function once<A>(
  { key, sent, ofPage }: Sending,
  work: () => Promise<A>,
  keepable: (answer: A) => Promise<Answered | null>,
): Promise<A | Answered> {
  const { id } = actor()
  if (!id) return work()
  const own = { account_id: id, key }
  const taken = await db()
    .insertInto('kernel.once')
    .values({ ...own, sent })
    .onConflict((on) => on.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    const before = await answeredBefore(own, sent, ofPage)
    if (before) return before
  }
  const answer = await work()
  const kept = await keepable(answer)
  await (kept ? keep(own, kept) : forget(own))
  return answer
}

interface Own {
  account_id: string
  key: string
}

const keep = async ({ account_id, key }: Own, { status, headers, body }: Answered) =>
  db()
    .updateTable('kernel.once')
    .set({
      status,
      headers: JSON.stringify(headers),
      body,
      principals: [...actor().principals],
      about: await seenOf(aboutHere()),
      at: sql<Temporal.Instant>`clock_timestamp()`,
    })
    .where('account_id', '=', account_id)
    .where('key', '=', key)
    .execute()

const forget = ({ account_id, key }: Own) =>
  db()
    .deleteFrom('kernel.once')
    .where('account_id', '=', account_id)
    .where('key', '=', key)
    .execute()

async function answeredBefore(
  own: Own,
  sent: Uint8Array,
  ofPage: Sending['ofPage'],
): Promise<Answered | null> {
  const before = await db()
    .selectFrom('kernel.once')
    .select(['sent', 'status', 'headers', 'body', 'at', 'principals', 'about'])
    .where('account_id', '=', own.account_id)
    .where('key', '=', own.key)
    .forUpdate()
    .executeTakeFirst()
  if (!before?.status) return null
  if (Buffer.compare(before.sent, sent) !== 0) throw new KeyReused()
  const answered = { status: before.status, headers: before.headers, body: before.body }
  if (!ofPage || !(await sentSince(own, before.at))) {
    if (!(await mayStillRead(before))) throw new RightsLost()
    return answered
  }
  if (ofPage.adds) throw new SentBefore()
  return null
}

async function sentSince({ account_id, key }: Own, since: Temporal.Instant): Promise<boolean> {
  const { found } = await db()
    .selectFrom('kernel.once')
    .select(sql<boolean>`count(*) > 0`.as('found'))
    .where('account_id', '=', account_id)
    .where('at', '>', since)
    .where('key', '!=', key)
    .executeTakeFirstOrThrow()
  return found
}

const noticed = ofTransaction(() => new Set<string>())

/** Notes that the answer which is being made tells of these dossiers. */
export function tellsOf(ids: readonly string[]): void {
  const here = noticed()
  for (const id of ids) here.add(id)
}

const aboutHere = () => [...noticed()].slice(0, mostAbout)

/** A bulk act names so many; whoever lost one of them has most likely lost others. */
const mostAbout = 1000

/** Which of these dossiers the one who acts sees. */
type Seen = (ids: readonly string[]) => Promise<string[]>
let seenOf: Seen = async (ids) => [...ids]

/** Says, once, how it is asked what the one who acts sees now. */
export function askWhatIsSeen(seen: Seen): void {
  seenOf = seen
}

async function mayStillRead(before: { principals: string[]; about: string[] }): Promise<boolean> {
  const { principals } = actor()
  if (!before.principals.every((one) => principals.includes(one))) return false
  return before.about.length === 0 || (await seenOf(before.about)).length === before.about.length
}

/** How long a key is known: nobody sends the same again after that without meaning it anew. */
const keptFor = 'PT48H'

/** Forgets what was sent longer ago. */
export async function forgetSent(): Promise<void> {
  await db()
    .deleteFrom('kernel.once')
    .where('at', '<', Temporal.Now.instant().subtract(keptFor))
    .execute()
}
