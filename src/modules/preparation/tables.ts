import type { Generated } from 'kysely'
import type { RichText } from '#kernel/richtext'
import type { CycleName, StepVerb } from './cycle.ts'

interface TakingTable {
  tenant_id: Generated<string>
  item_id: string
  stage: string
  person_id: string
  taken_at: Generated<Temporal.Instant>
}

interface StepTable {
  tenant_id: Generated<string>
  id: Generated<string>
  item_id: string
  cycle: CycleName
  verb: StepVerb
  state: string
  comment: string
  by_actor: string | null
  by_name: string
  at: Generated<Temporal.Instant>
}

interface NoteTable {
  tenant_id: Generated<string>
  item_id: string
  words: string
  by_name: string
  at: Generated<Temporal.Instant>
}

interface ExplanationTable {
  tenant_id: Generated<string>
  item_id: string
  words: RichText
  /** The words as they are found with their point. */
  plain: string
  by_name: string
  at: Generated<Temporal.Instant>
}

interface ExplanationVersionTable {
  tenant_id: Generated<string>
  id: Generated<string>
  item_id: string
  /** Empty: it was taken away. */
  words: RichText
  by_name: string
  at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'preparation.taking': TakingTable
    'preparation.note': NoteTable
    'preparation.explanation': ExplanationTable
    'preparation.explanation_version': ExplanationVersionTable
    'preparation.step': StepTable
  }
}
