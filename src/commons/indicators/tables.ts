import type { Generated } from 'kysely'

interface Own {
  tenant_id: Generated<string>
}

interface IndicatorTable extends Own {
  id: Generated<string>
  dossier_id: string
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

declare module '#kernel/db' {
  interface Tables {
    'commons.indicator': IndicatorTable
    'commons.indicator_target': TargetTable
    'commons.measure': MeasureTable
  }
}
