import { expect, test } from 'vitest'
import {
  exampleOf,
  hasShape,
  laws,
  type LegalRule,
  legalRules,
  reckon,
  reckonTerm,
} from '#commons/law'
import { givenAuthority } from '#test/harness'
import { membersFor, quorum } from '../../sittings/test/verbs.ts'
import { outcome } from '../majority.ts'

const on = (day: string) => Temporal.PlainDate.from(day)

/** What the engine that reads a rule makes of its example; undefined where the example is of another shape. */
function made(rule: LegalRule): string | number | undefined {
  const example = exampleOf(rule)
  if (!example) return undefined
  if ('of' in example && hasShape(rule, 'delay'))
    return reckon(rule, on(example.of)).date.toString()
  if ('first' in example && hasShape(rule, 'term_share'))
    return reckonTerm(rule, on(example.first), on(example.last)).date.toString()
  if ('yes' in example && hasShape(rule, 'majority')) {
    const { yes, no, abstain, president } = example
    const ended = outcome({ yes, no, abstain, blank: 0, invalid: 0 }, rule.value, president)
    return ended.adopted ? 'adopted' : ended.reason
  }
  if ('inOffice' in example && hasShape(rule, 'quorum'))
    return quorum(example.inOffice, example.present, rule.value).met ? 'met' : 'missed'
  if (hasShape(rule, 'share_of_present') && 'present' in example)
    return membersFor(rule.value, example.present)
  return undefined
}

const counted = ['delay', 'term_share', 'majority', 'quorum', 'share_of_present'] as const

test('each rule by which something is reckoned or counted has a worked example, and its engine agrees', async () => {
  const authority = await givenAuthority()
  const rules = await authority.asSystem(legalRules)
  const known = new Set(laws.every().map(({ key }) => key))
  const reckoned = rules.filter(
    (rule) => known.has(rule.key) && counted.some((shape) => hasShape(rule, shape)),
  )
  expect(reckoned.length).toBeGreaterThan(70)
  for (const rule of reckoned) {
    const of = `${rule.key}, ${rule.organKind ?? 'all'}, from ${rule.validFrom.toString()}`
    const example = exampleOf(rule)
    expect(example, of).toBeDefined()
    expect(made(rule), of).toBe(example?.gives)
  }
})
