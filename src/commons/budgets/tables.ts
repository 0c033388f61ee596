import type { Generated } from 'kysely'

interface BudgetLineTable {
  tenant_id: Generated<string>
  id: Generated<string>
  dossier_id: string
  source_id: string
  year: number
  cents: number
  comment: string
}

declare module '#kernel/db' {
  interface Tables {
    'commons.budget_line': BudgetLineTable
  }
}
