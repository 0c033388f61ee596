import { agent, declareRole, type Fictional } from '#commons/directory'

/** Gives the opinion of legality on what a decision costs (directeur financier, CDLD L1124-40). */
export const financialDirector = declareRole(
  'financial_director',
  {
    called: 'opinions.financial_director',
    sees: 'opinions.financial_director.sees',
    does: 'opinions.financial_director.does',
  },
  [agent],
  { inPerson: true },
)

/** Who holds it in a fictional authority. */
export const fictionalDirector: Fictional = {
  login: 'finances',
  is: 'Solange Delmotte, financial director: gives the opinion of legality',
  civility: 'mrs',
  firstName: 'Solange',
  lastName: 'Delmotte',
  roles: [agent, financialDirector],
  works: [{ in: 'Finances', as: 'head' }],
}
