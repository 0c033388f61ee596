import type { Generated } from 'kysely'

interface Own {
  tenant_id: Generated<string>
}

/** How surely it is known who somebody is (niveau de garantie), by eIDAS: `none` is what they said themself. */
export type Assurance = 'none' | 'low' | 'substantial' | 'high'

interface CitizenTable extends Own {
  id: string
  first_name: string
  last_name: string
  email: string
  number_sealed: Generated<Buffer | null>
  number_index: Generated<Buffer | null>
  assurance: Generated<Assurance>
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
