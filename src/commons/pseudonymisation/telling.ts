import { folded } from '#kernel/i18n'

/** Matters of persons that the law may have voted in secret (CDLD L1122-27). */
type PersonalMatter =
  | 'candidate_presentation'
  | 'appointment'
  | 'availability'
  | 'preventive_suspension'
  | 'discipline'

/** Words of a title that tell of a matter which the law has voted in secret, folded; the first that is found counts. */
const tellsOf: readonly (readonly [PersonalMatter, RegExp])[] = [
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

/** What a title tells: a matter of persons, and whether it tells of a person at all. */
interface Telling {
  matter: PersonalMatter | 'other'
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
