// The clock of a machine that jumps: loaded before the house (`node --import`), it adds what its parent says to every time
// that is asked for. What is measured (`performance.now`) and timers go on, as on such a machine.
const { Date: RealDate } = globalThis
const { Now } = Temporal
let ahead = 0

class JumpingDate extends RealDate {
  constructor(...given: []) {
    if (given.length === 0) super(RealDate.now() + ahead)
    else super(...given)
  }

  static override now(): number {
    return RealDate.now() + ahead
  }
}
globalThis.Date = JumpingDate as DateConstructor // Called without `new` it would give a text: nobody does.

const instant = () => Now.instant().add({ milliseconds: ahead })
const zoned = (zone: Temporal.TimeZoneLike = Now.timeZoneId()) => instant().toZonedDateTimeISO(zone)
Object.defineProperty(Temporal, 'Now', {
  value: {
    ...{ instant, timeZoneId: () => Now.timeZoneId(), zonedDateTimeISO: zoned },
    plainDateTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDateTime(),
    plainDateISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainDate(),
    plainTimeISO: (zone?: Temporal.TimeZoneLike) => zoned(zone).toPlainTime(),
  },
})

process.on('message', (told: { ahead: number }) => {
  ahead = told.ahead
  process.send?.({ ahead })
})
// Who says nothing keeps nobody alive.
process.channel?.unref()
