import type { Generated } from 'kysely'
import type { ItemColumns } from './item.ts'
import type { AgendaVersionLine } from './agenda-version.ts'
import type { MeetingColumns } from './meeting.ts'

interface Own {
  tenant_id: Generated<string>
}

declare module '#kernel/db' {
  interface Tables {
    'deliberations.meeting': Own & { id: string } & MeetingColumns
    'deliberations.agenda': Own & {
      meeting_id: string
      version: number
      made_at: Generated<Temporal.Instant>
      lines: AgendaVersionLine[]
    }
    'deliberations.item': Own & { id: string } & ItemColumns
  }
}
