import { helpTasks } from '#commons/help'
import { reservations } from '#commons/trades'
import { laws } from '#commons/law'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { guides } from '#kernel/pages'
import { meetingTabs, outcomes, sittingGuards, sittingPieces } from '#modules/deliberations'
import { api } from './api/index.ts'
import { ensureOrderHolds } from './consistency.ts'
import { closingObstacle, decisionObstacles, liftingObstacle } from './guards.ts'
import { voteLaw } from './law/vote.ts'
import './locales/index.ts'
import { leaveAgenda } from './movement.ts'
import { pages } from './pages/index.ts'
import { ItemVote, SessionLink } from './pages/item-pieces.tsx'
import { votesIn } from './pages/poll.tsx'
import { AdoptRemaining } from './pages/remaining.tsx'
import { VoteGuide } from './pages/vote-guide.tsx'
import { eraseUrgency } from './urgency.ts'
import { forgetVotes, outcomesOf } from './vote.ts'

export { recordAttendance } from './attendance.ts'
export { type Attendee, type Sitting } from './presence.ts'
export { adoptRemaining, adoptUnanimously, decide, reopen } from './session.ts'
export { attendance, officersOf, sittingOf } from './sitting.ts'
export {
  movementSentence,
  quorumSentence,
  type SpokenVote,
  spokenVote,
  urgencySentence,
} from './spoken.ts'
export type { Presence } from './tables.ts'
export { urgenciesOf } from './urgency.ts'
export { votesOn } from './vote.ts'

/** What happens while an organ sits: who is there, votes, and what is decided. */
export const sittings: Module = {
  name: 'sittings',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['deliberations', 'directory', 'dossiers', 'help', 'law', 'organs', 'trades', 'workflow'],
  pages,
  api,
  reactions: {
    // A point that leaves its agenda leaves its vote there.
    'deliberations.item.withdraw': async (events) => {
      const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
      await forgetVotes(ids)
      await eraseUrgency(ids)
      await leaveAgenda(ids)
    },
    // Who came before one point and left before another did so in this order.
    'deliberations.item.move': async (events) => {
      for (const { subjectId } of events) if (subjectId) await ensureOrderHolds(subjectId)
    },
  },
  fills: [
    fill(
      helpTasks,
      {
        ...{
          of: 'deliberations',
          title: 'deliberations.task.write',
          steps: 'deliberations.task.write.steps',
        },
        ...{ href: '/deliberations/items/new', permission: permission('deliberations.item.write') },
      },
      {
        ...{
          of: 'deliberations',
          title: 'deliberations.task.plan',
          steps: 'deliberations.task.plan.steps',
        },
        ...{
          href: '/deliberations/meetings/new',
          permission: permission('deliberations.meeting.plan'),
        },
      },
      {
        ...{
          of: 'deliberations',
          title: 'deliberations.task.agenda',
          steps: 'deliberations.task.agenda.steps',
        },
        ...{ href: '/deliberations', permission: permission('deliberations.meeting.run') },
      },
      {
        ...{ of: 'sittings', title: 'sittings.task.sit', steps: 'sittings.task.sit.steps' },
        ...{ href: '/deliberations', permission: permission('deliberations.meeting.run') },
      },
    ),
    fill(
      reservations,
      { kinds: ['police_zone'], says: 'sittings.not_yet.police_college' },
      { kinds: ['rescue_zone'], says: 'sittings.not_yet.rescue_council' },
      { kinds: ['intercommunale'], says: 'sittings.not_yet.general_assembly' },
      { kinds: ['intercommunale', 'rca', 'association'], says: 'sittings.not_yet.statutes' },
      {
        kinds: ['police_zone', 'rescue_zone', 'intercommunale', 'rca', 'province', 'association'],
        says: 'sittings.not_yet.unread',
      },
    ),
    fill(laws, ...voteLaw),
    fill(outcomes, outcomesOf),
    fill(sittingGuards, {
      decides: decisionObstacles,
      closes: closingObstacle,
      lifts: liftingObstacle,
    }),
    fill(sittingPieces, {
      step: SessionLink,
      card: ItemVote,
      tells: votesIn,
      belowAgenda: AdoptRemaining,
    }),
    fill(meetingTabs, {
      name: 'attendance',
      label: 'sittings.tab',
      permission: permission('deliberations.read'),
    }),
    fill(guides, VoteGuide),
  ],
}
