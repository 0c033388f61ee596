import { z } from 'zod'
import { Edition } from '#kernel/pages'
import { day, flag, gathered, id, integer, line, optionalId, optionalLine } from '#kernel/http'

export const Presence = z.enum(['present', 'excused', 'absent'])
/** Seat → presence. */
export const Attendance = z.record(z.uuid(), Presence)

export const AttendanceForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, seats: gathered('seats')(given) }),
  Edition.extend({
    seats: Attendance,
    presides: optionalId(),
    keeps: optionalId(),
    /** Its other button: all are there, whatever is chosen. */
    all: flag(),
  }),
)
/** Who presided and who kept the minutes, by seat. */
export const OfficersNoted = z.object({ presides: id(), keeps: id() })

/** `20:05`, or nothing. */
const optionalTime = () =>
  z
    .union([z.literal(''), z.iso.time()])
    .nullish()
    .transform((text) => (text ? Temporal.PlainTime.from(text) : null))

/** Somebody comes or goes before a point, or stands aside for it. */
export const MovementNoted = z.object({
  seat_id: id(),
  kind: z.enum(['arrives', 'leaves', 'withdraws']),
  item_id: id(),
  at: optionalTime(),
  reason: optionalLine(),
})

/** How somebody was from one point to another. */
export const Stretch = z.object({
  seat_id: id(),
  from_item_id: id(),
  until_item_id: id(),
  as: z.enum(['there', 'away', 'aside']),
  reason: optionalLine(),
})
/** One cell of the grid, as its button sends it: `seat.point.as`. */
export const Cell = z.object({
  cell: z
    .string()
    .max(120)
    .transform((text) => {
      const [seat_id = '', item_id = '', as = ''] = text.split('.')
      return { seat_id, from_item_id: item_id, until_item_id: item_id, as, reason: '' }
    })
    .pipe(Stretch.extend({ as: z.string().pipe(Stretch.shape.as), reason: z.string() })),
})

/** What happened besides who came and went. */
export const IncidentNoted = z.object({
  kind: z.enum(['suspended', 'withdrawn', 'readmitted', 'presides', 'keeps']),
  item_id: id(),
  during: flag(),
  at: optionalTime(),
  until: optionalTime(),
  seat_id: optionalId(),
  ground: z.enum(['', 'persons', 'public_order', 'rank', 'designation']).default(''),
  votes: z.union([z.literal('').transform(() => null), z.null(), integer(0, 1000)]).default(null),
  reason: optionalLine(),
})
/** When a suspended sitting went on. */
export const Resumed = z.object({
  until: z.iso.time().transform((text) => Temporal.PlainTime.from(text)),
})

/** Who votes for whom, by which writing, from one point to another. */
export const ProxyGiven = z.object({
  giver_id: id(),
  holder_id: id(),
  from_item_id: id(),
  until_item_id: optionalId(),
  given_on: day({ ahead: 1 }),
  statement: line(),
})

/** When the sitting was opened and closed, on its day or in the night after. */
export const Hours = z.object({ opened: optionalTime(), closed: optionalTime() })

/** Who declares a point urgent, by seat. */
export const UrgencyDeclared = z.object({ seats: z.array(id()).max(200) })
/** The same as its form sends it: ticked boxes, or all who take part. */
export const UrgencyForm = z.object({
  seats: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(id()).max(200),
  ),
  all: flag(),
})
