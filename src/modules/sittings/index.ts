import { helpTasks } from '#commons/help'
import { reservations } from '#commons/trades'
import { laws } from '#commons/law'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { meetingTabs, sittingGuards } from '#modules/deliberations'
import { api } from './api/index.ts'
import { eraseCalled } from './called.ts'
import { ensureOrderHolds } from './consistency.ts'
import { closingObstacle, decisionObstacles, liftingObstacle } from './guards.ts'
import { sittingsLaw } from './law/index.ts'
import './locales/index.ts'
import { leaveAgenda } from './movement.ts'
import { pages } from './pages/index.ts'
import { eraseUrgency } from './urgency.ts'

export { recordAttendance } from './attendance.ts'
export { eraseCalled, noteCalled } from './called.ts'
export { numbersOf, sittingFaults } from './consistency.ts'
export { decidesIn, openBallot, suspension } from './guards.ts'
export { type Attended, attendedIn } from './held.ts'
export { ensureHolds } from './holds.ts'
export { hasEnded } from './hours.ts'
export { momentOf } from './moment.ts'
export { Incidents } from './pages/incidents.tsx'
export { Movements } from './pages/movements.tsx'
export { Roll } from './pages/roll.tsx'
export { Urgency } from './pages/urgency.tsx'
export {
  type Attendee,
  ballotsIn,
  countedIn,
  everybodyIn,
  type Fault,
  isNoted,
  officerAt,
  presenceAt,
  representedIn,
  type Sitting,
  takePartIn,
  votersIn,
} from './presence.ts'
export { quorumAmong, quorumRule } from './quorum.ts'
export {
  enumerated,
  incidentSentence,
  movementSentence,
  proxySentence,
  quorumSentence,
  urgencySentence,
} from './said.ts'
export { UrgencyDeclared, UrgencyForm } from './schema.ts'
export { attendance, officersOf, sittingOf } from './sitting.ts'
export type { Presence } from './tables.ts'
export { eraseUrgency, noteVoices, tieUrgency, urgenciesOf } from './urgency.ts'

/** What happens while an organ sits: who is there, who presides, who comes and goes, what is urgent. */
export const sittings: Module = {
  name: 'sittings',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['deliberations', 'directory', 'dossiers', 'help', 'law', 'organs', 'trades', 'workflow'],
  pages,
  api,
  reactions: {
    // A point that leaves its agenda leaves there what was noted of it.
    'deliberations.item.withdraw': async (events) => {
      const ids = events.flatMap(({ subjectId }) => subjectId ?? [])
      await eraseCalled(ids)
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
    fill(laws, ...sittingsLaw),
    fill(sittingGuards, {
      decides: decisionObstacles,
      closes: closingObstacle,
      lifts: liftingObstacle,
    }),
    fill(meetingTabs, {
      name: 'attendance',
      label: 'sittings.tab',
      permission: permission('deliberations.read'),
    }),
  ],
}
