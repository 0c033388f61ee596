import { folded, type MessageKey, t } from '#kernel/i18n'
import { today } from '#commons/clock'
import type { OrganKind } from '#commons/law'
import { organs } from '#commons/organs'
import { type Matter, secretArticle } from './secret.ts'
import { type SittingRule, sittingRule } from './sitting-rule.ts'

/** Words of a title that tell of a matter which the law has voted in secret, folded; the first that is found counts. */
const tellsOf: readonly (readonly [Exclude<Matter, 'other'>, RegExp])[] = [
  ['discipline', /\bdisciplinaires?\b|\breprimande|\bblame\b|\brevocation d/],
  ['preventive_suspension', /\bsuspensions? preventives?\b/],
  ['availability', /\b(mises?|mettre) en disponibilite\b/],
  ['candidate_presentation', /\bpresentations? (de|des|d'un|d'une) candidat/],
  [
    'appointment',
    /\bnominations?\b|\bdesignations? (?!.*\b(adjudicataire|attributaire|auteur de projet|fournisseur|prestataire)\b)/,
  ],
]

/** Words that tell of a person without a matter of their own: aid, leave, career. */
const ofPersons =
  /\baides? (sociales?|medicales? urgentes?)\b|\brevenu d'integration\b|\bmediation de dettes\b|\bsanctions?\b|\blicenciement|\bdemission\b|\bmise a la (pension|retraite)\b|\bdisponibilite\b|\binterruption de carriere\b|\bconge (parental|pour|de)\b/

/** « M. Dupont », « Mme É… »: somebody is named. */
const named = /(?:^|[\s(«’'])(?:M\.|MM\.|Mr|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle)\s+\p{Lu}/u

interface Telling {
  matter: Matter
  person: boolean
}

/** What titles were found to tell; an agenda of hundreds is looked at again and again. */
const told = new Map<string, Telling>()
const mostTold = 5000

/** The matter of persons that a title seems to tell of, and whether it tells of a person at all. */
export function tellingOf(title: string): Telling {
  const known = told.get(title)
  if (known) return known
  const telling = toldBy(title)
  if (told.size >= mostTold) told.clear()
  told.set(title, telling)
  return telling
}

function toldBy(title: string): Telling {
  const words = folded(title)
  const matter = tellsOf.find(([, telling]) => telling.test(words))?.[0] ?? 'other'
  return { matter, person: matter !== 'other' || ofPersons.test(words) || named.test(title) }
}

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
