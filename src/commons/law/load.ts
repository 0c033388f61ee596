import { db } from '#kernel/db'
import { type LegalRule, type OrganKind, ruleValue } from './rule.ts'

interface RuleTable {
  key: string
  article: string
  organ_kind: OrganKind | null
  value: unknown
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  verified: boolean
  source: string
  note: string
}

declare module '#kernel/db' {
  interface Tables {
    'commons.legal_rule': RuleTable
  }
}

/** How long rules are kept in memory, in milliseconds: what another process corrects counts within a minute. */
const lifetime = 60_000
let kept: { rules: LegalRule[]; until: number } | undefined

/** Reads the rules anew at the next question. */
export function forgetRules(): void {
  kept = undefined
}

/** All rules of law, as the table holds them. */
export async function legalRules(): Promise<LegalRule[]> {
  if (kept && kept.until > performance.now()) return kept.rules
  const rows = await db()
    .selectFrom('commons.legal_rule')
    .selectAll()
    .orderBy('key')
    .orderBy('organ_kind')
    .orderBy('valid_from')
    .execute()
  const rules = rows.map((row) => ({
    key: row.key,
    article: row.article,
    organKind: row.organ_kind,
    value: ruleValue.parse(row.value),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    verified: row.verified,
    source: row.source,
    note: row.note,
  }))
  kept = { rules, until: performance.now() + lifetime }
  return rules
}
