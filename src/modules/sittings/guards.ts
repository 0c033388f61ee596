import { readMany } from '#commons/dossiers'
import type { OrganKind } from '#commons/law'
import type { Obstacle } from '#commons/workflow'
import { actAs, system } from '#kernel/access'
import { loadedOnce } from '#kernel/db'
import {
  dayOf,
  type Deed,
  type Item,
  type Meeting,
  meetings,
  secretArticle,
  organKind,
  unvoted,
} from '#modules/deliberations'
import { awayFromOffice, faultsIn } from './consistency.ts'
import { publicFault } from './incident-faults.ts'
import { countedIn, isNoted, openSuspension, type Sitting } from './presence.ts'
import { quorumAmong, quorumRule } from './quorum.ts'
import { officersOf, sittingOf } from './sitting.ts'
import { urgenciesOf, urgencyRule } from './urgency.ts'

/**
 * What the law puts in the way of deciding points, by their ids: attendance not noted, no quorum among those who take part
 * (CDLD L1122-17, L1122-19); and, of what is decided and not only put off, a late point that nobody declared urgent (L1122-24).
 */
export async function decisionObstacles(
  some: readonly Item[],
  what: Deed,
): Promise<Map<string, Obstacle>> {
  const ids = [...new Set(some.flatMap(({ meeting_id }) => meeting_id ?? []))]
  const all = await decidingIn(ids)
  if (what === 'takes_off') return leavingObstacles(some, all)
  const found = new Map<string, Obstacle>()
  for (const meeting of all) {
    const hinders = await hinderedIn(meeting, some, what)
    const kind = await organKind(meeting)
    for (const item of some) {
      if (item.meeting_id !== meeting.id) continue
      const ballot = what !== 'puts_off' ? await ballotObstacle(item, kind, dayOf(meeting)) : null
      const obstacle = hinders(item) ?? ballot
      if (obstacle) found.set(item.id, obstacle)
    }
  }
  return found
}

/**
 * A point of the agenda that an open sitting was convoked with, or that it declared urgent, leaves it by a decision alone, which
 * the minutes tell (CDLD L1122-24, L1132-2). A late point that nobody declared urgent was never before it.
 */
async function leavingObstacles(
  some: readonly Item[],
  all: readonly Meeting[],
): Promise<Map<string, Obstacle>> {
  const open = new Set(all.flatMap(({ id, state }) => (state === 'decided' ? [id as string] : [])))
  const before = some.filter(({ meeting_id }) => open.has(meeting_id ?? ''))
  const late = before.filter(({ list_type }) => list_type === 'late').map(({ id }) => id)
  const declared = await urgenciesOf(late)
  return new Map(
    before
      .filter(({ id, list_type }) => list_type !== 'late' || declared.has(id))
      .map(({ id }) => [id, { key: 'sittings.leaving.by_decision' }]),
  )
}

/** Meetings in which points are decided. No act changes the organ or the day of one and decides in it. */
const deciding = loadedOnce(async () => new Map<string, Meeting>())

/** The meeting is known, and locked, by whoever decides in it: nobody reads it again for its law. */
export const decidesIn = async (meeting: Meeting): Promise<void> =>
  void (await deciding.get()).set(meeting.id, meeting)

/** Those of these ids, read once a transaction: their law is asked before an act and again with it. */
async function decidingIn(ids: readonly string[]): Promise<Meeting[]> {
  const known = await deciding.get()
  const unknown = ids.filter((id) => !known.has(id))
  // Whoever may not read a meeting is held by its law as well.
  for (const one of await actAs(system, () => readMany(meetings, unknown))) known.set(one.id, one)
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** A ballot that the nature of the point forbids, or none where its organ votes. */
const ballotObstacle = async (item: Item, kind: OrganKind, day: Temporal.PlainDate) =>
  (await openBallot(item, kind, day)) ?? (await unvoted(item, kind, day))

async function hinderedIn(
  meeting: Meeting,
  some: readonly Item[],
  what: Deed,
): Promise<(item: Item) => Obstacle | null> {
  const sitting = await sittingOf(meeting)
  if (!isNoted(sitting)) return () => ({ key: 'sittings.vote.attendance_needed' })
  const suspended = suspension(sitting)
  if (suspended) return () => suspended
  const rule = await quorumRule(meeting)
  const urgent = what !== 'puts_off' ? await urgencyRule(meeting) : undefined
  const late = some.filter(({ list_type }) => list_type === 'late')
  const declared = urgent && (await urgenciesOf(late.map(({ id }) => id)))
  return ({ id, position, number, privacy, list_type, calling }): Obstacle | null => {
    const check = quorumAmong(rule, sitting, countedIn(sitting, position ?? 0), calling)
    if (check && !check.quorum.met) {
      const { present, quorum, article } = check
      return {
        key: 'sittings.vote.no_quorum',
        params: { present, required: quorum.required, article },
      }
    }
    if (what !== 'puts_off') {
      const [away] = awayFromOffice(sitting, position ?? 0)
      if (away) return { key: `sittings.away.${away.office}`, params: { who: away.who } }
      const point = { position: position ?? 0, privacy }
      const wrong = publicFault(sitting.incidents, point)
      if (wrong) return { key: `sittings.decides.${wrong}`, params: { number: number ?? '' } }
    }
    if (urgent && list_type === 'late' && !declared?.has(id))
      return { key: 'sittings.urgency.needed', params: { article: urgent.article } }
    return null
  }
}

/** Nothing is voted, decided or closed while the sitting is suspended. */
export const suspension = (sitting: Sitting): Obstacle | null =>
  openSuspension(sitting) ? { key: 'sittings.suspension.open' } : null

/** What of a sitting stands in the way of closing it: what contradicts itself, or is not noted yet. */
export async function closingObstacle(meeting: Meeting): Promise<Obstacle | null> {
  const suspended = suspension(await sittingOf(meeting))
  if (suspended) return suspended
  const [fault] = await faultsIn(meeting, { lock: false })
  if (fault) return { key: 'sittings.fault.stands', params: { fault: fault.sentence } }
  const { presides, keeps } = await officersOf(meeting)
  return presides && keeps ? null : { key: 'sittings.officers.needed' }
}

/** What stands in the way of lifting a sitting for want of quorum: it is there, or nobody noted who is (CDLD L1122-17). */
export async function liftingObstacle(meeting: Meeting): Promise<Obstacle | null> {
  const sitting = await sittingOf(meeting)
  if (!isNoted(sitting)) return { key: 'sittings.vote.attendance_needed' }
  const suspended = suspension(sitting)
  if (suspended) return suspended
  const check = quorumAmong(
    await quorumRule(meeting),
    sitting,
    countedIn(sitting, Number.MAX_SAFE_INTEGER),
  )
  return check && !check.quorum.met ? null : { key: 'sittings.lift.quorum_met' }
}

/** What stands in the way of deciding a point whose matter asks for a secret ballot and that has another. */
export async function openBallot(
  { matter, poll_type }: Pick<Item, 'matter' | 'poll_type'>,
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<Obstacle | null> {
  const article = poll_type === 'secret' ? null : await secretArticle(matter, kind, day)
  return article ? { key: 'deliberations.item.secret_by_law', params: { article } } : null
}
