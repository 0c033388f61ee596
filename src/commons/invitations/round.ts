import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { ensureProven, sendInvitations } from '#kernel/auth'
import { db, type Latest, latest } from '#kernel/db'
import { Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { formatDate, t, timeZone } from '#kernel/i18n'
import { type MailState, returnsOf, statesOf } from '#kernel/mail'
import { ensureEdition } from '#kernel/pages'
import {
  type AskedPeople,
  type ComesIn,
  comesIn,
  known,
  type KnownPerson,
  lockPersons,
  nameOf,
  narrowed,
  noteInvited,
} from '#commons/people'

const round = event('invitations.round.send', { toDossier: false })

/** How many are invited at once; who is left then is told. */
export const mostInvited = 1000

/** Who is to be invited: these, or all whom the list of people shows so. */
export type Whom = { ids: readonly string[] } | { asked: AskedPeople }

/** Why somebody is not invited; of who waits, since when. */
const Left = z.object({
  why: z.enum(['no_account', 'not_in', 'in_already', 'no_address', 'waits']),
  day: z.string().optional(),
})
export type Left = z.output<typeof Left>

/** The same in a sentence. */
export const leftInWords = (name: string, { why, day }: Left): string =>
  t(sentences[why], {
    name,
    day: day === undefined ? '' : formatDate(Temporal.PlainDate.from(day), 'short'),
  })

const sentences = {
  no_account: 'people.invite_no_account',
  not_in: 'people.invite_not_in',
  in_already: 'invitations.in_already',
  no_address: 'people.invite_no_address',
  waits: 'invitations.waits',
} as const

/** What an invitation would be for somebody. */
export interface Invitable {
  id: string
  name: string
  address: string
  /** Why they are left out; null: they are invited. */
  left: Left | null
  /** Since when messages to this address come back. */
  returned: Temporal.Instant | null
}

/** Of all who are meant: each, those who are left out first, and how many were past the most. */
export interface Invitables {
  people: Invitable[]
  /** So many more could be invited, and are not this time. */
  later: number
}

interface Candidate extends KnownPerson {
  comes_in: ComesIn
  invited_at: Temporal.Instant | null
}

const candidates = () =>
  known()
    .select([comesIn().as('comes_in'), 'a.invited_at'])
    .orderBy(sql`(d.last_name || ' ' || d.first_name) collate kernel.french_order`)
    .orderBy('d.id')

const meantBy = (whom: Whom) =>
  'ids' in whom
    ? candidates()
        .where('d.id', '=', sql<string>`any(${whom.ids.filter(isId)}::uuid[])`)
        .execute()
    : candidates()
        .where((e) => e.and(narrowed(whom.asked).where))
        .execute()

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** Who waits for an invitation that still lets them in is written to again only where told. */
function whyLeft(one: Candidate, again: boolean): Left | null {
  if (!one.login) return { why: 'no_account' }
  if (one.state !== 'active' && one.state !== 'leaving') return { why: 'not_in' }
  if (one.comes_in === 'in') return { why: 'in_already' }
  if (!one.email) return { why: 'no_address' }
  if (one.comes_in === 'waiting' && !again)
    return { why: 'waits', ...(one.invited_at && { day: dayOf(one.invited_at) }) }
  return null
}

/** What inviting these would do, row by row. Nothing is written. */
export async function foreseeInvitations(
  whom: Whom,
  { again }: { again: boolean },
): Promise<Invitables> {
  const all = await meantBy(whom)
  const weighed = all.map((one) => ({ one, left: whyLeft(one, again) }))
  const follow = weighed.filter(({ left }) => left === null)
  const now = follow.slice(0, mostInvited)
  const returns = await returnsOf(now.map(({ one }) => one.email))
  const told = ({ one, left }: (typeof weighed)[number]): Invitable => ({
    ...{ id: one.id, name: nameOf(one), address: one.email, left },
    returned: (left === null && returns.get(one.email)) || null,
  })
  return {
    people: [...weighed.filter(({ left }) => left !== null), ...now].map(told),
    later: follow.length - now.length,
  }
}

/** What the form of an invitation is made from. */
export const invitablesStanding = ({ people }: Invitables) =>
  people.map(({ id, left, address }) => [id, left === null, address])

/**
 * Writes to all of these who can be invited how they give themselves a password; the others are left, each with its reason.
 * Returns the id of the round. Throws `ProofNeeded`, `Stale` where it is no longer what was shown (`edition`), and
 * `Invalid` where nobody can be invited.
 */
export async function inviteMany(
  whom: Whom,
  { again, edition }: { again: boolean; edition?: string | undefined },
): Promise<string> {
  ensureProven()
  // Of two who invite the same people at once the second sees what the first did.
  await lockPersons((await meantBy(whom)).map(({ id }) => id))
  const found = await foreseeInvitations(whom, { again })
  if (edition !== undefined) ensureEdition(invitablesStanding(found), edition)
  const follow = found.people.filter(({ left }) => left === null)
  if (follow.length === 0) throw Invalid.field('ids', 'invitations.nobody')
  const sent = await sendInvitations(follow)
  await noteInvited([...sent.keys()])
  const id = randomUUID()
  const left = found.people.flatMap((one) => (one.left ? [[one.id, one.left]] : []))
  await emit(round, id, { sent: [...sent], left, later: found.later })
  return id
}

const Round = z.object({
  sent: z.array(z.tuple([z.string(), z.string()])),
  left: z.array(z.tuple([z.string(), Left])),
  later: z.int(),
})

/** A round of invitations that was sent. */
export interface InvitationRound {
  id: string
  at: Temporal.Instant
  by: string
  sent: number
  left: number
  later: number
}

const rounds = () =>
  db()
    .selectFrom('kernel.event')
    .select(['subject_id', 'at', 'actor_name', 'data'])
    .where('type', '=', round)

const toldRound = (row: Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]) => {
  const data = Round.parse(row.data)
  const about = { id: row.subject_id ?? '', at: row.at, by: row.actor_name }
  return {
    data,
    round: { ...about, sent: data.sent.length, left: data.left.length, later: data.later },
  }
}

