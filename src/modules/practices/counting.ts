import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { readMany, tell } from '#commons/dossiers'
import {
  dayOf,
  isOver,
  items,
  type Meeting,
  meetings,
  presentedIds,
  renumber,
} from '#modules/deliberations'
import { type Practice, practicesOf } from './practice.ts'
import './tables.ts'

/** A point of an agenda, as numbers that go on count it. */
interface Counted {
  id: string
  number: string
  counts: boolean
}

/** The number of the first point of a meeting (premier numéro); null while none is given. */
export async function firstOf({ id }: { id: string }): Promise<number | null> {
  const row = await db()
    .selectFrom('practices.first_number')
    .select('number')
    .where('meeting_id', '=', id)
    .executeTakeFirst()
  return row?.number ?? null
}

/** The points of meetings, in their order; those of categories that do not count do not. */
async function pointsIn(meetingIds: readonly string[], { categories }: Practice) {
  const ids = await Promise.all(meetingIds.map((id) => presentedIds({ id })))
  const all = await readMany(items, ids.flat())
  const points = all
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .map(({ id, number, meeting_id, category_id }) => ({
      ...{ id, meeting_id, number: number ?? '' },
      counts: categories.length === 0 || categories.some((one) => one === category_id),
    }))
  return Map.groupBy(points, ({ meeting_id }) => meeting_id ?? '')
}

const isWhole = ({ number }: Counted) => !number.includes('.')

/** How many numbers the points of a meeting take: those below another have its number. */
const takes = (points: readonly Counted[] = []): number =>
  points.filter((one) => one.counts && isWhole(one)).length

/** The meetings among which numbers go on with one: those of its year, or since a day, of which a first number is given. */
async function numberedWith(meeting: Meeting, { goes_on, since }: Practice) {
  const { year } = dayOf(meeting)
  const given = await db().selectFrom('practices.first_number').selectAll().execute()
  const numbers = new Map(given.map(({ meeting_id, number }) => [meeting_id, number]))
  const others = await readMany(meetings, [...numbers.keys()])
  return others.flatMap((one) => {
    const day = dayOf(one)
    const isWith =
      goes_on === 'year'
        ? day.year === year
        : since !== null && Temporal.PlainDate.compare(day, since) >= 0
    if (one.organ_id !== meeting.organ_id || one.id === meeting.id || !isWith) return []
    return { id: one.id as string, number: numbers.get(one.id) ?? 1 }
  })
}

/** The number that comes after all that were given. */
async function nextFirst(meeting: Meeting, practice: Practice): Promise<number> {
  const others = await numberedWith(meeting, practice)
  const points = await pointsIn(
    others.map(({ id }) => id),
    practice,
  )
  return Math.max(0, ...others.map(({ id, number }) => number - 1 + takes(points.get(id)))) + 1
}

/** How the organ of a meeting numbers on; undefined where it does not, or not yet on its day. */
async function numbersOn(meeting: Meeting): Promise<Practice | undefined> {
  const [practice] = await practicesOf(meeting.organ_id)
  if (!practice || practice.goes_on === 'no') return undefined
  const begins = practice.goes_on === 'since' ? practice.since : null
  return begins && Temporal.PlainDate.compare(dayOf(meeting), begins) < 0 ? undefined : practice
}

/**
 * The numbers of the points of a meeting that go on from the meeting before, once its first is given: 6, 7, 7.1. A point whose
 * category does not count has none, nor one that came when the next meeting had taken its number.
 */
export const continuedIn = (meeting: Meeting): Promise<Map<string, string>> =>
  // Whoever reads one point reads its number, whatever the others are.
  actAs(system, async () => {
    const given = new Map<string, string>()
    const first = await firstOf(meeting)
    if (first === null) return given
    const practice = await numbersOn(meeting)
    if (!practice) return given
    const next = (await numberedWith(meeting, practice)).map(({ number }) => number)
    const end = Math.min(...next.filter((number) => number >= first), Number.POSITIVE_INFINITY)
    let [at, head] = [first - 1, '']
    for (const one of (await pointsIn([meeting.id], practice)).get(meeting.id) ?? []) {
      if (isWhole(one)) head = one.counts && at + 1 < end ? String((at += 1)) : ''
      const number = isWhole(one) ? head : head && `${head}.${one.number.split('.')[1]}`
      if (number && one.counts) given.set(one.id, number)
    }
    return given
  })

/** Says which number the first point of a meeting has, until it is closed (A09); references follow. */
export async function giveFirst(meeting: Meeting, number: number): Promise<void> {
  ensure(!isOver(meeting), Conflict, 'deliberations.meeting.closed_already')
  ensure(await actAs(system, () => numbersOn(meeting)), Conflict, 'practices.numbers.not_here')
  await sql`insert into practices.first_number (meeting_id, number) values (${meeting.id}, ${number})
    on conflict (tenant_id, meeting_id) do update set number = excluded.number`.execute(db())
  await renumber(meeting)
  await tell(meetings, meeting.id, 'number', { title: String(number) })
}

/** A sitting is opened: its first number is given, unless somebody gave it (A09). Whoever opens another one of its organ waits. */
export async function numberOn(events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
  await actAs(system, async () => {
    for (const meeting of await readMany(meetings, ids)) {
      const practice = await numbersOn(meeting)
      if (!practice || (await firstOf(meeting)) !== null) continue
      await sql`select from commons.organ where id = ${meeting.organ_id} for no key update`.execute(
        db(),
      )
      const number = await nextFirst(meeting, practice)
      await db()
        .insertInto('practices.first_number')
        .values({ meeting_id: meeting.id, number })
        .execute()
      await renumber(meeting)
    }
  })
}
