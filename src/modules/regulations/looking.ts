import { actAs, actor, system } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { editionOf } from '#kernel/pages'
import { toPlainText } from '#kernel/richtext'
import { today } from '#commons/clock'
import { readMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { redacted } from '#commons/publication'
import type { Obstacle } from '#commons/workflow'
import { actTexts } from '#modules/copies'
import { items } from '#modules/deliberations'
import {
  fingerprint,
  type FoundWords,
  inOffice,
  longest,
  readAll,
  type Reading,
} from '#modules/publications'
import { sql } from 'kysely'
import { type Posting, replacedBy } from './fields.ts'
import './tables.ts'

/** What says who somebody is in what would be public of a text, and whether somebody who publishes looked at it. */
export interface Look {
  found: readonly FoundWords[]
  /** There was too much to look for anything: people read it. */
  tooLong: boolean
  /** Of the words that were found; of all of them where nothing was looked for. */
  edition: string
  /** Who said that these words may be public, and when. */
  looked: { by: string; at: Temporal.Instant } | null
}

/** Everything that somebody wrote of a text and that leaves with it, besides its own words. */
const besides = (posting: Posting): string[] =>
  [
    posting.title,
    posting.consultation,
    posting.supervised ? posting.supervision_by : '',
    ...replacedBy(posting).map(({ note }) => note),
  ].filter(Boolean)

/** What is to look at before a text is public: read once for each state of it and kept. */
export async function lookAt(posting: Posting): Promise<Look> {
  // As it was written: laying out its words takes longer than comparing it.
  const written = [...besides(posting), posting.text]
  const last = await db()
    .selectFrom('regulations.reading')
    .select(['fingerprint', 'found', 'too_long as tooLong'])
    .where('posting_id', '=', posting.id)
    .executeTakeFirst()
  const office = await inOffice(await organsOf(posting), posting.decided_on ?? today())
  const print = fingerprint(written, office)
  const isKnown = last?.fingerprint === print
  const reading = isKnown ? last : await readAlone(posting, office)
  // Whoever looks as somebody else keeps nothing.
  if (!isKnown && !actor().seenBy) await keep(posting.id, print, reading)
  const { found, tooLong } = reading
  const edition = editionOf(tooLong ? [written] : found.map(({ words }) => words).toSorted())
  const known = await db()
    .selectFrom('regulations.looked')
    .select(['looked_name', 'looked_at'])
    .where('posting_id', '=', posting.id)
    .where('edition', '=', edition)
    .executeTakeFirst()
  const looked = known ? { by: known.looked_name, at: known.looked_at } : null
  return { found, tooLong, edition, looked }
}

async function readAlone(
  posting: Posting,
  office: Awaited<ReturnType<typeof inOffice>>,
): Promise<Reading> {
  const unread = { found: [], tooLong: true }
  if (toPlainText(posting.text).length > longest) return unread
  const act = actTexts('decision', redacted(posting.text)).map(({ words }) => words)
  const texts = [...besides(posting), ...act].filter(Boolean)
  const [reading] = (await readAll([''], new Map([['', texts]]), office)).values()
  return reading ?? unread
}

/** Those that took it: of its point, else those of its sort. */
async function organsOf({ item_id, body }: Posting): Promise<string[]> {
  const [item] = item_id ? await actAs(system, () => readMany(items, [item_id])) : []
  if (item) return [item.organ_id]
  return (await organs()).filter(({ kind }) => kind === body).map(({ id }) => id)
}

async function keep(id: string, print: string, { found, tooLong }: Reading): Promise<void> {
  const row = { posting_id: id, fingerprint: print, found, too_long: tooLong }
  await sql`insert into regulations.reading (posting_id, fingerprint, found, too_long)
    select posting_id, fingerprint, found, too_long
    from jsonb_to_recordset(${asRows([row])}) as r (posting_id uuid, fingerprint text, found jsonb, too_long boolean)
    on conflict (tenant_id, posting_id) do update set fingerprint = excluded.fingerprint, found = excluded.found,
      too_long = excluded.too_long`.execute(db())
}

/** Whether somebody is to look at it before it is public. */
export const isToLook = ({ found, tooLong, looked }: Look): boolean =>
  !looked && (tooLong || found.length > 0)

/** What says who somebody is was looked at by somebody who publishes, before everybody reads it. */
export async function notLookedAt(posting: Posting): Promise<Obstacle | null> {
  const look = await lookAt(posting)
  if (!isToLook(look)) return null
  return { key: look.tooLong ? 'regulations.look.too_long' : 'regulations.look.needed' }
}
