import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'followups.task': {
      tenant_id: Generated<string>
      id: string
      item_id: string
      in_charge: string | null
      answer: Generated<string>
    }
  }
}
