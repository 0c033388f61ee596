import type { Generated } from 'kysely'
import type { Choice } from '#modules/votes'

interface Own {
  tenant_id: Generated<string>
}

interface FrontTable extends Own {
  meeting_id: string
  item_id: string
}

interface PollTable extends Own {
  id: Generated<string>
  meeting_id: string
  item_id: string
  motion_id: string | null
  opened_at: Generated<Temporal.Instant>
}

interface ChoiceTable extends Own {
  poll_id: string
  seat_id: string
  choice: Choice
  aloud: boolean
}

declare module '#kernel/db' {
  interface Tables {
    'live.front': FrontTable
    'live.poll': PollTable
    'live.choice': ChoiceTable
  }
}
