import { today } from '#commons/clock'
import { applied, cite, type OrganKind, reckon } from '#commons/law'
import { organs } from '#commons/organs'
import { amountsOf, type Item } from '#modules/deliberations'

const normal = applied('finance_advice.normal', 'delay', 'opinions.applies.normal')
const urgent = applied('finance_advice.urgent', 'delay', 'opinions.applies.urgent')
const extended = applied('finance_advice.extended', 'delay', 'opinions.applies.extended')
const threshold = applied('finance_advice.threshold', 'amount', 'opinions.applies.threshold')

async function kindOf(organId: string): Promise<OrganKind | undefined> {
  return (await organs()).find(({ id }) => id === organId)?.kind
}

/** Points whose amount is above what the law leaves without an opinion of the financial director today (CDLD L1124-40). */
export async function aboveThreshold(
  some: readonly (Pick<Item, 'id'> & Partial<Pick<Item, 'amount' | 'organ_id'>>)[],
): Promise<ReadonlySet<string>> {
  const above = new Set<string>()
  const bare = some.flatMap(({ id, organ_id }) => (organ_id === undefined ? id : []))
  const asked = bare.length > 0 ? await amountsOf(bare) : []
  for (const { id, amount, organ_id } of [...some, ...asked]) {
    if (organ_id === undefined || amount === undefined || amount === null) continue
    const kind = await kindOf(organ_id)
    const rule = kind && (await threshold.on(kind, today()))
    if (rule && amount > rule.value.cents) above.add(id)
  }
  return above
}

/** By when the financial director gives an opinion asked on a day: 10 working days, 5 in urgency, 20 when prolonged. */
export async function financeDelay(
  { organ_id }: Item,
  from: Temporal.PlainDate,
  which: 'normal' | 'urgent' | 'extended',
) {
  const kind = await kindOf(organ_id)
  const rule = kind && (await ruleOf(kind, from, which))
  return rule && { reckoning: reckon(rule, from), cite: cite(rule) }
}

function ruleOf(
  kind: OrganKind,
  from: Temporal.PlainDate,
  which: 'normal' | 'urgent' | 'extended',
) {
  if (which === 'urgent') return urgent.on(kind, from)
  return which === 'extended' ? extended.on(kind, from) : normal.on(kind, from)
}
