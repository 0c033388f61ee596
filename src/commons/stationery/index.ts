import { permission, role, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { navigation } from '#kernel/pages'
import { administrator, agent, roles } from '#commons/directory'
import { templates } from '#commons/documents'
import { goesWith } from '#commons/holdings'
import { registerRoutes } from '#commons/registers'
import { besideDossiers } from '#commons/workflow'
import { db } from '#kernel/db'
import { templateApi } from './api.ts'
import { MadeAfterTemplates } from './beside.tsx'
import './locales/index.ts'
import { makingPages } from './making.tsx'
import { templatePages } from './pages.tsx'
import { ownTemplate } from './paper.ts'
import { TemplateSide } from './side.tsx'
import { templateRecord } from './template.ts'
import { templateKeeper, templateWorkflow } from './workflow.ts'

export { writeInUse } from './template.ts'

const { pages, api, fills } = registerRoutes(templateRecord, templateWorkflow, {
  what: 'template',
  columns: ['about'],
  kept: { keep: 'always', because: 'stationery.kept', verified: false },
  sort: 'title',
  beside: TemplateSide,
  unprinted: true,
})
makingPages(pages)
templatePages(pages)
templateApi(api)

const keepers = role(templateKeeper, administrator)

/** The authority's own templates of documents: texts with names in them, tried on a dossier, kept in their versions. */
export const stationery: Module = {
  name: 'stationery',
  floor: 'commons',
  nature: 'always',
  needs: [
    'clock',
    'directory',
    'documents',
    'dossiers',
    'holdings',
    'records',
    'registers',
    'workflow',
  ],
  permissions: {
    read: role(agent, administrator),
    make: signedIn,
    write: keepers,
    edit: keepers,
    step: keepers,
  },
  pages,
  api,
  fills: [
    ...fills,
    fill(roles, templateKeeper),
    fill(templates, ownTemplate),
    fill(besideDossiers, MadeAfterTemplates),
    fill(goesWith, (ids) =>
      db()
        .deleteFrom('commons.template_version')
        .where('template_id', 'in', [...ids])
        .execute(),
    ),
    fill(navigation, {
      ...{ section: 'administration', label: 'stationery.title', href: '/stationery/templates' },
      ...{ icon: 'file-text', permission: permission('stationery.write') },
      settles: 'stationery.settles',
    }),
  ],
}
