import { giveTerms } from '#commons/vocabularies'
import { categories } from './category.ts'

const categoryNames = [
  'Administration générale',
  'Finances',
  'Marchés publics',
  'Travaux',
  'Urbanisme',
  'Mobilité',
  'Enseignement',
  'Culture et sports',
  'Personnel',
]

/** What an authority starts with: a first list of categories. */
export function provision(): Promise<void> {
  return giveTerms(
    categories.name,
    categoryNames.map((name) => ({ name })),
  )
}
