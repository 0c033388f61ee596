import { signedIn } from '#kernel/access'
import { sql } from 'kysely'
import { fill, type Module } from '#kernel/module'
import { namesPersons } from '#commons/directory'
import { tracesOfErased } from '#commons/holdings'
import './locales/index.ts'
import { pages } from './pages.tsx'
import { forgetViews } from './view.ts'

export { ColumnsMenu } from './columns-menu.tsx'
export { checkViews } from './fitting.ts'
export { isShown, LapsedView, type ListView, listViews, ViewMenu } from './view-menu.tsx'

/** The filters of lists that people save under a name. */
export const views: Module = {
  name: 'views',
  floor: 'commons',
  nature: 'always',
  needs: ['directory', 'holdings'],
  permissions: { keep: signedIn },
  pages,
  fills: [
    fill(tracesOfErased, { says: 'views.erased', forget: forgetViews }),
    fill(
      namesPersons,
      {
        ...{ table: 'commons.saved_view', column: 'person_id', moves: true, label: 'views.title' },
        unless: sql<boolean>`mine.list = theirs.list and kernel.name_key(mine.name) = kernel.name_key(theirs.name)`,
      },
      { table: 'commons.kept_columns', column: 'person_id', moves: false },
    ),
  ],
}
