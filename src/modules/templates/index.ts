import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { registerRoutes } from '#commons/registers'
import {
  beforeFreezing,
  deliberationTabs,
  meetingPieces,
  secretariat,
} from '#modules/deliberations'
import { Halted, Recurring } from './card.tsx'
import './locales/index.ts'
import { joinPlanned, putRecurring } from './recurring.ts'
import { BeginHere, templateApi, templatePages, TemplateTabs } from './routes.tsx'
import { seeds } from './seeds.ts'
import './tables.ts'
import { type Template, templateRecord, templateWorkflow } from './template.ts'

const { pages, api, fills } = registerRoutes(templateRecord, templateWorkflow, {
  what: 'template',
  columns: ['folder', 'service_id', 'organ_id', 'category_id', 'recurs'],
  kept: { keep: 'always', because: 'templates.point.kept', verified: false },
  tabs: TemplateTabs,
  beside: (template) => BeginHere({ template: template as Template }),
})
templatePages(pages)
templateApi(api)

/** Heads of service, for theirs; the secretariat. */
const keeps = (who: Parameters<typeof signedIn>[0]) =>
  role(secretariat)(who) || who.principals.some((one) => /^service:.*:head$/.test(one))
const writes = (who: Parameters<typeof signedIn>[0]) =>
  role(secretariat)(who) || who.principals.some((one) => /^service:.*:(editor|head)$/.test(one))

/** From what points begin (modèles de points), and which stand on agendas by themselves (points récurrents). */
export const templates: Module = {
  name: 'templates',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: [
    'advices',
    'annexes',
    'deliberations',
    'directory',
    'dossiers',
    'organs',
    'records',
    'registers',
    'vocabularies',
    'workflow',
  ],
  permissions: {
    read: signedIn,
    write: keeps,
    edit: keeps,
    step: keeps,
    begin: writes,
    recurring: role(secretariat),
  },
  pages,
  api,
  seeds,
  reactions: { 'deliberations.meeting.create': joinPlanned },
  fills: [
    ...fills,
    fill(beforeFreezing, (meeting) => putRecurring(meeting, 'freeze')),
    fill(meetingPieces, { first: Halted, side: Recurring }),
    fill(deliberationTabs.others, {
      label: 'templates.tab',
      href: '/templates',
      permission: permission('templates.begin'),
    }),
  ],
}
