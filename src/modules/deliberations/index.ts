import { fictionalPeople, principalNames, principalSources, roles } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { laws } from '#commons/law'
import { organNames, organPrincipals, organUses } from '#commons/organs'
import { processings, retained, retentions } from '#commons/holdings'
import { importedLists } from '#commons/imports'
import { allSeries } from '#commons/numbering'
import { settings } from '#commons/settings'
import { groups } from '#commons/tasks'
import { vocabularies } from '#commons/vocabularies'
import { offeredSteps, workflows } from '#commons/workflow'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { categories, classifiers, committees } from './category.ts'
import { itemLists } from './item-lists.ts'
import { itemSteps } from './item-steps.ts'
import { namesParties } from '#commons/parties'
import { itemFields, items } from './item.ts'
import { deliberationLaw } from './law/index.ts'
import './locales/index.ts'
import { deliberationTabs } from './pages/tabs.ts'
import { itemNumbers, meetingNumbers, meetings } from './meeting.ts'
import { usesOfOrgans } from './organ-uses.ts'
import { api } from './api/index.ts'
import { pages } from './pages/index.ts'
import { permissions } from './permissions.ts'
import { provision } from './provision.ts'
import { fictionalSecretary, secretariat } from './role.ts'
import { collegeDay, usualPlace } from './settings.ts'
import { itemWorkflow, meetingWorkflow } from './workflow.ts'

export { wordsBeside } from './words-beside.ts'
export { type AgendaVersion, keepVersion, versionAt, versionNumbered } from './agenda-version.ts'
export {
  announcers,
  beforeFreezing,
  type Change,
  openingGuards,
  veiledPoints,
} from './around-meeting.ts'
export { keptPoints, recordGuards, recordObstacle } from './around-meeting.ts'
export { type Begun, type Copied, copyMany } from './copying.ts'
export { convocation, convocationRule, delayRule } from './convoking.ts'
export {
  agendaEntries,
  type AgendaLine,
  agendaOf,
  availableItems,
  goingOn,
  knownTo,
  partsOf,
  type Point,
  pointsOf,
  presentedIds,
  presentedTo,
  seenOn,
} from './agenda.ts'
export { ItemAnswer, MeetingAnswer, meetingAnswer } from './api/answers.ts'
export { categories, classifiers } from './category.ts'
export {
  type Item,
  itemFields,
  itemPath,
  items,
  lawfulPrivacy,
  mayEdit,
  writeItem,
  writeValidated,
  WrittenItem,
} from './item.ts'
export {
  allItems,
  continuedIn,
  continuedNumbers,
  type Meeting,
  dayOf,
  hasOpened,
  isOver,
  meetingPath,
  meetings,
  organKind,
  itemReference,
} from './meeting.ts'
export { meetingsAhead, meetingsBetween, timesOf } from './coming.ts'
export {
  atNoLevel,
  type Leading,
  type LevelColumns,
  type Levelled,
  type Levelling,
  levelling,
} from './levels.ts'
export { repetitionOf, successorsOf } from './followed.ts'
export {
  inscribe,
  meetingOf,
  presentMany,
  reorderAgenda,
  withdraw,
  place,
  renumber,
} from './order.ts'
export {
  type Deed,
  kindKeepers,
  outcomes,
  type RecordedOutcome,
  sittingGuards,
  sittingObstacles,
} from './outcome.ts'
export { ItemText } from './pages/item-text.tsx'
export { meetingPieces } from './pages/meeting-pieces.ts'
export { sittingPieces } from './pages/sitting-pieces.ts'
export { deliberationTabs } from './pages/tabs.ts'
export { MeetingHead, meetingTabs } from './pages/meeting-head.tsx'
export { actSentences, presentingGuards, sentencesOf } from './presenting.ts'
export { stepMeeting } from './meeting-steps.ts'
export { meetsAt, nextMeeting, planMeeting, rearrange, standingTime } from './planning.ts'
export { usualPlace } from './settings.ts'
export { meetingYears } from './schema.ts'
export { secretariat } from './role.ts'
export { hasAct, unvoted, wordsNeeded } from './purpose.ts'
export { matters, secretArticle } from './secret.ts'
export { type SittingRule, sittingRule } from './sitting-rule.ts'
export { rewrite } from './rewrite.ts'
export {
  amountsOf,
  comingMeeting,
  proposedMeetings,
  openMeetings,
  type Standing,
  standingOf,
  hasMeetings,
  waitingFor,
  wholeChain,
} from './queries.ts'
export { hiddenAmong, veiledOnPaper } from './veil.ts'
export { veilAgain } from './veiling.ts'
export { type Decision, decidedStates, decisions, itemWorkflow } from './workflow.ts'

/** The registers of what organs decided are never eliminated. */
const kept = { keep: 'always', because: 'deliberations.retention', verified: false } as const

/** Decisions of organs: points, agendas, meetings; what happens in a sitting is told by `sittings`. */
export const deliberations: Module = {
  name: 'deliberations',
  floor: 'modules',
  nature: 'trade',
  title: 'deliberations.title',
  brings: 'deliberations.brings',
  needs: [
    'annexes',
    'clock',
    'numbering',
    'ordering',
    'directory',
    'dossiers',
    'holdings',
    'imports',
    'law',
    'numbering',
    'organs',
    'parties',
    'places',
    'pseudonymisation',
    'records',
    'registers',
    'settings',
    'tasks',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  provision,
  fills: [
    fill(roles, secretariat),
    fill(fictionalPeople, fictionalSecretary),
    fill(laws, ...deliberationLaw),
    fill(processings, {
      title: 'deliberations.processing',
      purpose: 'deliberations.processing.purpose',
      basis: 'legal_obligation',
      law: 'deliberations.processing.law',
      persons: ['privacy.persons.elected', 'privacy.persons.staff', 'privacy.persons.named'],
      recipients: [
        'privacy.recipients.inside',
        'privacy.recipients.public',
        'privacy.recipients.oversight',
      ],
      of: ['deliberations.item', 'deliberations.meeting'],
    }),
    fill(kinds, items, meetings),
    fill(importedLists, itemLists),
    fill(namesParties, { table: items.table, column: 'concerned' }),
    fill(workflows, itemWorkflow, meetingWorkflow),
    fill(offeredSteps, itemSteps),
    // Who sits bears it where there are deliberations.
    fill(principalSources, organPrincipals),
    fill(principalNames, organNames),
    fill(organUses, ...usesOfOrgans),
    fill(vocabularies, categories, classifiers, committees),
    fill(
      retentions,
      retained(items, itemFields, kept, [
        'deliberations.held.words',
        'deliberations.held.votes',
        'deliberations.held.author',
      ]),
      retained(meetings, {}, kept, ['deliberations.held.attendance']),
    ),
    fill(allSeries, meetingNumbers, itemNumbers),
    fill(settings, { title: 'deliberations.title', all: [usualPlace, collegeDay] }),
    fill(navigation, {
      section: 'trades',
      group: groups.decide,
      label: 'deliberations.title',
      href: '/deliberations',
      icon: 'gavel',
      permission: permission('deliberations.read'),
      kinds: ['deliberations.item', 'deliberations.meeting'],
      tabs: deliberationTabs,
    }),
  ],
}
