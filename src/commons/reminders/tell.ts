import { sql } from 'kysely'
import { z } from 'zod'
import { accountsBearing } from '#kernel/auth'
import { db } from '#kernel/db'
import { event } from '#kernel/events'
import { t } from '#kernel/i18n'
import { task, type Timer } from '#kernel/jobs'
import { tradesUnseen } from '#kernel/module'
import { today } from '#commons/clock'
import { type NoticeWords, tellPeople } from '#commons/notifications'
import { workflows } from '#commons/workflow'
import { reckoned, type Rhythm } from './reminder.ts'

/** The day of a reminder has come. */
const tells = event('reminders.reminder.tell')

const About = z.object({ words: z.string() })

/** How it is said. */
export const told: NoticeWords = {
  type: tells,
  title: 'reminders.title',
  words: (about) => t('reminders.told', About.parse(about)),
}

/** Each morning: those whose day has come are told, once. */
export const tellReminders: Timer = {
  at: '30 3 * * *',
  task: task('reminders.tell', z.object({}), async () => {
    await dropEnded()
    await moveWithDue()
    await tellDue()
  }),
}

/** Of a dossier that ended nobody is reminded any more. */
async function dropEnded(): Promise<void> {
  for (const { kind, states } of workflows.all()) {
    const final = Object.entries(states).flatMap(([name, state]) => (state.final ? name : []))
    if (final.length === 0) continue
    await sql`
      delete from commons.reminder r using commons.dossier d
      where d.id = r.dossier_id and d.kind = ${kind} and d.state = any(${final}::text[])
        and r.told_at is null`.execute(db())
  }
}

/** Those that are said by working days move with their dossier, or are dropped where it is due no more. */
async function moveWithDue(): Promise<void> {
  await sql`
    delete from commons.reminder r using commons.dossier d
    where d.id = r.dossier_id and r.before is not null and d.due_on is null and r.told_at is null`.execute(
    db(),
  )
  const { rows } = await sql<{ id: string; before: number; due_on: Temporal.PlainDate }>`
    select r.id, r.before, d.due_on from commons.reminder r join commons.dossier d
      on d.id = r.dossier_id
    where r.before is not null and d.due_on <> r.due_on order by r.id for update of r`.execute(db())
  for (const { id, before, due_on: due } of rows) {
    const { day, why, due_on } = await reckoned(before, due)
    // One that was told is told again where its new day is still to come.
    const again = Temporal.PlainDate.compare(day, today()) >= 0
    await db()
      .updateTable('commons.reminder')
      .set({ day, why, due_on, ...(again && { told_at: null }) })
      .where('id', '=', id)
      .execute()
  }
}

interface Due {
  dossier_id: string
  principal: string
  words: string
  readers: string[]
}

/** Tells what is due: taken by one job only, whatever runs beside it. */
async function tellDue(): Promise<void> {
  const { rows } = await sql<
    Due & { id: string; first_day: Temporal.PlainDate; repeats: Rhythm | null }
  >`
    update commons.reminder r set told_at = now() from commons.dossier d
    where d.id = r.dossier_id and r.told_at is null and r.day <= ${today()}
      and split_part(d.kind, '.', 1) <> all(${tradesUnseen()}::text[])
    returning r.id, r.dossier_id, r.principal, r.words, r.first_day, r.repeats, d.readers`.execute(
    db(),
  )
  for (const { id, first_day: first, repeats, ...due } of rows) {
    await tell(due)
    if (repeats)
      await db()
        .updateTable('commons.reminder')
        .set({ day: nextDay(first, repeats), told_at: null })
        .where('id', '=', id)
        .execute()
  }
}

/** Tells those who bear it and see the dossier now. */
async function tell({ principal, readers, words, dossier_id }: Due): Promise<void> {
  const accounts = await accountsBearing([principal])
  const principals = accounts
    .filter(({ bears }) => bears.some((one) => readers.includes(one)))
    .map(({ id }) => `user:${id}`)
  if (principals.length > 0)
    await tellPeople(tells, { principals }, { dossierId: dossier_id }, { words })
}

/** The next day of its rhythm that is still to come, counted from the first: the 31st does not become the 28th for good. */
export function nextDay(day: Temporal.PlainDate, rhythm: Rhythm): Temporal.PlainDate {
  for (let times = 1; ; times += 1) {
    const next = day.add({ [`${rhythm}s`]: times })
    if (Temporal.PlainDate.compare(next, today()) > 0) return next
  }
}
