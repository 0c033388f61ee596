import type { Generated } from 'kysely'
import type { Level } from './scheme.ts'

/** The levels of validation of an organ, where it has others than those that every organ begins with. */
interface SchemeTable {
  tenant_id: Generated<string>
  organ_id: string
  levels: readonly Level[]
  shortcuts: boolean
}

declare module '#kernel/db' {
  interface Tables {
    'validation.scheme': SchemeTable
  }
}
