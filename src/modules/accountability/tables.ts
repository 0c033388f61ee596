import type { Generated } from 'kysely'
import type { RichText } from '#kernel/richtext'
import type { PlanContent } from './content.ts'

interface Own {
  tenant_id: Generated<string>
}

/** Why a plan is frozen: CDLD L1123-27, § 2. */
export const purposes = ['presentation', 'update', 'midterm', 'final'] as const
export type Purpose = (typeof purposes)[number]

interface VersionTable extends Own {
  id: Generated<string>
  plan_id: string
  purpose: Purpose
  report: RichText
  content: PlanContent
  hash: string
  frozen_on: Temporal.PlainDate
  frozen_at: Generated<Temporal.Instant>
  frozen_by: string
}

interface SubmissionTable extends Own {
  version_id: string
  item_id: string
}

declare module '#kernel/db' {
  interface Tables {
    'accountability.version': VersionTable
    'accountability.submission': SubmissionTable
  }
}
