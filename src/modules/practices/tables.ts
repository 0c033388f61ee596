import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'practices.first_number': {
      tenant_id: Generated<string>
      meeting_id: string
      number: number
    }
  }
}
