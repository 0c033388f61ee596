import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { type LegalRule, type OrganKind, type RuleValue, ruleValue } from './rule.ts'

/**
 * What a rule comes to in one case, worked out by hand from its text: the engine that reads the rule is held to it, and pages
 * show it. Days as `2026-06-25`.
 */
export type WorkedExample =
  /** A delay from or before a day. */
  | { readonly of: string; readonly gives: string }
  /** A moment in a term of office. */
  | { readonly first: string; readonly last: string; readonly gives: string }
  | { readonly inOffice: number; readonly present: number; readonly gives: 'met' | 'missed' }
  | { readonly present: number; readonly gives: number }
  /** Members of whom some are represented: how many count for the quorum. */
  | { readonly there: number; readonly represented: number; readonly gives: number }
  /** A vote; `president`: their own, where it weighs more at a tie. */
  | {
      readonly yes: number
      readonly no: number
      readonly abstain: number
      readonly president?: 'yes' | 'no'
      readonly gives: 'adopted' | 'minority' | 'tie' | 'tie_postponed'
    }

/** A rule as a trade declares it: what an article says for a kind of organ, from one day to another. */
export type DeclaredRule = {
  /** Null: for every organ that has no rule of its own. */
  readonly organ: OrganKind | null
  /** As a person cites it: « CDLD L1122-13, § 1er ». */
  readonly article: string
  readonly value: RuleValue
  /** The first day on which it holds (2025-07-01). */
  readonly from: string
  /** The first day on which it no longer does. */
  readonly to?: string
  /** Where it was read: « M.B. du 15 juillet 2022 ». */
  readonly source: string
  /** Of a rule by which something is reckoned or counted. */
  readonly example?: WorkedExample
} & (
  | { readonly verified: true; readonly note?: string }
  /** Nobody read it in the consolidated text: the note says what is doubtful. */
  | { readonly verified: false; readonly note: string }
)

/** What is ruled (objet d’une règle), with its rules by organ and date: declared in the folder of the trade. */
export interface LegalAct {
  /** `council.convocation`: rows keep it, so that it never changes. */
  readonly key: string
  /** « Convocation d’un organe ». */
  readonly name: MessageKey
  /** What a delay is for, as a genitive: « de l’envoi ». */
  readonly deed?: MessageKey
  readonly rules: readonly DeclaredRule[]
}

/** The law that this house knows, put there by the trades. */
export const laws = slot<LegalAct>('laws')

/** The worked example of a rule, where it has one. */
export const exampleOf = ({
  key,
  organKind,
  validFrom,
}: Pick<LegalRule, 'key' | 'organKind' | 'validFrom'>): WorkedExample | undefined =>
  actOf(key)?.rules.find(({ organ, from }) => organ === organKind && from === validFrom.toString())
    ?.example

/** What a key rules, where a folder of this house declares it. */
export const actOf = (key: string): LegalAct | undefined =>
  laws.every().find((one) => one.key === key)

/** What is wrong with the law that trades declare: doubles, periods that end before they begin, values. */
export function wrongActs(acts: readonly LegalAct[]): string[] {
  const keys = acts.map(({ key }) => key)
  const doubles = keys.filter((key, at) => keys.indexOf(key) !== at)
  return [
    ...doubles.map((key) => `The law ${key} is declared twice`),
    ...acts.flatMap(({ key, rules }) =>
      wrongRules(rules).map((wrong) => `The law ${key} ${wrong}`),
    ),
  ]
}

function wrongRules(rules: readonly DeclaredRule[]): string[] {
  const seen = new Set<string>()
  return rules.flatMap(({ organ, from, to, value, verified, note }) => {
    const wrong: string[] = []
    const of = `for ${organ ?? 'every organ'} from ${from}`
    if (seen.has(of)) wrong.push(`says two things ${of}`)
    seen.add(of)
    if (to !== undefined && to <= from) wrong.push(`ends before it begins, ${of}`)
    if (!ruleValue.safeParse(value).success) wrong.push(`says what no engine knows, ${of}`)
    if (!verified && !note) wrong.push(`is not verified and does not say why, ${of}`)
    return wrong
  })
}
