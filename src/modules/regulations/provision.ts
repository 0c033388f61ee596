import { itsLanguage, tenant } from '#kernel/tenancy'
import { giveTerms } from '#commons/vocabularies'
import { matters, types } from './fields.ts'

type Named = readonly [inFrench: string, inGerman: string]

const first: Readonly<Record<string, readonly Named[]>> = {
  municipality: [
    ['Règlement communal', 'Gemeindeverordnung'],
    ['Règlement général de police', 'Allgemeine Polizeiverordnung'],
    ['Règlement complémentaire de circulation', 'Ergänzende Verkehrsverordnung'],
    ['Règlement-taxe', 'Steuerverordnung'],
    ['Règlement-redevance', 'Gebührenverordnung'],
    ['Règlement d’ordre intérieur', 'Geschäftsordnung'],
    ['Ordonnance de police', 'Polizeiverordnung'],
    ['Arrêté de police', 'Polizeierlass'],
    ['Avis d’enquête publique', 'Bekanntmachung einer öffentlichen Untersuchung'],
  ],
  province: [
    ['Règlement provincial', 'Provinzialverordnung'],
    ['Règlement-taxe', 'Steuerverordnung'],
    ['Règlement-redevance', 'Gebührenverordnung'],
    ['Règlement d’ordre intérieur', 'Geschäftsordnung'],
    ['Arrêté de police', 'Polizeierlass'],
    ['Avis d’enquête publique', 'Bekanntmachung einer öffentlichen Untersuchung'],
  ],
}
/** Of every other nature of authority, which makes no rules of police and no taxes. */
const elsewhere: readonly Named[] = [
  ['Règlement', 'Verordnung'],
  ['Règlement-redevance', 'Gebührenverordnung'],
  ['Règlement d’ordre intérieur', 'Geschäftsordnung'],
]
const everywhere: readonly Named[] = [
  ['Avis de décision', 'Bekanntmachung eines Beschlusses'],
  ['Avis divers', 'Bekanntmachung'],
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

/** What an authority starts with: first lists of types, of its nature, and of matters, in the language of its acts. */
export async function provision(): Promise<void> {
  const at = itsLanguage() === 'de' ? 1 : 0
  const own = [...(first[tenant().kind] ?? elsewhere), ...everywhere]
  const named = (names: readonly string[]) => names.map((name) => ({ name }))
  await giveTerms(types.name, named(own.map((one) => one[at])))
  await giveTerms(matters.name, named(at === 1 ? mattersInGerman : matterNames))
}
