import { z } from 'zod'
import { Edition } from '#kernel/pages'
import { flag, gathered, id, optionalId } from '#kernel/http'

export const Presence = z.enum(['present', 'excused', 'absent'])
/** Seat → presence. */
export const Attendance = z.record(z.uuid(), Presence)

export const AttendanceForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, seats: gathered('seats')(given) }),
  Edition.extend({ seats: Attendance, presides: optionalId(), keeps: optionalId() }),
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
