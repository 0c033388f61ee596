import { createHash } from 'node:crypto'
import { actor } from '#kernel/access'
import { aLot, aside, TooMuch } from '#kernel/aside'
import { asRows, db } from '#kernel/db'
import { itsLanguage } from '#kernel/tenancy'
import { everyone, mandataries } from '#commons/directory'
import { seatsOn } from '#commons/organs'
import type { InOffice } from '#commons/pseudonymisation'
import { dayOf } from '#modules/deliberations'
import type { OpenMeeting } from '../origin.ts'
import { sql } from 'kysely'
import { lookedAt, type Looked } from './looking.ts'
import type { FoundWords } from './tables.ts'

/** What was found in the words of a point. */
export interface Reading {
  found: readonly FoundWords[]
  /** Nothing was looked for: there is more of it than is read in one go. */
  tooLong: boolean
}

/** In characters, of the words of one point; some 0.7 s. */
export const longest = 400_000
/** What is read in one go, of many points. */
const batch = 1_000_000
/** Words of one point that anybody would judge one by one. */
const mostFound = 1000

/**
 * What says who somebody is in the words of points of a meeting: read once for each state of them and kept. Whoever looks as somebody
 * else keeps nothing.
 */
export async function readingsOf(
  meeting: OpenMeeting,
  texts: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, Reading>> {
  const ids = [...texts.keys()].toSorted()
  if (ids.length === 0) return new Map()
  const office = await inOffice([meeting.organ_id], dayOf(meeting))
  const known = await kept(ids)
  const prints = new Map(ids.map((id) => [id, fingerprint(texts.get(id) ?? [], office)]))
  const readings = new Map<string, Reading>()
  const fresh: string[] = []
  for (const id of ids) {
    const last = known.get(id)
    if (last && last.fingerprint === prints.get(id))
      readings.set(id, { found: last.found, tooLong: last.too_long })
    else fresh.push(id)
  }
  for (const [id, reading] of await readAll(fresh, texts, office)) readings.set(id, reading)
  if (fresh.length > 0 && !actor().seenBy) await keep(fresh, prints, readings)
  return readings
}

const kept = async (ids: readonly string[]) =>
  new Map(
    (
      await db()
        .selectFrom('publications.reading')
        .select(['item_id', 'fingerprint', 'found', 'too_long'])
        .where('item_id', 'in', [...ids])
        .execute()
    ).map(({ item_id, ...one }) => [item_id, one]),
  )

async function keep(
  ids: readonly string[],
  prints: ReadonlyMap<string, string>,
  readings: ReadonlyMap<string, Reading>,
): Promise<void> {
  const rows = ids.map((id) => ({
    ...{ item_id: id, fingerprint: prints.get(id), found: readings.get(id)?.found ?? [] },
    too_long: readings.get(id)?.tooLong ?? false,
  }))
  await sql`insert into publications.reading (item_id, fingerprint, found, too_long)
    select item_id, fingerprint, found, too_long
    from jsonb_to_recordset(${asRows(rows)}) as r (item_id uuid, fingerprint text, found jsonb, too_long boolean)
    on conflict (tenant_id, item_id) do update set fingerprint = excluded.fingerprint, found = excluded.found,
      too_long = excluded.too_long`.execute(db())
}

/** Whom the public may know: who sits in these organs that day, and who holds a mandate. */
export async function inOffice(
  organs: readonly string[],
  day: Temporal.PlainDate,
): Promise<InOffice[]> {
  const people: { first_name: string; last_name: string }[] = await mandataries(day)
  for (const id of organs) people.push(...(await seatsOn(id, day)))
  const names = new Map(
    people.map(({ first_name: first, last_name: last }) => [`${first} ${last}`, { first, last }]),
  )
  return [...names.values()].toSorted((a, b) => (a.last + a.first < b.last + b.first ? -1 : 1))
}

/** Changes with what is looked for, so that what was read before is read again. */
const edition = 1

/** Of texts, and of what is known of the directory: what was found holds as long as it is the same. */
export const fingerprint = (texts: readonly string[], office: readonly InOffice[]) =>
  createHash('sha256')
    .update(JSON.stringify([edition, itsLanguage(), office, texts]))
    .digest('hex')

/** What says who somebody is in texts of several things, by their names. Nothing of it is kept. */
export async function readAll(
  ids: readonly string[],
  texts: ReadonlyMap<string, readonly string[]>,
  office: readonly InOffice[],
): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>()
  const sizeOf = (id: string) => (texts.get(id) ?? []).reduce((sum, one) => sum + one.length, 0)
  const readable: string[] = []
  for (const id of ids)
    if (sizeOf(id) > longest) readings.set(id, { found: [], tooLong: true })
    else readable.push(id)
  if (readable.length === 0) return readings
  const inside = new Set(office.map(({ first, last }) => `${first} ${last}`))
  const people = (await everyone.get())
    .map(({ first_name: first, last_name: last }) => ({ first, last }))
    .filter(({ first, last }) => !inside.has(`${first} ${last}`))
  for (const some of inBatches(readable, sizeOf)) {
    const asked: Looked = {
      texts: some.map((id) => texts.get(id) ?? []),
      ...{ office, people, language: itsLanguage() },
    }
    const size = some.reduce((sum, id) => sum + sizeOf(id), 0)
    const found = size > aLot ? await lookedAtAside(asked) : lookedAt(asked)
    for (const [at, id] of some.entries()) {
      const words = found?.[at]
      const tooLong = words === undefined || words.length > mostFound
      readings.set(id, { found: tooLong ? [] : words, tooLong })
    }
  }
  return readings
}

/** Undefined where it took more time or memory than it may. */
async function lookedAtAside(asked: Looked): Promise<FoundWords[][] | undefined> {
  try {
    return await aside('modules/publications/review/looking.ts', 'lookedAt', asked)
  } catch (failure) {
    if (failure instanceof TooMuch) return undefined
    throw failure
  }
}

/** As many as are read in one go, and so on. */
function inBatches(ids: readonly string[], sizeOf: (id: string) => number): string[][] {
  const batches: string[][] = []
  let size = Infinity
  for (const id of ids) {
    size += sizeOf(id)
    if (size > batch) {
      batches.push([])
      size = sizeOf(id)
    }
    batches.at(-1)?.push(id)
  }
  return batches
}
