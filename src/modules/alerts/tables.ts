import type { Generated } from 'kysely'

interface Own {
  tenant_id: Generated<string>
}

interface Said {
  words: string
  subject: string
  organ: string
  place: string
}

declare module '#kernel/db' {
  interface Tables {
    'alerts.subscriber': Own & {
      id: Generated<string>
      email: string
      language: string
      origin: string
      since: Generated<Temporal.Instant>
    }
    'alerts.follow': Own & Said & { id: Generated<string>; subscriber_id: string }
    'alerts.asked': Own &
      Said & {
        token_hash: Buffer
        email: string
        language: string
        origin: string
        asked_at: Generated<Temporal.Instant>
        subscriber_id: string | null
      }
    'alerts.told': Own & {
      subscriber_id: string
      slug: string
      stage: 'project' | 'decision'
      mail_id: string | null
      at: Generated<Temporal.Instant>
    }
  }
}
