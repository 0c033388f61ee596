import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { explain, today, workingDaysBefore } from '#commons/clock'
import { officeDays } from '#commons/calendar'
import { dueOn, seen } from '#commons/dossiers'

/** How often it comes again. */
export const rhythms = ['week', 'month', 'year'] as const
export type Rhythm = (typeof rhythms)[number]

declare module '#kernel/db' {
  interface Tables {
    'commons.reminder': {
      tenant_id: Generated<string>
      id: Generated<string>
      dossier_id: string
      principal: string
      words: string
      day: Temporal.PlainDate
      first_day: Temporal.PlainDate
      before: number | null
      due_on: Temporal.PlainDate | null
      why: string
      repeats: Rhythm | null
      told_at: Temporal.Instant | null
      created_by: string | null
      created_by_name: string
    }
  }
}

/** When somebody is reminded: on a day, again and again perhaps, or so many working days before the dossier is due. */
export type When =
  | { readonly day: Temporal.PlainDate; readonly repeats?: Rhythm | null | undefined }
  | { readonly before: number }

/** A reminder (rappel) of a dossier. */
export interface Reminder {
  id: string
  principal: string
  words: string
  day: Temporal.PlainDate
  /** How the day was reckoned, in words; empty where it was chosen. */
  why: string
  repeats: Rhythm | null
  /** Null as long as it was not told. */
  told_at: Temporal.Instant | null
  created_by_name: string
}

/** What of a dossier a reminder needs. */
export interface Reminded {
  id: string
  kind: string
  due_on: Temporal.PlainDate | null
}

/** A dossier of any kind, as the one who acts sees it. Throws `NotFound`. */
export async function reminded(id: string): Promise<Reminded> {
  const found = isId(id)
    ? await db()
        .selectFrom('commons.dossier as d')
        .select(['d.id', 'd.kind', dueOn().as('due_on')])
        .where('d.id', '=', id)
        .where(seen())
        .executeTakeFirst()
    : undefined
  if (!found) throw new NotFound()
  return found
}

/** How many of one dossier somebody may have. */
const most = 50

/**
 * Reminds whoever bears `to` of a dossier, as long as they see it and it has not ended: a timer tells them on the day.
 * One that is said by working days moves with the day on which the dossier is due. Throws `Invalid` where the day is
 * past, or the dossier is due on none.
 */
export async function remind(
  dossier: Reminded,
  when: When,
  { words, to }: { words: string; to: string },
): Promise<void> {
  const moment = 'day' in when ? chosen(when) : await reckoned(when.before, dossier.due_on)
  if (Temporal.PlainDate.compare(moment.day, today()) < 0)
    throw Invalid.field('before' in when ? 'before' : 'day', 'reminders.past')
  await sql`select pg_advisory_xact_lock(hashtextextended('reminders' || ${dossier.id}, 0))`.execute(
    db(),
  )
  const own = db().selectFrom('commons.reminder').where('dossier_id', '=', dossier.id)
  const { count } = await own
    .where('created_by', '=', actor().id)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count >= most) throw new Conflict('reminders.too_many', { most })
  await db()
    .insertInto('commons.reminder')
    .values({
      dossier_id: dossier.id,
      principal: to,
      words,
      ...moment,
      first_day: moment.day,
      told_at: null,
      created_by: actor().id,
      created_by_name: actor().name,
    })
    .execute()
}

const chosen = ({ day, repeats = null }: Extract<When, { day: unknown }>) => {
  return { day, repeats, before: null, due_on: null, why: '' }
}

/** So many working days before a day, with the reasoning as it is now: neither moves with a closing day that comes later. */
export async function reckoned(before: number, due: Temporal.PlainDate | null) {
  if (!due) throw Invalid.field('before', 'reminders.never_due')
  const reckoning = workingDaysBefore(due, before, await officeDays())
  return { day: reckoning.date, why: explain(reckoning), before, due_on: due, repeats: null }
}

/** Those of a dossier that are for the one who acts, or of their hand; the next first, those that were told last. */
export async function remindersOf({ id, due_on }: Reminded): Promise<Reminder[]> {
  const rows = await mine()
    .selectAll()
    .where('dossier_id', '=', id)
    .orderBy(sql`told_at is not null`)
    .orderBy('day')
    .orderBy('id')
    .execute()
  // Where the dossier is due on another day since, the timer has not come by yet.
  return Promise.all(
    rows.map(async (row) =>
      row.before && due_on && !row.due_on?.equals(due_on)
        ? { ...row, ...(await reckoned(row.before, due_on)) }
        : row,
    ),
  )
}

const mine = () =>
  db()
    .selectFrom('commons.reminder')
    .where((where) =>
      where.or([
        where('created_by', '=', actor().id),
        where('principal', 'in', [...actor().principals]),
      ]),
    )

/** Takes one away, which is for the one who acts or of their hand. Throws `NotFound`. Gives the dossier. */
export async function forget(id: string): Promise<Reminded> {
  const found = isId(id)
    ? await mine().select(['dossier_id']).where('id', '=', id).executeTakeFirst()
    : undefined
  if (!found) throw new NotFound()
  const dossier = await reminded(found.dossier_id)
  await db().deleteFrom('commons.reminder').where('id', '=', id).execute()
  return dossier
}
