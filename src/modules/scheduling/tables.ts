import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'scheduling.wish': {
      tenant_id: Generated<string>
      item_id: string
      meeting_id: string
    }
    'scheduling.briefing': {
      tenant_id: Generated<string>
      meeting_id: string
      starts_at: Temporal.Instant
      place: string
    }
  }
}
