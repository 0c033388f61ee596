import { processings, retentions } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { settings } from '#commons/settings'
import { keepings } from '#commons/trades'
import { countPublished, publishers } from '#commons/publication'
import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { retitleFiles } from './annexes/anew.ts'
import { openFiles } from './annexes/open.ts'
import { prepareFile } from './annexes/preparing.ts'
import { meetingCopies } from './agenda-copy.ts'
import { keepAuthority } from './authority.ts'
import { pointCopies } from './compose.ts'
import './locales/index.ts'
import { maskedLink } from './review/link.ts'
import { permissions } from './permissions.ts'
import { ruleRecord, ruleWorkflow } from './rule.ts'
import './tables.ts'

export { carryOver } from './carrying.ts'
export { isPutOff } from './leaving.ts'
export { followers, pointReactions } from './followers.ts'
export { agendasTelling, publicLine } from './lines.ts'
export { projectsDue, projectsDueOn } from './deadline.ts'
export { publicationPath } from './paths.ts'
export { whoPublishes } from './permissions.ts'
export { type Changed, changedAfter, type ChangedKey, lastChanged } from './changed.ts'
export { facets } from './find.ts'
export { meetingCopies, reasonOf } from './agenda-copy.ts'
export { choicesOf, choose, followFiles } from './choice.ts'
export { pointCopies, weigh, weighByLaw, type WeighedMeeting } from './compose.ts'
export { enter, leaveOut } from './entry.ts'
export { publishMeeting } from './publish.ts'
export { renewAgenda, type Withdrawn } from './renewing.ts'
export { type PublicRule, publicRuleOf, ruleRecord, rulesWith } from './rule.ts'
export { openCopyOf } from './slugs.ts'
export { offerPublication } from './offer.ts'
export {
  type Departing,
  type Held,
  meetingAgain,
  meetingNamed,
  meetingsAsked,
  type OpenMeeting,
  type OpenPoint,
  type Origin,
  originOf,
  origins,
  pointsNamed,
  type Told,
} from './origin.ts'
export { keepVideo } from './video.ts'
export { publicPoints } from './points.ts'
export { type Named, peopleShown, placesShown } from './named.ts'
export { fingerprint, inOffice, longest, readAll, type Reading } from './review/reading.ts'
export { masksOf } from './review/reviewing.ts'
export { type FoundWords } from './review/tables.ts'

const rules = registerRoutes(ruleRecord, ruleWorkflow, {
  what: 'publication rule',
  columns: ['organ_id', 'projects', 'decisions'],
  kept: { keep: 'always', because: 'publications.rule.kept', verified: false },
})

export {
  agendasIn,
  type KnownMeeting,
  knownMeetings,
  meetingsNaming,
  MeetingSearch,
  meetingWithin,
  meetingsPage,
  type PickedPoint,
  pickedPoints,
} from './agenda.ts'
export { type KnownAuthority, knownAuthorities } from './authority.ts'
export { findPoints, type FoundPoint, type FoundPoints, Search } from './find.ts'

/** What organs are to decide and what they decided, for everybody: chosen, published, withdrawn. */
export const publications: Module = {
  name: 'publications',
  floor: 'modules',
  nature: 'trade',
  title: 'publications.trade',
  brings: 'publications.brings',
  needs: [
    'annexes',
    'clock',
    'copies',
    'deliberations',
    'directory',
    'documents',
    'dossiers',
    'holdings',
    'law',
    'organs',
    'pseudonymisation',
    'publication',
    'records',
    'registers',
    'settings',
    'trades',
    'workflow',
  ],
  permissions,
  pages: rules.pages,
  ...(rules.api && { api: rules.api }),
  public: openFiles,
  tasks: [prepareFile, retitleFiles],
  reactions: { 'authority.facts.change': keepAuthority },
  fills: [
    ...rules.fills,
    fill(settings, { title: 'publications.trade', all: [maskedLink] }),
    fill(retentions, {
      of: { words: 'publications.held' },
      keep: 'always',
      because: 'publications.held.because',
      verified: false,
      personal: ['publications.held.personal'],
    }),
    fill(processings, {
      title: 'publications.held',
      purpose: 'publications.held.purpose',
      basis: 'legal_obligation',
      law: 'publications.held.law',
      persons: [
        'privacy.persons.citizens',
        'privacy.persons.elected',
        'privacy.persons.staff',
        'privacy.persons.named',
      ],
      recipients: ['privacy.recipients.inside'],
      of: ['publications.held'],
    }),
    fill(publishers, pointCopies, meetingCopies),
    fill(keepings, {
      trade: 'publications',
      kept: [{ count: () => countPublished(pointCopies), said: 'publications.kept.published' }],
      stops: 'publications.stops',
    }),
    fill(navigation, {
      section: 'administration',
      label: 'publications.rule.list',
      settles: 'publications.settles',
      href: rules.path,
      icon: 'eye',
      permission: permission('publications.write'),
    }),
  ],
}
