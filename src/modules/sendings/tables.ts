import type { Generated } from 'kysely'
import type { RichText } from '#kernel/richtext'

/** That a point goes on to another organ (envoi). */
export interface SendingTable {
  tenant_id: Generated<string>
  id: Generated<string>
  item_id: string
  destination_id: string
  title: string
  motivation: RichText
  decision: RichText
  privacy: 'public' | 'secret' | null
  urgent: boolean
  urgency: string
  wished_by: string
  wished_at: Generated<Temporal.Instant>
  copy_id: string | null
  sent_at: Temporal.Instant | null
  halted: Generated<string>
  dropped_at: Temporal.Instant | null
}

declare module '#kernel/db' {
  interface Tables {
    'sendings.sending': SendingTable
  }
}
