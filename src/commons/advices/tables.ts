import type { Generated } from 'kysely'
import type { AdvisedText } from './advised.ts'
import type { AdviceValue } from './values.ts'

interface AdviceTable {
  tenant_id: Generated<string>
  id: string
  type_id: string
  subject_id: string
  inherited_from: string | null
}

interface AdviceVersionTable {
  tenant_id: Generated<string>
  advice_id: string
  number: number
  value: AdviceValue
  words: string
  given_on: Temporal.PlainDate
  given_by: string
  at: Generated<Temporal.Instant>
  snapshot: AdvisedText
}

declare module '#kernel/db' {
  interface Tables {
    'commons.advice': AdviceTable
    'commons.advice_version': AdviceVersionTable
  }
}
