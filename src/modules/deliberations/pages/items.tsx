import { permission } from '#kernel/access'
import { TradeTabs } from '#kernel/pages'
import { byField, byMine, byState, formRoutes, listRoute, mineOrAll } from '#commons/records'
import { ImportButton, listPages } from '#commons/imports'
import { itemFields, items } from '../item.ts'
import { itemRecord } from '../rewrite.ts'
import { itemActs } from '../item-acts.ts'
import { itemLists } from '../item-lists.ts'
import { listedOfItems } from '../listed.ts'
import { itemWorkflow } from '../workflow.ts'
import { deliberationTabs } from './tabs.ts'
import { pages } from './routes.ts'

const path = '/deliberations/items'
const writes = permission('deliberations.item.write')

listRoute(
  pages,
  '/items',
  { reads: permission('deliberations.read'), writes },
  {
    kind: items,
    fields: listedOfItems,
    flow: itemWorkflow,
    list: 'deliberations.items',
    path,
    columns: ['meeting', 'service_id', 'author', 'category_id', 'changed_at', 'state'],
    filters: [
      byMine,
      byState(itemWorkflow),
      byField(itemFields, 'service_id', {
        name: 'service',
        before: 'deliberations.item.filter.of',
        any: 'deliberations.item.filter.all_services',
      }),
    ],
    views: mineOrAll,
    actions: () => <ImportButton of={itemLists} />,
    acts: { of: itemActs, permission: permission('deliberations.item.step') },
    words: {
      title: 'deliberations.title',
      list: 'deliberations.item.list',
      count: 'deliberations.item.count',
      none: 'deliberations.item.none',
      write: 'deliberations.item.write',
    },
    tabs: () => <TradeTabs of={deliberationTabs} current={path} />,
  },
)

listPages(pages, '/items', itemLists)

formRoutes(pages, '/items', itemRecord, {
  writes,
  edits: permission('deliberations.item.edit'),
  path,
  words: {
    write: 'deliberations.item.write',
    edit: 'deliberations.item.edit',
    saved: 'deliberations.item.saved',
    not_editable: 'deliberations.item.not_editable',
  },
})
