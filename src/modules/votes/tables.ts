import type { Generated } from 'kysely'
import type { RichText } from '#kernel/richtext'
import type { RecordedOutcome } from '#modules/deliberations'

interface Own {
  tenant_id: Generated<string>
}

/** What is put to the vote of a point before the whole (vote sur l’ensemble): amendments, parts, choices. */
export type MotionKind = 'amendment' | 'part' | 'option'

interface MotionTable extends Own {
  id: Generated<string>
  item_id: string
  number: number
  kind: MotionKind
  title: string
  proposal: RichText
  replaced: RichText | null
  proposed_by: string | null
  secret: boolean
}

interface VoteTable extends Own {
  id: Generated<string>
  item_id: string
  motion_id: string | null
  casting_seat_id: string | null
  remark: Generated<string>
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
  vote_id: string
  seat_id: string
  choice: 'yes' | 'no' | 'abstain'
}

interface ElectionTable extends Own {
  item_id: string
  posts: number
}

interface CandidateTable extends Own {
  id: Generated<string>
  item_id: string
  number: number
  name: string
  born_on: Temporal.PlainDate | null
}

interface RoundTable extends Own {
  item_id: string
  number: 1 | 2
  papers: number
  blank: number
  invalid: number
  article: string
  votes: Readonly<Record<string, number>>
}

declare module '#kernel/db' {
  interface Tables {
    'votes.candidate': CandidateTable
    'votes.election': ElectionTable
    'votes.round': RoundTable
    'votes.motion': MotionTable
    'votes.vote': VoteTable
    'votes.ballot': BallotTable
  }
}
