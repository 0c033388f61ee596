import { permission } from '#kernel/access'
import { listImport } from '#commons/registers'
import { close, closingFields } from './closing.ts'

/** Lists of closing days that are read in. */
export const closingLists = listImport(
  { kind: { name: 'calendar.closing' }, fields: closingFields, write: close },
  { writes: permission('calendar.keep'), path: '/calendar', list: 'calendar.title' },
)
