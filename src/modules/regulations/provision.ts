import { itsLanguage } from '#kernel/tenancy'
import { giveTerms } from '#commons/vocabularies'
import { matters, types } from './fields.ts'

const typeNames = [
  'Règlement communal',
  'Règlement général de police',
  'Règlement complémentaire de circulation',
  'Règlement-taxe',
  'Règlement-redevance',
  'Règlement d’ordre intérieur',
  'Ordonnance de police',
  'Arrêté de police',
  'Avis d’enquête publique',
  'Avis de décision',
  'Avis divers',
]
const typesInGerman = [
  'Gemeindeverordnung',
  'Allgemeine Polizeiverordnung',
  'Ergänzende Verkehrsverordnung',
  'Steuerverordnung',
  'Gebührenverordnung',
  'Geschäftsordnung',
  'Polizeiverordnung',
  'Polizeierlass',
  'Bekanntmachung einer öffentlichen Untersuchung',
  'Bekanntmachung eines Beschlusses',
  'Bekanntmachung',
]
const matterNames = [
  'Administration générale',
  'Finances et fiscalité',
  'Mobilité et circulation',
  'Ordre et sécurité publics',
  'Propreté et environnement',
  'Urbanisme',
  'Enseignement',
  'Culture et sports',
]
const mattersInGerman = [
  'Allgemeine Verwaltung',
  'Finanzen und Steuern',
  'Mobilität und Verkehr',
  'Öffentliche Ordnung und Sicherheit',
  'Sauberkeit und Umwelt',
  'Raumordnung und Städtebau',
  'Unterrichtswesen',
  'Kultur und Sport',
]

/** What an authority starts with: first lists of types and matters, in the language of its acts. */
export async function provision(): Promise<void> {
  const german = itsLanguage() === 'de'
  const named = (names: readonly string[]) => names.map((name) => ({ name }))
  await giveTerms(types.name, named(german ? typesInGerman : typeNames))
  await giveTerms(matters.name, named(german ? mattersInGerman : matterNames))
}
