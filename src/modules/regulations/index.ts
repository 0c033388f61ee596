import { permission } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { publicLinks } from '#kernel/pages'
import { whenInfected } from '#commons/annexes'
import { templates } from '#commons/documents'
import { processings, retentions } from '#commons/holdings'
import { laws } from '#commons/law'
import { noticeWords, notification, notifications } from '#commons/notifications'
import { countPublished, publishers } from '#commons/publication'
import { actsOf, byField } from '#commons/records'
import { registerRoutes } from '#commons/registers'
import { groups } from '#commons/tasks'
import { keepings } from '#commons/trades'
import { vocabularies } from '#commons/vocabularies'
import { besideDossiers } from '#commons/workflow'
import { postingCopies } from './copies.ts'
import { matters, postingFields, types } from './fields.ts'
import { regulationFigures } from './figures.ts'
import { goAside, goAway, goPublic } from './follow.ts'
import { publicationLaw } from './law/publication.ts'
import './locales/index.ts'
import { FromPoint, Standing } from './pages/card.tsx'
import { addOwnRoutes } from './pages/routes.ts'
import { askToLook, lookInto } from './pdf.ts'
import { permissions } from './permissions.ts'
import { poster } from './poster.ts'
import { postingRecord, postings } from './posting.ts'
import { prepareProof, stampCopy } from './proof.ts'
import { provision } from './provision.ts'
import { latestTexts } from './public/latest.ts'
import { open } from './public/routes.tsx'
import { heldBackWords, holdBack } from './quarantine.ts'
import { seeds } from './seeds.ts'
import './tables.ts'
import { notices, ticking } from './tick.ts'
import { postingWorkflow, publishing } from './workflow.ts'

const { pages, api, fills } = registerRoutes(postingRecord, postingWorkflow, {
  what: 'posting',
  columns: ['nature', 'type_id', 'body', 'publish_on', 'expires_on'],
  kept: { keep: 'always', because: 'regulations.kept', verified: false },
  sort: '-publish_on',
  filters: [
    byField(postingFields, 'nature', { any: 'regulations.any_nature' }),
    byField(postingFields, 'type_id', { any: 'regulations.any_type' }),
  ],
  acts: actsOf(postings, postingWorkflow, [
    { verb: 'propose', permission: permission('regulations.step') },
  ]),
  beside: Standing,
  rail: { group: groups.decide, icon: 'scale' },
})
addOwnRoutes(pages, api)

/** What an authority publishes as the law asks (publication des règlements, affichage électronique): its README says how. */
export const regulations: Module = {
  name: 'regulations',
  floor: 'modules',
  nature: 'trade',
  title: 'regulations.title',
  brings: 'regulations.brings',
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
    'notifications',
    'organs',
    'pseudonymisation',
    'publication',
    'publications',
    'records',
    'registers',
    'tasks',
    'trades',
    'vocabularies',
    'workflow',
  ],
  permissions,
  pages,
  api,
  public: open,
  tasks: [prepareProof, stampCopy, lookInto],
  timers: [ticking],
  reactions: {
    'regulations.posting.add_annex': (events) =>
      askToLook(events.flatMap(({ subjectId }) => subjectId ?? [])),
    'regulations.posting.post': goPublic,
    'regulations.posting.unpublish': goAway,
    'regulations.posting.archive': goAside,
    'regulations.posting.restore': goAside,
  },
  figures: regulationFigures,
  provision,
  seeds,
  fills: [
    ...fills,
    fill(laws, ...publicationLaw),
    fill(publishers, postingCopies),
    fill(templates, poster),
    fill(vocabularies, types, matters),
    fill(noticeWords, ...notices, heldBackWords),
    fill(whenInfected, holdBack),
    fill(notifications, notification(postings, ['propose'], publishing)),
    fill(notifications, notification(postings, ['post', 'send_back'], ['author'])),
    fill(besideDossiers, FromPoint),
    fill(retentions, {
      of: { words: 'regulations.held' },
      keep: 'with_dossier',
      because: 'regulations.held.because',
      verified: false,
      personal: ['regulations.held.personal'],
    }),
    fill(processings, {
      title: 'regulations.held',
      purpose: 'regulations.held.purpose',
      basis: 'legal_obligation',
      law: 'regulations.held.law',
      persons: ['privacy.persons.citizens', 'privacy.persons.staff', 'privacy.persons.named'],
      recipients: ['privacy.recipients.inside'],
      of: ['regulations.held'],
    }),
    fill(keepings, {
      trade: 'regulations',
      kept: [{ count: () => countPublished(postingCopies), said: 'regulations.kept.published' }],
      stops: 'regulations.stops',
    }),
    fill(publicLinks, {
      label: 'regulations.public.title',
      href: '/regulations',
      published: latestTexts,
    }),
  ],
}
