import type { Generated } from 'kysely'

/** That a recurring point stands on an agenda, or why it does not. */
interface PlacedTable {
  tenant_id: Generated<string>
  meeting_id: string
  template_id: string
  item_id: string | null
  halted: Generated<string>
}

declare module '#kernel/db' {
  interface Tables {
    'templates.placed': PlacedTable
  }
}
