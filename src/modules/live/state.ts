import { actAs, system } from '#kernel/access'
import { NotFound, type Problem } from '#kernel/errors'
import { readTogether } from '#kernel/together'
import { readMany } from '#commons/dossiers'
import {
  type AgendaLine,
  agendaOf,
  dayOf,
  type Item,
  type Meeting,
  meetings,
  organKind,
  partsOf,
  seenOn,
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
  electionsOf,
  type Motion,
  motionStates,
  openPoll,
  type Poll,
  type RecordedVote,
} from '#modules/votes'
import { countedOn } from './counted.ts'
import { frontOf } from './front.ts'
import { type OpenVote, openVoteOf } from './open-vote.ts'
import { type Question, questionOf } from './question.ts'
import { runs } from './runs.ts'

/** Where a sitting is, whoever looks: nobody is shown more of it than `liveOf` gives. */
export interface Room {
  sitting: Sitting
  /** All points, whoever may read them. */
  lines: readonly AgendaLine[]
  /** The point before the room, whoever may read it; undefined while none was called. */
  item: Item | undefined
  /** Whether the public may be there. */
  isPublic: boolean
  quorum: ReturnType<typeof quorumAmong>
  /** What was voted on it, where they may read it. */
  votes: readonly RecordedVote[]
  /** It elects, and a round was held: what came of it is told before the last is. */
  elects: boolean
  /** The numbers of the papers that were counted of it in secret, where they may read it. */
  counted: Awaited<ReturnType<typeof countedOn>>
  /** What is put to the vote of it and not voted yet. */
  motions: readonly Motion[]
  /** The vote that is open on the screens, what is asked, and its poll; why there is none for now, where the sitting stands in the way. */
  open: (OpenVote & { poll: Poll | Problem; question: Question }) | undefined
}

/** What the screens of a sitting show, as the one who acts may see it: of `lines` those that they may read. */
export interface Live extends Room {
  meeting: Meeting
  /** The point before the room, where the one who acts may read it. */
  line: AgendaLine | undefined
  /** Whether the one who acts leads the sitting. */
  leads: boolean
}

/** Reads what the screens show, with all who ask at the same moment; what each may see of it is asked for each. */
export async function liveOf(meeting: Meeting): Promise<Live> {
  return seenBy(meeting, await togetherOf(meeting))
}

/** The same after an act, with what that wrote. */
export async function liveAfter(meeting: Meeting): Promise<Live> {
  return seenBy(meeting, await roomOf(meeting))
}

async function seenBy(meeting: Meeting, room: Room): Promise<Live> {
  const seen = await seenOn(meeting)
  const lines = room.lines.filter(({ id }) => seen.has(id))
  const line = lines.find(({ id }) => id === room.item?.id)
  return {
    ...{ ...room, meeting, lines, line },
    votes: line ? room.votes : [],
    elects: line !== undefined && room.elects,
    counted: line ? room.counted : [],
    motions: line ? room.motions : [],
    leads: runs(meeting, room.sitting, room.item?.position ?? 0),
  }
}

const together = readTogether<Room>()

/** Where a sitting is, for all who ask at the same moment. */
export const togetherOf = ({ id }: Meeting): Promise<Room> =>
  together(id, () =>
    actAs(system, async () => {
      // Read anew: that of the one who reads for all may be older than what another asks.
      const [meeting] = await readMany(meetings, [id])
      if (!meeting) throw new NotFound()
      return roomOf(meeting)
    }),
  )

const roomOf = (meeting: Meeting): Promise<Room> =>
  actAs(system, async () => {
    const sitting = await sittingOf(meeting)
    const lines = await agendaOf(meeting.id)
    const item = await frontOf(meeting)
    const open = await openVoteOf(meeting)
    const rule = await sittingRule(await organKind(meeting), dayOf(meeting))
    const counted = countedIn(sitting, item?.position ?? 0)
    const part = item && partsOf([item], rule)[0]?.part
    return {
      ...{ sitting, lines, item },
      quorum: isNoted(sitting)
        ? quorumAmong(await quorumRule(meeting), sitting, counted, item?.calling)
        : null,
      isPublic: item !== undefined && item.privacy === 'public' && part !== 'closed',
      counted: item ? await countedOn(item.id) : [],
      votes: item ? ((await allVotesOn([item.id])).get(item.id) ?? []) : [],
      elects: item ? ((await electionsOf([item.id])).get(item.id)?.rounds.length ?? 0) > 0 : false,
      motions: item ? ((await motionStates([item.id])).get(item.id)?.open ?? []) : [],
      open: open && {
        ...open,
        poll: await openPoll(open.item, meeting),
        question: await questionOf(open.item, open.motion, meeting),
      },
    }
  })

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
