import type { Child } from 'hono/jsx'
import type { Permission } from '#kernel/access'
import type { MessageKey } from '#kernel/i18n'
import type { Kind } from '#commons/dossiers'
import type { Workflow } from '#commons/workflow'
import type { Acts } from './acts.ts'
import type { ListFilter } from './list-filters.ts'
import type { ListedFields } from './listed.tsx'

/** A list of one kind of dossiers, as data. */
export interface RecordList {
  kind: Pick<Kind<object>, 'name' | 'table' | 'path' | 'withheldIn'>
  flow: Workflow
  /** All that it can tell of each, its fields first: `title` is its first column. */
  fields: ListedFields
  /** As saved views name it: `deliberations.items`. */
  list: string
  path: string
  /** Those that are shown after the title unless the person chose others. */
  columns: readonly string[]
  /** What it is ordered by unless told; `-` before it turns it round. */
  sort?: string
  /** Numbers and amounts that the line of totals adds up. */
  sums?: readonly string[]
  filters: readonly ListFilter[]
  /** What it shows besides, in the menu of its views: words and filters. */
  views: readonly { label: MessageKey; query: string }[]
  /** Steps that it takes for many at once, and who may take any. */
  acts?: { of: Acts; permission: Permission }
  words: {
    title: MessageKey
    list: MessageKey
    /** « 12 points », of `count`. */
    count: MessageKey
    none: MessageKey
    /** Where the house alone writes them, none. */
    write?: MessageKey
  }
  /** Where a new one is written, unless at `path`/new. */
  newAt?: string
  /** What one may do besides: buttons before the one that writes. */
  actions?: () => Child
  /** Stands below the title: the tabs of the trade. */
  tabs?: () => Child
}
