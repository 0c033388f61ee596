import { type Fictional, agent, declareRole } from '#commons/directory'

/** Prepares and runs the meetings (secrétariat). */
export const secretariat = declareRole(
  'secretariat',
  {
    called: 'deliberations.secretariat',
    sees: 'deliberations.secretariat.sees',
    does: 'deliberations.secretariat.does',
  },
  [agent],
)

/** Who holds it in a fictional authority. */
export const fictionalSecretary: Fictional = {
  login: 'secretariat',
  is: 'Aline Ferrier, secretariat: runs the meetings',
  civility: 'mrs',
  firstName: 'Aline',
  lastName: 'Ferrier',
  roles: [agent, secretariat],
  works: [{ in: 'Secrétariat', as: 'editor' }],
}
