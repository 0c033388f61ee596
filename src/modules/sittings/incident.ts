import { ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { inItsLanguage } from '#kernel/tenancy'
import { t } from '#kernel/i18n'
import { tell } from '#commons/dossiers'
import { applied } from '#commons/law'
import { dayOf, type Meeting, meetings, organKind, sittingRule } from '#modules/deliberations'
import { mayBe } from './attendance.ts'
import { ensureHolds } from './holds.ts'
import { ensureHeld, pointOf } from './movement.ts'
import { type Incident, officerAt, type Sitting, votersIn } from './presence.ts'
import { membersFor } from './quorum.ts'
import { incidentSentence } from './said.ts'
import { sittingOf } from './sitting.ts'
import type { Office } from './tables.ts'

/** How somebody comes to the place of whoever presides (CDLD L1122-15). */
const presidentLaw = applied('sitting.president', 'replacement', 'sittings.applies.president')
/** How somebody comes to the place of whoever keeps the minutes (CDLD L1124-19). */
const secretaryLaw = applied('sitting.secretary', 'replacement', 'sittings.applies.secretary')
/** How many want no public, for the sake of public order (CDLD L1122-20). */
const publicOrderLaw = applied(
  'council.public_order',
  'share_of_present',
  'sittings.applies.public_order',
)

/** By which rules an organ has somebody replaced, or its public leave. */
export async function incidentRules(meeting: Meeting) {
  const [kind, day] = [await organKind(meeting), dayOf(meeting)]
  return {
    presides: await presidentLaw.on(kind, day),
    keeps: await secretaryLaw.on(kind, day),
    publicOrder: await publicOrderLaw.on(kind, day),
    sitting: await sittingRule(kind, day),
  }
}
type Rules = Awaited<ReturnType<typeof incidentRules>>

/** What is noted of what happened besides who came and went. */
export type NotedIncident = Omit<Incident, 'id' | 'position' | 'number' | 'article'>

/**
 * Notes that the sitting was suspended, that the public left or came back, or who presides or keeps the minutes from a point on.
 * Refuses what the law does not let the organ do, and what contradicts what is noted and voted. Returns its id.
 */
export async function noteIncident(meeting: Meeting, noted: NotedIncident): Promise<string> {
  ensureInPerson()
  await ensureHeld(meeting)
  const point = await pointOf(meeting, noted.item_id)
  const sitting = await sittingOf(meeting)
  if (noted.seat_id && !sitting.attendees.some(({ id }) => id === noted.seat_id))
    throw Invalid.field('seat_id', 'sittings.attendance.no_seat')
  const rules = await incidentRules(meeting)
  const article = allowed(noted, sitting, point.position ?? 0, rules)
  const { id } = await db()
    .insertInto('sittings.incident')
    .values({ meeting_id: meeting.id, ...noted, article })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ensureHolds(meeting, { seat: noted.seat_id, field: 'seat_id' })
  await tellOf(meeting, 'incident', id)
  return id
}

/** The article by which it may be; throws where nothing lets it be. */
function allowed(noted: NotedIncident, sitting: Sitting, position: number, rules: Rules): string {
  switch (noted.kind) {
    case 'suspended':
      if (!noted.at) throw Invalid.field('at', 'http.field.required')
      if (!noted.reason) throw Invalid.field('reason', 'http.field.required')
      return ''
    case 'withdrawn':
      return withdrawnBy(noted, sitting, position, rules)
    case 'readmitted':
      return openBy(rules)
    default:
      return replacedBy(noted.kind, noted, sitting, position, rules)
  }
}

/** The public leaves an organ that sits in public alone. */
function openBy({ sitting: { closedBy } }: Rules): string {
  ensure(closedBy === null, Conflict, 'sittings.public.closed', { article: closedBy ?? '' })
  return ''
}

/** For a question of persons by the president; for public order by two thirds of those who are there (CDLD L1122-20, L1122-21). */
function withdrawnBy(
  { ground, votes }: NotedIncident,
  sitting: Sitting,
  position: number,
  rules: Rules,
): string {
  openBy(rules)
  if (ground === 'persons') return rules.sitting.closesPersons ?? ''
  if (ground !== 'public_order') throw Invalid.field('ground', 'http.field.choose')
  const rule = rules.publicOrder
  ensure(rule, Conflict, 'sittings.public.no_rule')
  const present = votersIn(sitting, position).length
  const needed = membersFor(rule.value, present)
  if (votes === null || votes < needed || votes > present)
    throw Invalid.field('votes', 'sittings.public.too_few', {
      ...{ needed, present, article: rule.article },
    })
  return rule.article
}

/** By rank, the first of the members who are there; else whoever was designated, and the reason says by whom. */
function replacedBy(
  office: Office,
  { seat_id, ground, reason }: NotedIncident,
  sitting: Sitting,
  position: number,
  rules: Rules,
): string {
  const rule = rules[office]
  ensure(rule, Conflict, 'sittings.replaced.no_rule')
  const seat = sitting.attendees.find(({ id }) => id === seat_id)
  if (!seat) throw Invalid.field('seat_id', 'http.field.choose')
  if (!mayBe[office](seat)) throw Invalid.field('seat_id', 'sittings.officers.cannot')
  if (ground !== 'rank' && ground !== 'designation')
    throw Invalid.field('ground', 'http.field.choose')
  if (!rule.value.by.includes(ground))
    throw Invalid.field('ground', 'sittings.replaced.not_so', { article: rule.article })
  if (ground === 'designation' && !reason)
    throw Invalid.field('reason', 'sittings.replaced.by_whom')
  const first = firstByRank(sitting, office, position)
  if (ground === 'rank' && first?.id !== seat.id)
    throw Invalid.field('seat_id', 'sittings.replaced.not_first', { article: rule.article })
  return rule.article
}

/** Who comes next by the order of precedence: the first member who takes part in a point and does not hold the office. */
export const firstByRank = (sitting: Sitting, office: Office, position: number) =>
  votersIn(sitting, position).find(({ id }) => id !== officerAt(sitting, office, position))

const incidentOf = async (meeting: Meeting, id: string): Promise<Incident> => {
  const found = (await sittingOf(meeting)).incidents.find((one) => one.id === id)
  ensure(found, NotFound, 'errors.not_found')
  return found
}

/** The sitting goes on (reprise) at this hour, or went on at another: it is corrected so. */
export async function endSuspension(
  meeting: Meeting,
  id: string,
  until: Temporal.PlainTime,
): Promise<void> {
  ensureInPerson()
  await ensureHeld(meeting)
  const { kind } = await incidentOf(meeting, id)
  ensure(kind === 'suspended', NotFound, 'errors.not_found')
  await db().updateTable('sittings.incident').set({ until }).where('id', '=', id).execute()
  await ensureHolds(meeting)
  await tellOf(meeting, 'incident', id)
}

/** What was noted was a mistake: it goes, and history tells what it was. */
export async function removeIncident(meeting: Meeting, id: string): Promise<void> {
  ensureInPerson()
  await ensureHeld(meeting)
  const gone = await incidentOf(meeting, id)
  const title = await titleOf(meeting, gone)
  await db().deleteFrom('sittings.incident').where('id', '=', id).execute()
  await ensureHolds(meeting)
  await tell(meetings, meeting.id, 'unincident', { title, kind: gone.kind })
}

/** What history tells: « La séance est suspendue… (point 4) » */
async function titleOf(meeting: Meeting, one: Incident): Promise<string> {
  const sitting = await sittingOf(meeting)
  return inItsLanguage(
    () =>
      `${incidentSentence(one, sitting)} (${t('sittings.movement.at_point', { number: one.number })})`,
  )
}

async function tellOf(meeting: Meeting, verb: 'incident', id: string): Promise<void> {
  const one = await incidentOf(meeting, id)
  await tell(meetings, meeting.id, verb, { title: await titleOf(meeting, one), kind: one.kind })
}
