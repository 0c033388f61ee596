import { euros, formatDate, t } from '#kernel/i18n'
import { modulesOfHouse, tradeOf } from '#kernel/module'
import { exampleOf } from './act.ts'
import { appliersOf, folderOf } from './applied.ts'
import type { LegalRule, OrganKind, RuleValue } from './rule.ts'

/** What a kind of organ is called; without one, every organ. */
export const organInWords = (kind: OrganKind | null): string => t(`law.organ.${kind ?? 'any'}`)

/** What a rule says, in words. */
export function inWords(value: RuleValue): string {
  switch (value.kind) {
    case 'clear_days_before':
    case 'working_days_after':
      return t(`law.says.${value.kind}`, { days: value.days })
    case 'days_after':
      return t('law.says.days_after', { days: value.days, moved: value.moved })
    case 'months_after':
      return t('law.says.months_after', { months: value.months })
    case 'term_share': {
      const { numerator, denominator } = value
      return numerator === denominator
        ? t('law.says.term_end')
        : t('law.says.term_share', { numerator, denominator })
    }
    case 'majority':
      return t('law.says.majority', { tie: value.tie, after: value.afterTies ?? 1 })
    case 'quorum':
      return t('law.says.quorum', { waived: value.waivedFrom ?? 0 })
    case 'share_of_present': {
      const { numerator, denominator } = value
      return t('law.says.share_of_present', { numerator, denominator })
    }
    case 'called_member':
      return t('law.says.called_member', { from: organInWords(value.from) })
    case 'proxy':
      return t('law.says.proxy', { count: value.perHolder, counted: String(value.counted) })
    case 'replacement': {
      const by = value.by.map((one) => t(`law.replaced.${one}`))
      return t('law.says.replacement', { by: by.join(', ') })
    }
    case 'election':
      return t('law.says.election', { count: value.ballottage })
    case 'council_act':
      return t(`law.says.${value.act}`)
    case 'sitting':
      return t('law.says.sitting', { open: value.open ? 'yes' : 'no' })
    case 'closed_session':
      return t('law.says.closed_session', { last: value.last ? 'yes' : 'no' })
    case 'minutes':
      return t('law.says.minutes', {
        approved: value.approved,
        atOnce: value.atOnce ? 'yes' : 'no',
      })
    case 'recorded_votes':
      return t('law.says.recorded_votes', { names: value.names ? 'yes' : 'no' })
    case 'convoker':
      return t('law.says.convoker', { by: value.by })
    case 'explanatory_note':
      return t('law.says.explanatory_note')
    case 'amount':
      return t('law.says.amount', { amount: euros(value.cents) })
    case 'secret_ballot': {
      const matters = value.matters.map((matter) => t(`law.matter.${matter}`))
      return t('law.says.secret_ballot', { matters: matters.join(', ') })
    }
  }
}

/** The worked example of a rule, in words; empty where it has none. */
export function exampleInWords(rule: LegalRule): string {
  const example = exampleOf(rule)
  if (!example) return ''
  if ('of' in example) {
    const { of, gives } = example
    return t('law.example.delay', { of: spoken(of), gives: spoken(gives) })
  }
  if ('first' in example) {
    const { first, last, gives } = example
    const days = { first: spoken(first), last: spoken(last), gives: spoken(gives) }
    return t('law.example.term', days)
  }
  if ('yes' in example) {
    const { president = 'none', ...counts } = example
    return t('law.example.vote', { president, ...counts })
  }
  if ('represented' in example) return t('law.example.proxy', { ...example })
  return 'inOffice' in example
    ? t('law.example.quorum', { ...example })
    : t('law.example.share', { ...example })
}

const spoken = (day: string): string => formatDate(Temporal.PlainDate.from(day))

/** Who applies what a key rules, and how; nothing where it is only recorded. */
export function appliersInWords(key: string): string[] {
  return appliersOf(key).map((one) => {
    const by = modulesOfHouse().find(({ name }) => name === folderOf(one))
    const whole = by && modulesOfHouse().find(({ name }) => name === tradeOf(by))
    const trade = whole?.nature === 'trade' ? t(whole.title) : folderOf(one)
    return t('law.applied_by', { trade, does: t(one.does) })
  })
}
