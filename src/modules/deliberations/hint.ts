import { type MessageKey, t } from '#kernel/i18n'
import { today } from '#commons/clock'
import type { OrganKind } from '#commons/law'
import { organs } from '#commons/organs'
import { tellingOf } from '#commons/pseudonymisation'
import { type Matter, secretArticle } from './secret.ts'
import { type SittingRule, sittingRule } from './sitting-rule.ts'

/** Something to look at before an agenda is fixed; it stands in the way of nothing. */
export interface Hint {
  /** The field where it is mended. */
  readonly field: 'matter' | 'privacy' | 'decision'
  readonly key: MessageKey
  readonly params: Record<string, string>
}

/** What of a point is looked at. */
export interface Hinted {
  readonly title: string
  readonly organ_id: string
  readonly matter: Matter
  readonly privacy: 'public' | 'secret'
}

/**
 * What the title or the nature of a point lets one expect, and that it does not say: a matter that is voted in secret
 * (CDLD L1122-27), a question of persons in public (L1122-21).
 */
export async function hintsOf(some: readonly Hinted[], day = today()): Promise<Hint[][]> {
  const known = await organs()
  // Asked once for each kind of organ: the points of an agenda are all of one.
  const rules = new Map<OrganKind, Promise<SittingRule>>()
  const ruleOf = (kind: OrganKind) => {
    const rule = rules.get(kind) ?? sittingRule(kind, day)
    rules.set(kind, rule)
    return rule
  }
  return Promise.all(
    some.map(async ({ title, organ_id, matter, privacy }) => {
      const kind = known.find(({ id }) => id === organ_id)?.kind
      if (!kind) return []
      const telling = tellingOf(title)
      const hints: Hint[] = []
      const article = matter === 'other' ? await secretArticle(telling.matter, kind, day) : null
      if (article)
        hints.push({
          field: 'matter',
          key: 'deliberations.item.seems_matter',
          params: { matter: t(`deliberations.item.matter.${telling.matter}`), article },
        })
      const { closesPersons } = await ruleOf(kind)
      if (closesPersons && privacy === 'public' && (telling.person || matter !== 'other'))
        hints.push({
          field: 'privacy',
          key: 'deliberations.item.seems_personal',
          params: { article: closesPersons },
        })
      return hints
    }),
  )
}
