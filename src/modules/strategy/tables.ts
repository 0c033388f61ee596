import type { Generated } from 'kysely'
import type { ElementColumns } from './element.ts'
import type { PlanColumns } from './plan.ts'

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

declare module '#kernel/db' {
  interface Tables {
    'strategy.plan': Own & { id: string } & PlanColumns
    'strategy.element': Own & { id: string } & ElementColumns
    'strategy.placement': PlacementTable
    'strategy.responsibility': ResponsibilityTable
  }
}
