import type { Generated } from 'kysely'
import type { Assurance } from '#kernel/access'

interface Own {
  tenant_id: Generated<string>
}

interface CitizenTable extends Own {
  id: string
  first_name: string
  last_name: string
  email: string
  address: Generated<string>
  number_sealed: Generated<Buffer | null>
  number_index: Generated<Buffer | null>
  assurance: Generated<'none' | Assurance>
  identified_at: Generated<Temporal.Instant | null>
  opened_at: Generated<Temporal.Instant>
}

interface CitizenAskedTable extends Own {
  token_hash: Buffer
  email: string
  first_name: string
  last_name: string
  expires_at: Temporal.Instant
}

interface CitizenNoticeTable extends Own {
  id: Generated<string>
  citizen_id: string
  title: string
  href: string
  at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'commons.citizen': CitizenTable
    'commons.citizen_asked': CitizenAskedTable
    'commons.citizen_notice': CitizenNoticeTable
  }
}
