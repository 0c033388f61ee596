import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { fullName } from '#commons/directory'
import { readMany } from '#commons/dossiers'
import { organs, seatsOn, votes } from '#commons/organs'
import { dayOf, type Meeting, meetings } from '#modules/deliberations'
import { type Attended, attendedIn } from '#modules/sittings'
import { feeDue } from './due.ts'
import { feesInForce } from './fee.ts'
import type { Stretch } from './schema.ts'

/** A sitting that is over, of which attendance is told. */
export interface Held {
  id: string
  organ_id: string
  organ: string
  title: string
  day: Temporal.PlainDate
  present: number
  excused: number
  absent: number
}

/** How a member attended the sittings of an organ in a stretch of time, and what is due to them for it. */
export interface MemberAttendance {
  person_id: string
  organ_id: string
  organ: string
  name: string
  title: string
  /** Sittings while they sat. */
  sittings: number
  present: number
  excused: number
  absent: number
  /** Per cent of the points of these sittings at which they were there; null where there were none. */
  share: number | null
  /** Attendance fees (jetons de présence), in cents; null where nothing is said of this organ. */
  fees: number | null
}

interface Reckoned {
  held: Held[]
  members: MemberAttendance[]
}

const { compare } = Temporal.PlainDate

/** The meetings that were held in a stretch of time and are closed, the first first, as far as one may see them. */
async function closedIn({ organ, from, to }: Stretch): Promise<Meeting[]> {
  const closed = await readMany(
    meetings,
    sql<
      string[]
    >`array(select id from commons.dossier where kind = ${meetings.name} and state = 'closed')`,
  )
  return closed
    .filter((one) => compare(dayOf(one), from) >= 0 && compare(dayOf(one), to) <= 0)
    .filter(({ organ_id }) => organ === null || organ_id === organ)
    .toSorted((one, other) => Temporal.Instant.compare(one.starts_at, other.starts_at))
}

/** Attendance by sitting and by member, and the fees that follow from it. */
export async function attendanceIn(span: Stretch): Promise<Reckoned> {
  const those = await closedIn(span)
  const named = new Map((await organs()).map(({ id, name }) => [id, name]))
  const attended = Map.groupBy(
    await attendedIn(those.map(({ id }) => id)),
    ({ meeting_id }) => meeting_id,
  )
  const feeOf = await feesInForce()
  const elsewhere = await sittingElsewhere()
  const held: Held[] = []
  const members = new Map<string, Counting>()
  for (const meeting of those) {
    const { id, organ_id, title } = meeting
    const day = dayOf(meeting)
    const organ = named.get(organ_id) ?? ''
    const fee = feeOf(organ_id, day)
    const voting = (attended.get(id) ?? []).filter(({ seat }) => votes(seat))
    const count = (presence: string) =>
      voting.filter(({ seat }) => seat.presence === presence).length
    held.push({
      ...{ id, organ_id, organ, title, day },
      ...{ present: count('present'), excused: count('excused'), absent: count('absent') },
    })
    for (const one of voting) {
      const key = `${organ_id} ${one.seat.person_id}`
      const known = members.get(key) ?? begun(organ_id, organ, one)
      members.set(key, known)
      const has = fee?.not_for_id && (await elsewhere(fee.not_for_id, day)).has(one.seat.person_id)
      add(known, one, fee && feeDue(fee, { ...forFee(one), entitled: !has }))
    }
  }
  return { held, members: [...members.values()].map(told).toSorted(byName) }
}

const byName = (one: MemberAttendance, other: MemberAttendance) =>
  one.organ.localeCompare(other.organ, 'fr') || one.name.localeCompare(other.name, 'fr')

interface Counting extends MemberAttendance {
  points: number
  there: number
}

const begun = (organ_id: string, organ: string, { seat }: Attended): Counting => ({
  ...{ person_id: seat.person_id, organ_id, organ, name: fullName(seat), title: seat.title },
  ...{ sittings: 0, present: 0, excused: 0, absent: 0, share: null, fees: null },
  ...{ points: 0, there: 0 },
})

const forFee = ({ seat, presided, points, there }: Attended) => ({
  ...{ presided, points, there, atOpening: seat.presence === 'present' },
})

/** Whoever came later was there: what is noted of the opening alone would say that they were away. */
function add(to: Counting, { seat, points, there }: Attended, fee: number | undefined): void {
  to.sittings += 1
  const came = seat.presence === 'present' || there > 0
  if (came) to.present += 1
  else if (seat.presence === 'excused') to.excused += 1
  else to.absent += 1
  to.points += points
  to.there += there
  // As they are called now: the last that was noted.
  to.name = fullName(seat)
  to.title = seat.title
  if (fee !== undefined) to.fees = (to.fees ?? 0) + fee
}

const told = ({ points, there, ...one }: Counting): MemberAttendance => ({
  ...one,
  share: points > 0 ? Math.round((1000 * there) / points) / 10 : null,
})

/** Who sat in an organ on a day; asked once of each. */
async function sittingElsewhere() {
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  return (organId: string, day: Temporal.PlainDate): Promise<ReadonlySet<string>> => {
    const key = `${organId} ${day.toString()}`
    const found =
      known.get(key) ??
      actAs(system, () => seatsOn(organId, day)).then(
        (seats) => new Set(seats.filter(votes).map(({ person_id }) => person_id)),
      )
    known.set(key, found)
    return found
  }
}
