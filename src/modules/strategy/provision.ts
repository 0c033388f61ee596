import { addTerm } from '#commons/vocabularies'

const sources = [
  'Europe',
  'Fédéral',
  'Wallonie',
  'Fédération Wallonie-Bruxelles',
  'Province',
  'Commune',
  'Autres',
]

/** Transversal plans (plans transversaux) that municipalities commonly have. */
const transversal = [
  'Agenda local 21',
  'Plan communal d’aménagement',
  'Plan communal de développement de la nature',
  'Programme communal de développement rural',
  'Plan de cohésion sociale',
  'Plan communal de mobilité',
  'Plan de formation du personnel',
  'Plan de gestion',
  'Plan d’action pour l’énergie durable et le climat',
]

const categories: Readonly<Record<'internal' | 'external', readonly string[]>> = {
  internal: [
    'Accueil et guichets',
    'Amélioration de l’administration',
    'Communication interne',
    'Gestion des ressources humaines',
    'Gestion financière',
    'Gestion informatique',
    'Marchés et achats',
    'Patrimoine de l’administration',
  ],
  external: [
    'Action sociale',
    'Aménagement du territoire',
    'Culture',
    'Développement économique',
    'Enfance et jeunesse',
    'Énergie',
    'Enseignement',
    'Environnement',
    'Logement',
    'Mobilité',
    'Participation et citoyenneté',
    'Propreté et sécurité',
    'Sports',
    'Tourisme',
    'Travaux',
  ],
}

const voletNames = { internal: 'Volet interne', external: 'Volet externe' }

/** What a new authority starts with: where money comes from, what plans and actions are about. */
export async function provision(): Promise<void> {
  for (const name of sources) await addTerm('strategy.source', name)
  for (const name of transversal) await addTerm('strategy.transversal', name)
  for (const nature of ['internal', 'external'] as const)
    for (const name of categories[nature])
      await addTerm('strategy.category', name, voletNames[nature])
}
