import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'scheduling.wish': {
      tenant_id: Generated<string>
      item_id: string
      meeting_id: string
    }
  }
}
