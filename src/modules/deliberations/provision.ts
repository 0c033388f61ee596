import { itsLanguage } from '#kernel/tenancy'
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

const inGerman = [
  'Allgemeine Verwaltung',
  'Finanzen',
  'Öffentliche Aufträge',
  'Arbeiten',
  'Raumordnung und Städtebau',
  'Mobilität',
  'Unterrichtswesen',
  'Kultur und Sport',
  'Personal',
]

/** What an authority starts with: a first list of categories, in the language of its acts. */
export function provision(): Promise<void> {
  return giveTerms(
    categories.name,
    (itsLanguage() === 'de' ? inGerman : categoryNames).map((name) => ({ name })),
  )
}
