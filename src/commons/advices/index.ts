import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator } from '#commons/directory'
import { kinds } from '#commons/dossiers'
import { goesWith, processings, retained, retentions } from '#commons/holdings'
import { notification, notifications, noticeWords } from '#commons/notifications'
import { registerRoutes } from '#commons/registers'
import { dueReasons } from '#commons/tasks'
import { besideDossiers, workflows } from '#commons/workflow'
import { type Advice, adviceFields, advices, adviceWorkflow } from './advice.ts'
import { adviceApi } from './api.ts'
import './following.ts'
import { goWithDossiers } from './going.ts'
import './locales/index.ts'
import { advicePages } from './pages/advice.tsx'
import { Advices } from './pages/card.tsx'
import { adviceList } from './pages/list.tsx'
import { manyPages } from './pages/many.tsx'
import { manyApi } from './many-api.ts'
import { adviceDue, tellOfDays, told } from './reminding.ts'
import { typeRecord, typeWorkflow } from './type.ts'

export { advised, advisedKind } from './advised.ts'
export { type Asked, askOnMany, everyPair, weighAsking } from './many.ts'
export { type Advice, advices, statusOf } from './advice.ts'
export { adviceObstacles } from './obstacle.ts'
export { paragraphsOf } from './paragraph.ts'
export { giveTypes, typesOn } from './type.ts'

const { pages, api, fills } = registerRoutes(typeRecord, typeWorkflow, {
  what: 'kind of advice',
  columns: ['about', 'giver', 'nature', 'days', 'law'],
  kept: { keep: 'always', because: 'advices.type.kept', verified: false },
})
adviceList(pages)
advicePages(pages)
adviceApi(api)
manyPages(pages)
manyApi(api)

const advisers = ({ advisers: all }: Advice) => all

/** Advices that are asked on dossiers (avis): its README says how a trade has them asked on its own. */
export const advicesModule: Module = {
  name: 'advices',
  floor: 'commons',
  nature: 'always',
  needs: [
    'annexes',
    'calendar',
    'clock',
    'directory',
    'dossiers',
    'holdings',
    'notifications',
    'records',
    'registers',
    'tasks',
    'workflow',
  ],
  permissions: {
    read: signedIn,
    write: role(administrator),
    edit: role(administrator),
    step: role(administrator),
    give: signedIn,
  },
  pages,
  api,
  timers: [tellOfDays],
  fills: [
    ...fills,
    fill(kinds, advices),
    fill(workflows, adviceWorkflow),
    fill(besideDossiers, Advices),
    fill(dueReasons, adviceDue),
    fill(noticeWords, ...told),
    fill(
      notifications,
      notification(advices, ['start'], [advisers]),
      notification(
        advices,
        ['give', 'correct', 'prolong'],
        ['author', 'service:editor', 'service:head'],
      ),
    ),
    fill(
      retentions,
      retained(
        advices,
        adviceFields,
        { keep: 'with_dossier', because: 'advices.kept', verified: false },
        ['advices.held_personal'],
      ),
    ),
    fill(goesWith, goWithDossiers),
    fill(processings, {
      title: 'advices.processing',
      purpose: 'advices.processing.purpose',
      basis: 'public_task',
      law: 'advices.processing.law',
      persons: ['privacy.persons.staff', 'privacy.persons.named'],
      recipients: ['privacy.recipients.inside'],
      of: ['advices.advice'],
    }),
    fill(navigation, {
      section: 'together',
      label: 'advices.title',
      href: '/advices/advices?state=running&view=mine',
      icon: 'message-square',
      permission: permission('advices.read'),
      kinds: ['advices.advice'],
    }),
  ],
}
