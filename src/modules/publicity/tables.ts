import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'publicity.told': {
      tenant_id: Generated<string>
      meeting_id: string
      due_on: Temporal.PlainDate
      stage: 'ahead' | 'day' | 'missed'
      told_at: Generated<Temporal.Instant>
    }
    'publicity.point': {
      tenant_id: Generated<string>
      meeting: string
      slug: string
      due_on: Temporal.PlainDate | null
      article: string | null
      project_at: Temporal.Instant | null
      decision_at: Temporal.Instant | null
    }
  }
}
