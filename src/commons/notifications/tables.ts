import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'commons.notice': {
      tenant_id: Generated<string>
      id: Generated<string>
      person_id: string
      dossier_id: string
      type: string
      actor_name: string
      said: Generated<string>
      at: Generated<Temporal.Instant>
      seen_at: Generated<Temporal.Instant | null>
    }
    'commons.notice_unwanted': {
      tenant_id: Generated<string>
      person_id: string
      type: string
    }
  }
}
