import { audit } from '#kernel/audit'
import { disableAccount } from '#kernel/auth'
import { db } from '#kernel/db'
import { countDraftsOf, discardDraftsOf } from '#kernel/drafts'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { sql } from 'kysely'
import {
  administered,
  endOffice,
  type Office,
  officesOf,
  refreshPrincipals,
  todayHere,
} from '#commons/directory'
import { type KnownPerson, knownPerson, nameOf } from './person.ts'

const planned = event('people.person.leave', { toDossier: false })
const undone = event('people.person.stay', { toDossier: false })
const ended = event('people.person.left', { toDossier: false })

/** What else somebody has who leaves: told before, and ended on the day. */
export interface Leaving {
  readonly label: MessageKey
  /** How much of it there is. */
  readonly count: (personId: string) => Promise<number>
  /** Each of it, past and future too, for those who look at somebody. */
  readonly told?: (personId: string) => Promise<{ title: string; why: string }[]>
  /** Ends it on the day they are gone. What stays, as a mandate does until another takes it, leaves this out. */
  readonly end?: (personId: string, gone: Temporal.PlainDate) => Promise<void>
}

/** What of a person ends when they leave, filled by the folders that keep it: seats, keys, subscriptions. */
export const leavings = slot<Leaving>('leavings')

const counted = async (count: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await count.execute(db())).rows[0]?.count ?? 0

/** What this folder knows of by itself. */
export const ownLeavings: readonly Leaving[] = [
  {
    label: 'people.leaving.waiting',
    count: (id) =>
      counted(
        sql`select count(*)::int as count from commons.awaited where principal = ${`user:${id}`}`,
      ),
  },
  {
    label: 'people.leaving.sessions',
    count: (id) =>
      counted(
        sql`select count(*)::int as count from kernel.session where account_id = ${id} and expires_at > now()`,
      ),
  },
  {
    label: 'people.leaving.drafts',
    count: countDraftsOf,
    end: discardDraftsOf,
  },
]

/** What a departure would do, told before. */
export interface DeparturePreview {
  /** What they hold today or later, all of which ends. */
  offices: Office[]
  leavings: { label: MessageKey; count: number }[]
}

export async function departureOf({ id }: KnownPerson): Promise<DeparturePreview> {
  const today = todayHere()
  const offices = (await officesOf([id])).filter(
    ({ valid_to }) => !valid_to || Temporal.PlainDate.compare(valid_to, today) > 0,
  )
  const told = []
  for (const { label, count } of leavings.all()) told.push({ label, count: await count(id) })
  return { offices, leavings: told }
}

/**
 * Somebody leaves: `gone` is the first day on which they are no longer there. Null means at once: what they hold ends with
 * today, which is their last day, and they come in no more from now on. So does a day that has come, which stays as it was
 * said. `heirId` takes over what waits for them. Throws `Conflict` where they left already or nobody would administer.
 */
export async function leave(
  id: string,
  { gone, heirId }: { gone: Temporal.PlainDate | null; heirId: string | null },
): Promise<void> {
  const person = await knownPerson(id, { lock: true })
  ensure(person.state !== 'left', Conflict, 'people.left_already', { name: nameOf(person) })
  if (heirId) await ensureHeir(person, heirId)
  const today = todayHere()
  const day = gone ?? today.add({ days: 1 })
  const atOnce = gone === null || Temporal.PlainDate.compare(gone, today) <= 0
  await administered(async () => {
    await db()
      .updateTable('commons.person')
      .set({ leaves_on: day, heir_id: heirId })
      .where('id', '=', id)
      .execute()
    await emit(planned, id, { day: day.toString(), heir: heirId })
    await audit('person_leaves', `${id} ${day.toString()}`)
    if (atOnce) await endAll(id, day)
  })
}

async function ensureHeir(person: KnownPerson, heirId: string): Promise<void> {
  if (heirId === person.id) throw Invalid.field('heir_id', 'people.heir_is_self')
  const heir = await knownPerson(heirId)
  if (heir.state !== 'active' && heir.state !== 'leaving')
    throw Invalid.field('heir_id', 'people.heir_not_in', { name: nameOf(heir) })
}

/** They stay after all: as long as the day has not come. */
export async function stay(id: string): Promise<void> {
  const person = await knownPerson(id, { lock: true })
  ensure(person.leaves_on && person.state !== 'left', Conflict, 'people.not_leaving', {
    name: nameOf(person),
  })
  await db()
    .updateTable('commons.person')
    .set({ leaves_on: null, heir_id: null })
    .where('id', '=', id)
    .execute()
  await emit(undone, id)
  await audit('person_stays', id)
}

/** Ends all that those have whose day has come, where that was not done yet. */
export async function carryOutDue(): Promise<void> {
  const due = await db()
    .selectFrom('commons.person')
    .select(['id', 'leaves_on'])
    .where('leaves_on', '<=', todayHere())
    .where('left_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, leaves_on } of due) if (leaves_on) await endAll(id, leaves_on)
}

/** The same for one who comes in on that day. */
export async function carryOutIfDue(id: string): Promise<void> {
  const due = await db()
    .selectFrom('commons.person')
    .select('leaves_on')
    .where('id', '=', id)
    .where('leaves_on', '<=', todayHere())
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (due?.leaves_on) await endAll(id, due.leaves_on)
}

/** Ends all that somebody has on the first day on which they are gone, and lets them in no more. */
export async function endAll(id: string, gone: Temporal.PlainDate): Promise<void> {
  const open = (await officesOf([id])).filter(
    ({ valid_to }) => !valid_to || Temporal.PlainDate.compare(valid_to, gone) > 0,
  )
  for (const office of open) await endOffice(office, gone)
  for (const { end } of leavings.all()) await end?.(id, gone)
  await disableAccount(id)
  const { heir_id } = await db()
    .updateTable('commons.person')
    .set({ left_at: Temporal.Now.instant() })
    .where('id', '=', id)
    .returning('heir_id')
    .executeTakeFirstOrThrow()
  await refreshPrincipals(id)
  if (heir_id) await refreshPrincipals(heir_id)
  await emit(ended, id, { offices: open.length })
  await audit('person_left', id)
}
