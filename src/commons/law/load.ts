import { db } from '#kernel/db'
import { log } from '#kernel/log'
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
    'commons.law_rule': RuleTable
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
    .selectFrom('commons.law_rule')
    .selectAll()
    .orderBy('key')
    .orderBy('organ_kind')
    .orderBy('valid_from')
    .execute()
  const rules = rows.flatMap((row) => {
    const value = ruleValue.safeParse(row.value)
    // While a later release serves beside this one, its rules may be of kinds that nothing here asks for.
    if (!value.success) {
      log('warn', 'rule of law not read', { key: row.key })
      return []
    }
    const { key, article, organ_kind: organKind, verified, source, note } = row
    const [validFrom, validTo] = [row.valid_from, row.valid_to]
    return {
      key,
      article,
      organKind,
      value: value.data,
      validFrom,
      validTo,
      verified,
      source,
      note,
    }
  })
  kept = { rules, until: performance.now() + lifetime }
  return rules
}
