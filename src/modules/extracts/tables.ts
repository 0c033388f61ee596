import type { Generated } from 'kysely'
import type { ExtractColumns } from './extract.ts'

declare module '#kernel/db' {
  interface Tables {
    'extracts.extract': { tenant_id: Generated<string>; id: string } & ExtractColumns
    'extracts.signatory': {
      tenant_id: Generated<string>
      id: Generated<string>
      organ_id: string
      service_id: string | null
      office: 'keeps' | 'presides'
      person_id: string
      title: string
      mention: string
      valid_from: Temporal.PlainDate | null
      valid_to: Temporal.PlainDate | null
      ended_at: Generated<Temporal.Instant | null>
    }
  }
}
