import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import { t } from '#kernel/i18n'
import { fullName } from '#commons/directory'
import { read } from '#commons/dossiers'
import { items, type Meeting, meetingOf, type Point, pointsOf } from '#modules/deliberations'
import {
  type Fault,
  type Sitting,
  contradictions,
  isNoted,
  takePartIn,
  votersIn,
} from './presence.ts'
import { quorumAmong, quorumRule } from './quorum.ts'
import { officersOf, sittingOf, sittingsChanged } from './sitting.ts'
import { urgencyFaults } from './urgency.ts'

/**
 * What of a meeting contradicts itself: somebody comes who is there, voted and was away, presided and was not there; a
 * point was decided by fewer than the law asks. Whoever writes locks the points, so that nobody votes in between.
 */
export async function faultsIn(meeting: Meeting, reading = { lock: true }): Promise<Fault[]> {
  const points = await pointsOf(meeting, reading)
  const sitting = await sittingOf(meeting)
  return [
    ...movementFaults(sitting),
    ...(await ballotFaults(sitting, points)),
    ...(await officerFaults(meeting, sitting)),
    ...(await urgencyFaults(meeting, sitting, points)),
    ...(await quorumFaults(meeting, sitting, points)),
  ]
}

/** Refuses that a point takes another place on its agenda where its meeting would contradict itself then. */
export async function ensureOrderHolds(itemId: string): Promise<void> {
  sittingsChanged()
  const meeting = await actAs(system, async () => meetingOf(await read(items, itemId)))
  const [fault] = await faultsIn(meeting)
  ensure(!fault, Conflict, 'sittings.fault.stands', { fault: fault?.sentence ?? '' })
}

function movementFaults(sitting: Sitting): Fault[] {
  const names = new Map(sitting.attendees.map((seat) => [seat.id, fullName(seat)]))
  return contradictions(sitting).map(({ seat_id, kind, position }) => ({
    seat: seat_id,
    sentence: t(`sittings.fault.${kind}`, { who: names.get(seat_id) ?? '', number: position }),
  }))
}

/** What an organ decides with a quorum, and not for want of it. */
const onceDecided = ['accepted', 'accepted_modified', 'refused']

const numbersOf = (points: readonly Point[]): string =>
  points
    .map(({ position }) => position)
    .toSorted((a, b) => a - b)
    .join(', ')

/** Who voted was there; nor were more papers counted than there were voters. */
async function ballotFaults(sitting: Sitting, points: readonly Point[]): Promise<Fault[]> {
  const { rows } = await sql<{ item: string; seats: string[]; papers: number | null }>`
    select v.item_id as item, case when v.secret then yes + no + abstain + blank + invalid end as papers,
      array(select b.seat_id from sittings.ballot b
        where b.tenant_id = v.tenant_id and b.item_id = v.item_id) as seats
    from sittings.vote v where v.item_id = any(${points.map(({ id }) => id)}::uuid[])`.execute(db())
  const away = new Map<string | null, Point[]>()
  const note = (seat: string | null, point: Point) =>
    away.set(seat, [...(away.get(seat) ?? []), point])
  for (const { item, seats, papers } of rows) {
    const point = points.find(({ id }) => id === item)
    if (!point) continue
    const there = new Set(votersIn(sitting, point.position).map(({ id }) => id))
    for (const seat of seats) if (!there.has(seat)) note(seat, point)
    if (papers !== null && papers > there.size) note(null, point)
  }
  return [...away].map(([seat, some]) => {
    const params = { count: some.length, points: numbersOf(some) }
    return {
      seat,
      sentence: seat
        ? t('sittings.attendance.voted', params)
        : t('sittings.attendance.papers', params),
    }
  })
}

/** Who presides or keeps the minutes was there, at the opening or later. */
async function officerFaults(meeting: Meeting, sitting: Sitting): Promise<Fault[]> {
  const officers = await officersOf(meeting)
  return (['presides', 'keeps'] as const).flatMap((office) => {
    const seat = sitting.attendees.find(({ id }) => id === officers[office])
    const came = sitting.movements.some(
      ({ seat_id, kind }) => seat_id === seat?.id && kind === 'arrives',
    )
    if (!seat || seat.presence === 'present' || came) return []
    return { seat: seat.id, sentence: t(`sittings.fault.${office}`, { who: fullName(seat) }) }
  })
}

/** What was decided was decided by enough of them (CDLD L1122-17), whoever was noted away since. */
async function quorumFaults(
  meeting: Meeting,
  sitting: Sitting,
  points: readonly Point[],
): Promise<Fault[]> {
  const decided = points.filter(({ state }) => onceDecided.includes(state))
  if (decided.length === 0 || !isNoted(sitting)) return []
  const rule = await quorumRule(meeting)
  const short = decided.filter(({ position, calling }) => {
    const check = quorumAmong(rule, sitting, takePartIn(sitting, position), calling)
    return check && !check.quorum.met
  })
  if (short.length === 0) return []
  const params = { count: short.length, points: numbersOf(short), article: rule?.article ?? '' }
  return [{ seat: null, sentence: t('sittings.fault.quorum', params) }]
}
