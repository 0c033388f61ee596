import { sql } from 'kysely'
import { actAs, actor, system } from '#kernel/access'
import { currentTenantId, db } from '#kernel/db'
import type { Event } from '#kernel/events'
import { sign } from '#kernel/secrets'
import { giveNumbers } from '#commons/numbering'
import { organ } from '#commons/organs'
import { agendaOf, dayOf, hasAct, type Meeting } from '#modules/deliberations'
import { approvedMinutes, rectificationsOf, recordsNamed } from '#modules/minutes'
import { beginning, chained, type Hashed, saidHash, signedWords, signingPurpose } from './chain.ts'
import { registerNumbers } from './series.ts'
import './tables.ts'

/** What is to be written: an entry before it has its place, its number and its hash. */
type Fresh = Pick<Hashed, 'about_id' | 'corrects' | 'title' | 'content'> & {
  kind: 'act' | 'correction'
}

/**
 * Minutes that are approved go into the register of their organ: an entry for each point of which an act came, word for word as
 * they say it (CDLD L1132-1).
 */
export async function enterActs(events: readonly Event[]): Promise<void> {
  await asHouse(async () => {
    for (const record of await recordsNamed(events)) {
      const { meeting, data, hash } = await approvedMinutes(record)
      const said = new Map(
        data.parts.flatMap(({ points }) => points.map((one) => [one.number, one] as const)),
      )
      const acts = (await agendaOf(meeting.id)).filter(
        (line) => hasAct(line) && (line.state === 'accepted' || line.state === 'accepted_modified'),
      )
      await append(
        meeting,
        hash,
        acts.map(({ id, number, title }): Fresh => {
          const point = said.get(number)
          // What was decided and is not in the minutes would be in no register, and nobody would know.
          if (!point) throw new Error(`Approved minutes do not say point ${number}, an act`)
          return {
            kind: 'act',
            about_id: id,
            corrects: null,
            title,
            content: JSON.stringify(point),
          }
        }),
      )
    }
  })
}

/** What is said of approved minutes afterwards stands in the register too, as an entry of its own. */
export async function enterRectifications(events: readonly Event[]): Promise<void> {
  await asHouse(async () => {
    for (const record of await recordsNamed(events)) {
      const { meeting, hash } = await approvedMinutes(record)
      const told = new Set(events.map(({ data }) => data['rectification']))
      const fresh = (await rectificationsOf(record)).filter(({ id }) => told.has(id))
      const corrected = await placesOf(fresh.flatMap(({ item_id }) => item_id ?? []))
      await append(
        meeting,
        hash,
        fresh.map(({ item_id, words, reason }): Fresh => {
          const before = item_id ? corrected.get(item_id) : undefined
          return {
            kind: 'correction',
            about_id: before ? (item_id ?? record.id) : record.id,
            corrects: before?.seq ?? null,
            title: before?.title ?? record.title,
            content: JSON.stringify({ words, reason }),
          }
        }),
      )
    }
  })
}

/** The register is of all points; the entry names who acted. */
const asHouse = (work: () => Promise<void>): Promise<void> =>
  actAs({ ...system, name: actor().name }, work)

/** Where acts stand in the register, by point. */
async function placesOf(itemIds: readonly string[]) {
  if (itemIds.length === 0) return new Map<string, { seq: number; title: string }>()
  const rows = await db()
    .selectFrom('register.entry')
    .select(['about_id', 'seq', 'title'])
    .where('kind', '=', 'act')
    .where('about_id', 'in', itemIds)
    .execute()
  return new Map(rows.map((row) => [row.about_id, row]))
}

/** Writes entries at the end of the chain of an organ: one transaction after the other. */
async function append(
  meeting: Meeting,
  minutes_hash: string,
  fresh: readonly Fresh[],
): Promise<void> {
  if (fresh.length === 0) return
  const { organ_id } = meeting
  await sql`select from commons.organ where id = ${organ_id} for no key update`.execute(db())
  const tenantId = currentTenantId()
  const day = dayOf(meeting)
  const { acronym } = await organ(organ_id)
  const given = await giveNumbers(registerNumbers, fresh.length, {
    ...{ scope: organ_id, words: { organ: acronym }, day },
  })
  const last = await db()
    .selectFrom('register.entry')
    .select(['seq', 'hash'])
    .where('organ_id', '=', organ_id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Kept to the millisecond, as it is hashed.
  const written_at = Temporal.Instant.fromEpochMilliseconds(
    Temporal.Now.instant().epochMilliseconds,
  )
  const written_by = actor().name
  let before = last?.hash ?? beginning(tenantId, organ_id)
  const rows = fresh.map((one, at) => {
    const { number, reference } = given[at] ?? { number: 0, reference: '' }
    const seq = (last?.seq ?? 0) + at + 1
    const row = {
      ...{ ...one, organ_id, seq, number, reference, day, minutes_hash, written_at, written_by },
      meeting_id: meeting.id,
    }
    const said = saidHash(tenantId, row)
    before = chained(before, said)
    const words = signedWords(tenantId, row, said, before)
    return { ...row, hash: before, ...sign(signingPurpose, words) }
  })
  await db().insertInto('register.entry').values(rows).execute()
}
