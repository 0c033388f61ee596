import type { Problem } from '#kernel/errors'
import {
  type AgendaLine,
  agendaOf,
  dayOf,
  type Item,
  type Meeting,
  organKind,
  partsOf,
  sittingRule,
} from '#modules/deliberations'
import {
  countedIn,
  isNoted,
  quorumAmong,
  quorumRule,
  type Sitting,
  sittingOf,
} from '#modules/sittings'
import {
  allVotesOn,
  type Motion,
  motionStates,
  openPoll,
  type Poll,
  type RecordedVote,
} from '#modules/votes'
import { frontOf } from './front.ts'
import { type OpenVote, openVoteOf } from './poll.ts'
import { runs } from './runs.ts'

/** What the screens of a sitting show, as the one who acts may see it. */
export interface Live {
  meeting: Meeting
  sitting: Sitting
  /** The points that the one who acts may read. */
  lines: readonly AgendaLine[]
  /** The point before the room, whoever may read it; undefined while none was called. */
  item: Item | undefined
  /** The same where the one who acts may read it. */
  line: AgendaLine | undefined
  /** Whether the public may be there. */
  isPublic: boolean
  quorum: ReturnType<typeof quorumAmong>
  /** What was voted on it, where they may read it. */
  votes: readonly RecordedVote[]
  /** What is put to the vote of it and not voted yet. */
  motions: readonly Motion[]
  /** The vote that is open on the screens, and its poll; why there is none for now, where the sitting stands in the way. */
  open: (OpenVote & { poll: Poll | Problem }) | undefined
  /** Whether the one who acts leads the sitting. */
  leads: boolean
}

/** Reads it. */
export async function liveOf(meeting: Meeting): Promise<Live> {
  const sitting = await sittingOf(meeting)
  const lines = await agendaOf(meeting.id)
  const item = await frontOf(meeting)
  const line = lines.find(({ id }) => id === item?.id)
  const position = item?.position ?? 0
  const open = await openVoteOf(meeting)
  const kind = await organKind(meeting)
  const rule = await sittingRule(kind, dayOf(meeting))
  const quorum = isNoted(sitting)
    ? quorumAmong(await quorumRule(meeting), sitting, countedIn(sitting, position), item?.calling)
    : null
  const part = item && partsOf([item], rule)[0]?.part
  return {
    ...{ meeting, sitting, lines, item, line, quorum },
    isPublic: item !== undefined && item.privacy === 'public' && part !== 'closed',
    votes: line ? ((await allVotesOn([line.id])).get(line.id) ?? []) : [],
    motions: line ? ((await motionStates([line.id])).get(line.id)?.open ?? []) : [],
    open: open && { ...open, poll: await openPoll(open.item, meeting) },
    leads: runs(meeting, sitting, position),
  }
}

/** Where a sitting is: said in a word at the head of its screens, and aloud by a screen reader where it changes. */
export type Phase =
  | 'before'
  | 'waiting'
  | 'suspended'
  | 'debate'
  | 'voting'
  | 'voted'
  | 'decided'
  | 'over'

export function phaseOf({ meeting, sitting, item, open, votes }: Live): Phase {
  if (meeting.state === 'closed' || meeting.state === 'cancelled') return 'over'
  if (meeting.state !== 'decided') return 'before'
  if (sitting.incidents.some(({ kind, until }) => kind === 'suspended' && until === null))
    return 'suspended'
  if (!item) return 'waiting'
  if (open?.item.id === item.id) return 'voting'
  if (item.state !== 'frozen') return 'decided'
  return votes.some(({ motion }) => motion === null) ? 'voted' : 'debate'
}
