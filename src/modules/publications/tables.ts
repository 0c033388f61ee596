import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'publications.choice': {
      tenant_id: Generated<string>
      item_id: string
      withheld: string
      title: string
      annexes: string[]
      chosen_by: string
      chosen_at: Temporal.Instant
    }
    'publications.video': {
      tenant_id: Generated<string>
      meeting_id: string
      address: string
    }
    'publications.line': {
      tenant_id: Generated<string>
      meeting_id: string
      item_id: string
      stands: boolean
    }
    'publications.entry': {
      tenant_id: Generated<string>
      slug: string
    }
  }
}
