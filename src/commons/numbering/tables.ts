import type { Generated } from 'kysely'
import type { Restart } from './series.ts'

declare module '#kernel/db' {
  interface Tables {
    'commons.series_rule': {
      tenant_id: Generated<string>
      id: Generated<string>
      series: string
      pattern: string
      restarts: Restart
      decided_by: string
      decided_at: Generated<Temporal.Instant>
    }
    'commons.series_counter': {
      tenant_id: Generated<string>
      series: string
      scope: string
      year: number
      last: number
    }
    'commons.series_number': {
      tenant_id: Generated<string>
      series: string
      scope: string
      year: number
      number: number
      reference: string
      given_at: Generated<Temporal.Instant>
    }
  }
}
