import type { Generated } from 'kysely'

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
  secret: Generated<boolean>
  signs: Buffer | null
  paper_key: string | null
  box_key: string | null
}

interface ChoiceTable extends Own {
  poll_id: string
  seat_id: string
  /** For, against, nothing; or the id of an option. */
  choice: string
  aloud: boolean
}

interface PaperTable extends Own {
  poll_id: string
  seat_id: string
  blinded: Buffer | null
  lost: Generated<number>
}

interface BoxTable extends Own {
  poll_id: string
  paper: Buffer
  proof: Buffer
  sealed: Buffer
  signed: Buffer
}

interface CountedTable extends Own {
  poll_id: string
  item_id: string
  numbers: string[]
}

declare module '#kernel/db' {
  interface Tables {
    'live.front': FrontTable
    'live.poll': PollTable
    'live.choice': ChoiceTable
    'live.paper': PaperTable
    'live.box': BoxTable
    'live.counted': CountedTable
  }
}
