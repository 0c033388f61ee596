import { permission, role } from '#kernel/access'
import { type Actor } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { sealedColumns } from '#kernel/secrets'
import { helpTasks } from '#commons/help'
import { kindKeepers, meetingTabs, secretariat, sittingGuards } from '#modules/deliberations'
import { sittingFaults } from '#modules/sittings'
import { votesThatStand, votesUnderWay } from '#modules/votes'
import { api } from './api.ts'
import { casting } from './casting.ts'
import { reactions } from './changes.ts'
import { paperFaults } from './faults.ts'
import './locales/index.ts'
import { pages } from './pages/index.ts'
import { signingKey } from './paper.ts'
import { countedObstacle } from './counted.ts'
import { closingObstacle, votesOpenOn } from './held.ts'

export { type Finding, type SecretlyVoted, votedInSecret } from './watched.ts'

const sits = ({ principals }: Actor) => principals.some((one) => one.startsWith('organ:'))

/** A sitting on all screens at once: the point before the room, who is there, votes that members cast on their own. */
export const live: Module = {
  name: 'live',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'deliberations',
    'directory',
    'dossiers',
    'help',
    'law',
    'organs',
    'sittings',
    'votes',
    'workflow',
  ],
  permissions: {
    follow: (who) => who.id !== null,
    // Who leads a sitting is asked of its facts by each act; here, who may at all.
    lead: (who) => role(secretariat)(who) || sits(who),
    vote: sits,
  },
  pages,
  api,
  protocols: casting,
  reactions,
  fills: [
    fill(meetingTabs, { name: 'live', label: 'live.tab', permission: permission('live.follow') }),
    fill(sittingGuards, {
      decides: (some) => votesOpenOn(some.map(({ id }) => id)),
      closes: closingObstacle,
      lifts: closingObstacle,
    }),
    fill(sittingFaults, paperFaults),
    fill(kindKeepers, votesOpenOn),
    fill(votesUnderWay, async (ids) => [...(await votesOpenOn(ids)).values()][0] ?? null),
    fill(votesThatStand, countedObstacle),
    fill(sealedColumns, signingKey),
    fill(helpTasks, {
      ...{ of: 'live', title: 'live.task.follow', steps: 'live.task.follow.steps' },
      ...{ href: '/deliberations', permission: permission('live.follow') },
    }),
  ],
}
