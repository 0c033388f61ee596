import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db, type Latest, latest, loadedOnce } from '#kernel/db'
import { Conflict, Invalid, NotFound } from '#kernel/errors'
import { formatDate } from '#kernel/i18n'
import { isId } from '#kernel/http'
import { officeCalendar, today, type WorkingCalendar } from '#commons/clock'
import { date, type Given, optional, text } from '#commons/records'

declare module '#kernel/db' {
  interface Tables {
    'commons.closing_day': {
      tenant_id: Generated<string>
      id: Generated<string>
      first_day: Temporal.PlainDate
      last_day: Temporal.PlainDate
      label: string
      added_by: string
      added_at: Generated<Temporal.Instant>
      removed_by: string | null
      removed_at: Temporal.Instant | null
    }
  }
}

/** A day, or days on end, on which the authority is closed (jours de fermeture); both inclusive. */
export interface Closing {
  id: string
  first_day: Temporal.PlainDate
  last_day: Temporal.PlainDate
  label: string
  added_by: string
  added_at: Temporal.Instant
  /** Who took it away, and when; null while it holds. */
  removed_by: string | null
  removed_at: Temporal.Instant | null
}

/** What is said of one, in the form, a list that is read in, and the API. */
export const closingFields = {
  first_day: date({ label: 'calendar.first_day' }, { since: 2000, ahead: 20 }),
  last_day: optional(
    date(
      { label: 'calendar.last_day', help: 'calendar.last_day_help' },
      { since: 2000, ahead: 20 },
    ),
  ),
  label: text(120, { label: 'calendar.label', help: 'calendar.label_help' }),
}

/** How many days one may last. */
const longest = 366

const columns = [
  ...(['id', 'first_day', 'last_day', 'label'] as const),
  ...(['added_by', 'added_at', 'removed_by', 'removed_at'] as const),
] as const

/**
 * Adds days on which the authority is closed. What was reckoned and written down before does not move. Throws
 * `Invalid` where they end before they begin, last more than a year, or run into others.
 */
export async function close(given: Given<typeof closingFields>): Promise<void> {
  const { first_day: first, label } = given
  const last = given.last_day ?? first
  const days = first.until(last, { largestUnit: 'days' }).days + 1
  if (days < 1) throw Invalid.field('last_day', 'calendar.backwards')
  if (days > longest) throw Invalid.field('last_day', 'calendar.too_long', { most: longest })
  await sql`select pg_advisory_xact_lock(hashtextextended('calendar' || kernel.tenant_id(), 0))`.execute(
    db(),
  )
  const other = await standing()
    .where('first_day', '<=', last)
    .where('last_day', '>=', first)
    .executeTakeFirst()
  if (other)
    throw Invalid.field('first_day', 'calendar.taken', {
      label: other.label,
      first: formatDate(other.first_day),
      last: formatDate(other.last_day),
    })
  await db()
    .insertInto('commons.closing_day')
    .values({ first_day: first, last_day: last, label, added_by: actor().name })
    .execute()
  office.forget()
}

/** Takes one away; that it was there, and who took it away, stays. Throws `Conflict` where somebody just did. */
export async function reopen(id: string): Promise<Closing> {
  if (!isId(id)) throw new NotFound()
  const known = await db()
    .selectFrom('commons.closing_day')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw new NotFound()
  if (known.removed_by) throw new Conflict('calendar.removed_by', { name: known.removed_by })
  await db()
    .updateTable('commons.closing_day')
    .set({ removed_by: actor().name, removed_at: sql`now()` })
    .where('id', '=', id)
    .execute()
  office.forget()
  return known
}

/** Those of a year, in their order; also what was taken away. */
export function closingsOf(year: number, most: number | null): Promise<Latest<Closing>> {
  const of = db()
    .selectFrom('commons.closing_day')
    .select(columns)
    .where('first_day', '<=', new Temporal.PlainDate(year, 12, 31))
    .where('last_day', '>=', new Temporal.PlainDate(year, 1, 1))
    .orderBy('first_day')
    .orderBy('id')
  return latest(of, most)
}

const standing = () =>
  db().selectFrom('commons.closing_day').select(columns).where('removed_at', 'is', null)

/**
 * The days on which the authority works: Monday to Friday but legal holidays and its closing days. For delays that it
 * sets itself; those of the law know holidays only (`officeCalendar`). Read once a request.
 */
export const officeDays = (): Promise<WorkingCalendar> => office.get()

const office = loadedOnce(async (): Promise<WorkingCalendar> => {
  const closings = await standing()
    .where('last_day', '>=', today().subtract({ years: 2 }))
    .orderBy('first_day')
    .execute()
  const labels = new Map(
    closings.flatMap(({ first_day, last_day, label }) =>
      Array.from(
        { length: first_day.until(last_day, { largestUnit: 'days' }).days + 1 },
        (_, days) => [first_day.add({ days }).toString(), label] as const,
      ),
    ),
  )
  return { ...officeCalendar, closed: (on) => labels.get(on.toString()) ?? null }
})
