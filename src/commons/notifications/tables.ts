import type { Generated } from 'kysely'
import type { Language } from '#kernel/i18n'

declare module '#kernel/db' {
  interface Tables {
    'commons.notice': {
      tenant_id: Generated<string>
      id: Generated<string>
      person_id: string
      dossier_id: string | null
      href: Generated<string | null>
      about: Generated<unknown>
      type: string
      actor_name: string
      said: Generated<string>
      at: Generated<Temporal.Instant>
      seen_at: Generated<Temporal.Instant | null>
      mail: Generated<'mail' | 'daily' | null>
    }
    'commons.notice_wish': {
      tenant_id: Generated<string>
      person_id: string
      type: string
      how: 'none' | 'mail' | 'daily'
    }
    'commons.notice_mail': {
      tenant_id: Generated<string>
      person_id: string
      language: Language
      origin: string
    }
  }
}
