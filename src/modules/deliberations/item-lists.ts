import { permission } from '#kernel/access'
import { listImport } from '#commons/registers'
import { itemRecord } from './rewrite.ts'

/** Lists of points that are read in. */
export const itemLists = listImport(itemRecord, {
  writes: permission('deliberations.item.write'),
  path: '/deliberations/items',
  list: 'deliberations.item.list',
})
