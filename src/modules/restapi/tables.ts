import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'restapi.identifier': {
      tenant_id: Generated<string>
      item_id: string
      identifier: string
      made_by: string
    }
  }
}
