import { permission, signedIn } from '#kernel/access'
import { fill, type Module } from '#kernel/module'
import { namesPersons } from '#commons/directory'
import { besideDossiers } from '#commons/workflow'
import { deliberationTabs } from '#modules/deliberations'
import { api } from './api.ts'
import { Circulation } from './card.tsx'
import { takeBackClosed } from './copy.ts'
import './locales/index.ts'
import { pages } from './pages.tsx'
import './tables.ts'

/** Points that are given to read, linked with others, marked by labels, and what a copy takes of its original. */
export const circulation: Module = {
  name: 'circulation',
  floor: 'modules',
  nature: 'part',
  of: 'deliberations',
  needs: ['annexes', 'deliberations', 'directory', 'dossiers', 'records', 'workflow'],
  permissions: { read: signedIn, act: signedIn },
  reactions: { 'deliberations.item.edit': takeBackClosed },
  pages,
  api,
  fills: [
    fill(besideDossiers, Circulation),
    fill(namesPersons, {
      ...{ table: 'circulation.label', column: 'person_id', moves: true },
      label: 'circulation.names',
    }),
    fill(deliberationTabs.others, {
      label: 'circulation.labels',
      href: '/circulation/labels',
      permission: permission('circulation.read'),
    }),
  ],
}
