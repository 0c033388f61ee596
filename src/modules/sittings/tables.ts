import type { Generated } from 'kysely'
import type { SeatPart } from '#commons/organs'

interface Own {
  tenant_id: Generated<string>
}

export type Presence = 'present' | 'excused' | 'absent'
export type MovementKind = 'arrives' | 'leaves' | 'withdraws'
/** Who presides (préside), and who keeps the minutes (tient le procès-verbal). */
export type Office = 'presides' | 'keeps'

interface AttendanceTable extends Own {
  meeting_id: string
  seat_id: string
  status: Presence
  part: SeatPart
  title: string
  civility: '' | 'mr' | 'mrs'
  first_name: string
  last_name: string
  place: number
}

interface MovementTable extends Own {
  id: Generated<string>
  meeting_id: string
  seat_id: string
  item_id: string
  kind: MovementKind
  at: Temporal.PlainTime | null
  reason: Generated<string>
}

/** What happens in a sitting besides who comes and goes: it is suspended, the public leaves or comes back, somebody else presides or keeps the minutes. */
export type IncidentKind = 'suspended' | 'withdrawn' | 'readmitted' | Office
/** Why the public leaves (questions de personnes, ordre public); how somebody came to the place of another. */
export type Ground = '' | 'persons' | 'public_order' | 'rank' | 'designation'

interface IncidentTable extends Own {
  id: Generated<string>
  meeting_id: string
  item_id: string
  kind: IncidentKind
  during: boolean
  at: Temporal.PlainTime | null
  until: Temporal.PlainTime | null
  seat_id: string | null
  ground: Ground
  votes: number | null
  reason: string
  article: string
}

interface ProxyTable extends Own {
  id: Generated<string>
  meeting_id: string
  giver_id: string
  holder_id: string
  from_item_id: string
  until_item_id: string | null
  given_on: Temporal.PlainDate
  statement: string
  article: string
}

interface OfficerTable extends Own {
  meeting_id: string
  office: Office
  seat_id: string
}

interface UrgencyTable extends Own {
  item_id: string
  article: string
}

interface UrgencyVoiceTable extends Own {
  item_id: string
  seat_id: string
}

interface CalledTable extends Own {
  meeting_id: string
  item_id: string
  seat_id: string
  article: string
  title: string
  civility: '' | 'mr' | 'mrs'
  first_name: string
  last_name: string
}

declare module '#kernel/db' {
  interface Tables {
    'sittings.attendance': AttendanceTable
    'sittings.movement': MovementTable
    'sittings.officer': OfficerTable
    'sittings.urgency': UrgencyTable
    'sittings.urgency_voice': UrgencyVoiceTable
    'sittings.called': CalledTable
    'sittings.incident': IncidentTable
    'sittings.proxy': ProxyTable
  }
}
