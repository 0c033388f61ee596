import type { ActKind, NoticeState } from './tables.ts'

type Day = Temporal.PlainDate

/** Somebody who sits in the organ with a vote on the day of the meeting. */
export interface Member {
  /** Their seat. */
  id: string
  name: string
}

/** What somebody was sent, as far as it convokes. */
export interface Told {
  seat_id: string
  kind: ActKind
  state: NoticeState
  /** What was announced. */
  day: Day
  starts_at: Temporal.Instant
  place: string
  received_on: Day | null
  urgency: string
}

/** What a meeting is, that its members are convoked to. */
export interface Convened {
  day: Day
  starts_at: Temporal.Instant
  place: string
  /** The last day on which its convocation may be received; null where no rule is known. */
  last: Day | null
}

/** Whether an organ is convoked: what was received, by whom, until when. */
export interface Standing {
  /**
   * `none`: nobody was sent anything for this day; `waiting`: somebody was not sent it, or received nothing as far as is
   * known; `late`: all received it, somebody after the last day; `urgent`: so, for an urgency that is given; `done`.
   */
  state: 'none' | 'waiting' | 'late' | 'urgent' | 'done'
  last: Day | null
  /** The day on which the last of them received it, once all did. */
  on: Day | null
  /** Those to whom nothing was sent for this day, hour and place. */
  missing: readonly Member[]
  /** Those who were sent it, of whom no receipt is known. */
  unreceived: readonly Member[]
  /** Those who received it after the last day. */
  late: readonly Member[]
  members: number
}

const convoking: readonly ActKind[] = ['convocation', 'again', 'change']
const failed: readonly NoticeState[] = ['refused', 'returned', 'kept']

/**
 * Whether an organ is convoked to a meeting, by what its members were sent and received (CDLD L1122-13: the delay counts from
 * the receipt). The day that counts is that on which each first received a convocation for this day; a change of hour or
 * place has to reach them besides.
 */
export function standingOf(
  meeting: Convened,
  members: readonly Member[],
  told: readonly Told[],
): Standing {
  const { last } = meeting
  const forThisDay = told.filter(
    (one) => convoking.includes(one.kind) && one.day.equals(meeting.day),
  )
  const receipts = members.map((member) => {
    const own = forThisDay.filter(({ seat_id }) => seat_id === member.id)
    const current = own.filter(
      (one) => one.starts_at.equals(meeting.starts_at) && one.place === meeting.place,
    )
    const days = own.flatMap(({ received_on }) => received_on ?? [])
    return {
      member,
      isSent: current.some(
        ({ state, received_on }) => received_on !== null || !failed.includes(state),
      ),
      isReceived: current.some(({ received_on }) => received_on !== null),
      first: days.toSorted(Temporal.PlainDate.compare)[0] ?? null,
    }
  })
  const membersWho = (holds: (one: (typeof receipts)[number]) => boolean) =>
    receipts.filter(holds).map(({ member }) => member)
  const missing = membersWho(({ isSent }) => !isSent)
  const unreceived = membersWho(({ isSent, isReceived }) => isSent && !isReceived)
  const late = membersWho(
    ({ first }) => first !== null && last !== null && Temporal.PlainDate.compare(first, last) > 0,
  )
  const whole = members.length > 0 && missing.length === 0 && unreceived.length === 0
  const on = whole
    ? (receipts
        .flatMap(({ first }) => first ?? [])
        .toSorted(Temporal.PlainDate.compare)
        .at(-1) ?? null)
    : null
  const urgent = forThisDay.some(({ urgency }) => urgency !== '')
  return {
    state: stateOf({ begun: forThisDay.length > 0, whole, late: late.length > 0, urgent }),
    ...{ last, on, missing, unreceived, late, members: members.length },
  }
}

function stateOf(facts: {
  begun: boolean
  whole: boolean
  late: boolean
  urgent: boolean
}): Standing['state'] {
  if (!facts.begun) return 'none'
  if (!facts.whole) return 'waiting'
  if (!facts.late) return 'done'
  return facts.urgent ? 'urgent' : 'late'
}
