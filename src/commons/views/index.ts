import { signedIn } from '#kernel/access'
import type { Module } from '#kernel/module'
import './locales/index.ts'
import { pages } from './pages.tsx'

export { ColumnsMenu } from './columns-menu.tsx'
export { checkViews } from './fitting.ts'
export { isShown, type ListView, listViews, ViewTabs } from './view-tabs.tsx'

/** The filters of lists that people save under a name. */
export const views: Module = {
  name: 'views',
  floor: 'commons',
  nature: 'always',
  needs: ['directory'],
  permissions: { keep: signedIn },
  pages,
}