/** The last rounds of invitations, the last first. */
export async function lastRounds(most: number | null): Promise<Latest<InvitationRound>> {
  const { rows, all } = await latest(rounds().orderBy('id', 'desc'), most)
  return { rows: rows.map((row) => toldRound(row).round), all }
}

/** Somebody of a round: what became of the message, and whether they came; or why they were left out. */
export interface OfRound {
  id: string
  name: string
  comes_in: ComesIn
  /** Null where the message was forgotten since. */
  mail: MailState | null
  left: Left | null
}

/** What became of a round. Throws `NotFound`. */
export async function roundOf(
  id: string | undefined,
): Promise<{ round: InvitationRound; people: OfRound[] }> {
  const row =
    id && isId(id) ? await rounds().where('subject_id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  const { data, round: told } = toldRound(row)
  const ids = [...data.sent, ...data.left].map(([one]) => one)
  const people = new Map((await meantBy({ ids })).map((one) => [one.id, one]))
  const mails = await statesOf(data.sent.map(([, mail]) => mail))
  const named = (one: string) => {
    const person = people.get(one)
    return person
      ? { id: one, name: nameOf(person), comes_in: person.comes_in }
      : { id: one, name: t('invitations.gone'), comes_in: 'none' as const }
  }
  return {
    round: told,
    people: [
      ...data.left.map(([one, left]) => ({ ...named(one), mail: null, left })),
      ...data.sent.map(([one, mail]) => ({
        ...named(one),
        mail: mails.get(mail) ?? null,
        left: null,
      })),
    ],
  }
}

/** How many come in how, of those who are there. */
export async function countComings(): Promise<ReadonlyMap<ComesIn, number>> {
  const rows = await db()
    .selectFrom(
      known()
        .select(comesIn().as('comes_in'))
        .where((e) => e.and(narrowed({}).where))
        .as('k'),
    )
    .select(['k.comes_in', sql<number>`count(*)::int`.as('count')])
    .groupBy('k.comes_in')
    .execute()
  return new Map(rows.map(({ comes_in, count }) => [comes_in, count]))
}
