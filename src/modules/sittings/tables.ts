import type { Generated } from 'kysely'
import type { RecordedOutcome } from '#modules/deliberations'

interface Own {
  tenant_id: Generated<string>
}

export type Presence = 'present' | 'excused' | 'absent'

interface AttendanceTable extends Own {
  meeting_id: string
  seat_id: string
  status: Presence
}

interface VoteTable extends Own {
  item_id: string
  secret: boolean
  yes: number
  no: number
  abstain: number
  blank: Generated<number>
  invalid: Generated<number>
  outcome: RecordedOutcome
  article: string
}

interface BallotTable extends Own {
  item_id: string
  seat_id: string
  choice: 'yes' | 'no' | 'abstain'
}

declare module '#kernel/db' {
  interface Tables {
    'sittings.attendance': AttendanceTable
    'sittings.vote': VoteTable
    'sittings.ballot': BallotTable
  }
}
