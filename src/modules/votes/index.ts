import { laws } from '#commons/law'
import { settings } from '#commons/settings'
import { fill, type Module } from '#kernel/module'
import { guides } from '#kernel/pages'
import { outcomes, sittingGuards, sittingPieces } from '#modules/deliberations'
import { sittingFaults } from '#modules/sittings'
import { api } from './api/index.ts'
import { forgetElections } from './election.ts'
import { adoptedObstacle } from './adopted.ts'
import { ballotFaults } from './faults.ts'
import { voteLaw } from './law/index.ts'
import './locales/index.ts'
import { forgetMotions, motionObstacles } from './motion.ts'
import { pages } from './pages/index.ts'
import { ItemVote, SessionLink } from './pages/item-pieces.tsx'
import { votesIn } from './pages/poll.tsx'
import { AdoptRemaining } from './pages/remaining.tsx'
import { VoteGuide } from './pages/vote-guide.tsx'
import { outcomesOf } from './recorded.ts'
import { namesOfFew, saysVoters } from './settings.ts'
import { forgetVotes } from './vote.ts'

export { castChoice, countChoice, ensureChoiceOpen, optionsOf } from './choice.ts'
export { countRound, electionRule, electionsOf, nextRound } from './election.ts'
export { type Motion, motionOf, motionStates } from './motion.ts'
export { borneBy, VoteResult } from './pages/poll.tsx'
export { VoteBar } from './pages/vote-bar.tsx'
export { openPoll } from './pages/motion-vote.tsx'
export { allVotesOn, type RecordedVote, votesOn } from './recorded.ts'
export { adoptRemaining, adoptUnanimously, decide, pollOn, reopen } from './session.ts'
export { votesThatStand, votesUnderWay } from './under-way.ts'
export {
  castVotes,
  countSecretVotes,
  ensureItsTurn,
  ensureMayBeNamed,
  isSecret,
  type Poll,
} from './vote.ts'
export { type ToldOfPoint, toldOf } from './told.ts'

/** How an organ votes on the points of its agenda, and what is decided. */
export const votes: Module = {
  name: 'votes',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'deliberations',
    'directory',
    'dossiers',
    'law',
    'organs',
    'records',
    'settings',
    'sittings',
    'workflow',
  ],
  pages,
  api,
  reactions: {
    // A point that leaves its agenda leaves its votes there (E08).
    'deliberations.item.withdraw': async (events) => {
      const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
      await forgetVotes(ids)
      await forgetMotions(ids)
      await forgetElections(ids)
    },
  },
  fills: [
    fill(laws, ...voteLaw),
    fill(settings, { title: 'votes.settings', all: [namesOfFew, saysVoters] }),
    fill(outcomes, outcomesOf),
    fill(sittingFaults, ballotFaults),
    fill(sittingGuards, {
      decides: motionObstacles,
      closes: () => Promise.resolve(null),
      lifts: adoptedObstacle,
    }),
    fill(sittingPieces, {
      step: SessionLink,
      card: ItemVote,
      tells: votesIn,
      belowAgenda: AdoptRemaining,
    }),
    fill(guides, VoteGuide),
  ],
}
