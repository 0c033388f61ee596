import type { Generated } from 'kysely'

export const actKinds = ['convocation', 'again', 'supplement', 'change', 'cancellation'] as const
/** What is sent: the convocation; the same to others or again; a completed agenda; another day; that it is called off. */
export type ActKind = (typeof actKinds)[number]

export const ways = ['email', 'paper', 'bearer'] as const
/** By e-mail, on paper at home, by bearer. */
export type Way = (typeof ways)[number]

/** What became of it: `received` was noted by hand, the others are said by the outbox. */
export type NoticeState = 'waiting' | 'sent' | 'refused' | 'kept' | 'returned' | 'received'

interface Own {
  tenant_id: Generated<string>
  id: Generated<string>
}

declare module '#kernel/db' {
  interface Tables {
    'convocations.act': Own & {
      meeting_id: string
      kind: ActKind
      at: Generated<Temporal.Instant>
      by_name: string
      starts_at: Temporal.Instant
      place: string
      rank: number
      agenda_version: number | null
      urgency: string
      quote: string
      article: string
      last_day: Temporal.PlainDate | null
      subject: string
      body: string
      hash: string
    }
    'convocations.notice': Own & {
      act_id: string
      seat_id: string
      member: string
      way: Way
      address: string
      mail_id: string | null
      state: NoticeState
      sent_on: Temporal.PlainDate
      received_on: Temporal.PlainDate | null
      noted_by: Generated<string>
    }
  }
}
