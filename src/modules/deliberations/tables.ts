import type { Generated } from 'kysely'
import type { OrganKind } from '#commons/law'
import type { InsertionMethod } from './ordering.ts'
import type { ItemColumns } from './item.ts'
import type { MeetingColumns } from './meeting.ts'

interface Own {
  tenant_id: Generated<string>
}

interface OrganTable extends Own {
  id: Generated<string>
  kind: OrganKind
  name: string
  acronym: string
  speaks_as: string
  insertion: readonly InsertionMethod[]
  position: Generated<number>
}

export type SeatPart = 'president' | 'member' | 'secretary'

interface SeatTable extends Own {
  id: Generated<string>
  organ_id: string
  person_id: string
  part: SeatPart
  title: string
  position: number
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
}

export type Presence = 'present' | 'excused' | 'absent'

interface AttendanceTable extends Own {
  meeting_id: string
  seat_id: string
  status: Presence
}

export type RecordedOutcome = 'adopted' | 'minority' | 'tie' | 'tie_postponed' | 'no_vote_cast'

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
    'deliberations.organ': OrganTable
    'deliberations.seat': SeatTable
    'deliberations.meeting': Own & { id: string } & MeetingColumns
    'deliberations.item': Own & { id: string } & ItemColumns
    'deliberations.attendance': AttendanceTable
    'deliberations.vote': VoteTable
    'deliberations.ballot': BallotTable
  }
}
