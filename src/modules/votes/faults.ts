import { sql } from 'kysely'
import { db } from '#kernel/db'
import { t } from '#kernel/i18n'
import type { Point } from '#modules/deliberations'
import { ballotsIn, type Fault, numbersOf, officerAt, type Sitting } from '#modules/sittings'

/** Who voted was there; nor were more papers counted than there were voters. */
export async function ballotFaults(sitting: Sitting, points: readonly Point[]): Promise<Fault[]> {
  const { rows } = await sql<Voted>`
    select v.item_id as item, v.casting_seat_id as casting, case when v.secret then yes + no + abstain + blank + invalid end as papers,
      array(select b.seat_id from votes.ballot b
        where b.tenant_id = v.tenant_id and b.vote_id = v.id) as seats
    from votes.vote v where v.item_id = any(${points.map(({ id }) => id)}::uuid[])`.execute(db())
  const away = new Map<string | null, Point[]>()
  const note = (seat: string | null, point: Point) => {
    const known = away.get(seat) ?? []
    if (!known.includes(point)) away.set(seat, [...known, point])
  }
  for (const { item, seats, papers } of rows) {
    const point = points.find(({ id }) => id === item)
    if (!point) continue
    const there = new Set(ballotsIn(sitting, point.position).map(({ id }) => id))
    for (const seat of seats) if (!there.has(seat)) note(seat, point)
    if (papers !== null && papers > there.size) note(null, point)
  }
  const cast = rows.flatMap(({ item, casting }) =>
    casting === null
      ? []
      : points.filter(
          ({ id, position }) => id === item && officerAt(sitting, 'presides', position) !== casting,
        ),
  )
  const faults = cast.map(({ number }) => ({
    seat: null,
    sentence: t('sittings.fault.casting', { number }),
  }))
  const absent = [...away].map(([seat, some]) => {
    const params = { count: some.length, points: numbersOf(some) }
    return {
      seat,
      sentence: seat
        ? t('sittings.attendance.voted', params)
        : t('sittings.attendance.papers', params),
    }
  })
  return [...absent, ...faults]
}

/** A vote, as far as it is held against who was there and who presided. */
interface Voted {
  item: string
  seats: string[]
  papers: number | null
  casting: string | null
}
