import type { Generated } from 'kysely'
import type { ElementColumns } from './element.ts'
import type { PlanColumns } from './plan.ts'
import type { PlanContent } from './content.ts'

interface Own {
  tenant_id: Generated<string>
}

interface PlacementTable extends Own {
  child_id: string
  parent_id: string
  plan_id: string
  position: number
  /** Hundredths of a per cent. */
  weight: number
}

/** What somebody is to an element. */
export const parts = ['manager', 'mandatary', 'administrator', 'bearer', 'concerned'] as const
export type Part = (typeof parts)[number]

interface ResponsibilityTable extends Own {
  id: Generated<string>
  element_id: string
  part: Part
  service_id: string | null
  person_id: string | null
  civility: Generated<'' | 'mr' | 'mrs'>
  first_name: Generated<string>
  last_name: Generated<string>
  phone: Generated<string>
  email: Generated<string>
}

interface BudgetLineTable extends Own {
  id: Generated<string>
  element_id: string
  source_id: string
  year: number
  cents: number
  comment: string
}

interface ArticleTable extends Own {
  id: Generated<string>
  element_id: string
  exercise: number
  service: 'O' | 'E'
  type: 'R' | 'D'
  code: string
  label: string
  cents: number
}

interface ProjectionTable extends Own {
  id: Generated<string>
  element_id: string
  service: 'O' | 'E'
  type: 'R' | 'D'
  economic_group: string
  label: string
  amounts: { exercise: number; cents: number }[]
}

interface IndicatorTable extends Own {
  id: Generated<string>
  element_id: string
  label: string
  unit: string
  source: string
  direction: 'up' | 'down'
  baseline: number | null
}

interface TargetTable extends Own {
  indicator_id: string
  year: number
  value: number
}

interface MeasureTable extends Own {
  indicator_id: string
  measured_on: Temporal.PlainDate
  value: number
  note: string
  noted_by: string
}

/** Why a plan is frozen: CDLD L1123-27, § 2. */
export const purposes = ['presentation', 'update', 'midterm', 'final'] as const
export type Purpose = (typeof purposes)[number]

interface VersionTable extends Own {
  id: Generated<string>
  plan_id: string
  purpose: Purpose
  report: string
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
    'strategy.plan': Own & { id: string } & PlanColumns
    'strategy.element': Own & { id: string } & ElementColumns
    'strategy.placement': PlacementTable
    'strategy.responsibility': ResponsibilityTable
    'strategy.budget_line': BudgetLineTable
    'strategy.article': ArticleTable
    'strategy.projection': ProjectionTable
    'strategy.indicator': IndicatorTable
    'strategy.target': TargetTable
    'strategy.measure': MeasureTable
    'strategy.version': VersionTable
    'strategy.submission': SubmissionTable
  }
}
