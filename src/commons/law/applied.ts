import type { MessageKey } from '#kernel/i18n'
import { isOn } from '#kernel/module'
import type { LegalAct } from './act.ts'
import { legalRules } from './load.ts'
import {
  hasShape,
  type LegalRule,
  type OrganKind,
  ruleOn,
  type Shape,
  shapeOf,
  type Shapes,
} from './rule.ts'

/** What the code of a folder asks of the law. */
export interface AskedLaw {
  readonly key: string
  readonly shape: Shape
  /** What the code does by it; the first word of the message is the folder that applies it. */
  readonly does: MessageKey
}

/** The only way to a rule of law: it stands beside the code that applies it, and tells the house so. */
export interface AppliedLaw<S extends Shape> extends AskedLaw {
  /** The rule in force on a day for a kind of organ; undefined where the law, as known here, has none. */
  on(organ: OrganKind, day: Temporal.PlainDate): Promise<LegalRule<Shapes[S]> | undefined>
}

/** What the code of this house asks of the law. */
export const asked = new Set<AskedLaw>()

/**
 * Asks for a rule of law, where a file is loaded. The start refuses a key that nobody declares, and
 * one whose rules say something of another shape.
 */
export function applied<S extends Shape>(key: string, shape: S, does: MessageKey): AppliedLaw<S> {
  const law: AppliedLaw<S> = {
    key,
    shape,
    does,
    async on(organ, day) {
      const rule = ruleOn(await legalRules(), key, organ, day)
      return rule && hasShape(rule, shape) ? rule : undefined
    },
  }
  asked.add(law)
  return law
}

/** The folder that applies a law. */
export const folderOf = ({ does }: Pick<AskedLaw, 'does'>): string => does.split('.')[0] ?? ''

/** Who applies what a key rules for the current authority; nobody where it is only recorded. */
export const appliersOf = (key: string): AskedLaw[] =>
  [...asked]
    .filter((one) => one.key === key && isOn(folderOf(one)))
    .toSorted((a, b) => (a.does < b.does ? -1 : a.does > b.does ? 1 : 0))

/** What is asked for and not declared, or declared otherwise. */
export function wrongAsked(acts: readonly LegalAct[], all: Iterable<AskedLaw>): string[] {
  const declared = new Map(acts.map((act) => [act.key, act]))
  return [...all].flatMap((one) => {
    const act = declared.get(one.key)
    if (!act) return [`${folderOf(one)} applies the law ${one.key}, which nobody declares`]
    return act.rules.every(({ value }) => shapeOf(value) === one.shape)
      ? []
      : [`${folderOf(one)} applies the law ${one.key} as ${one.shape}, which it is not`]
  })
}
