import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { registerRoutes } from '#commons/registers'
import { besideDossiers } from '#commons/workflow'
import { continuedNumbers, secretariat } from '#modules/deliberations'
import { Numbers } from './card.tsx'
import { continuedIn, numberOn } from './counting.ts'
import './locales/index.ts'
import { practiceRecord, practiceWorkflow } from './practice.ts'
import { numberRoutes } from './routes.ts'
import { followPractices, veilItems, veilMeetings } from './veiling.ts'
import './tables.ts'

const { pages, api, fills, path } = registerRoutes(practiceRecord, practiceWorkflow, {
  what: 'practice',
  columns: ['organ_id', 'hides', 'goes_on'],
  kept: { keep: 'always', because: 'practices.practice.kept', verified: false },
})
numberRoutes(pages, api)

const keeps = role(administrator, secretariat)
const decided = ['accept', 'accept_modified', 'refuse', 'delay', 'remove', 'treat', 'reopen']
const opened = ['close', 'lift', 'reopen'].map((verb) => [
  `deliberations.meeting.${verb}`,
  veilMeetings,
])

/** How an organ does things (usages d’un organe): decisions hidden while they are written, numbers that go on. */
export const practicesModule: Module = {
  name: 'practices',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['deliberations', 'directory', 'dossiers', 'organs', 'records', 'registers', 'workflow'],
  permissions: {
    ...{ read: signedIn, write: keeps, edit: keeps, step: keeps },
    number: role(secretariat),
  },
  pages,
  api,
  reactions: {
    'deliberations.meeting.decide': numberOn,
    ...Object.fromEntries(
      ['create', 'edit', 'end', 'resume'].map((verb) => [
        `practices.practice.${verb}`,
        followPractices,
      ]),
    ),
    ...Object.fromEntries(opened),
    ...Object.fromEntries(decided.map((verb) => [`deliberations.item.${verb}`, veilItems])),
  },
  fills: [
    ...fills,
    fill(besideDossiers, Numbers),
    fill(continuedNumbers, continuedIn),
    fill(navigation, {
      section: 'administration',
      label: 'practices.title',
      settles: 'practices.settles',
      href: path,
      icon: 'list-ordered',
      permission: permission('practices.write'),
    }),
  ],
}
