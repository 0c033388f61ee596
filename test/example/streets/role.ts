import { agent, declareRole, type Fictional } from '#commons/directory'

/** Who examines requests on the spot (contrôleur de voirie). */
export const inspector = declareRole(
  'road_inspector',
  {
    called: 'streets.inspector',
    sees: 'streets.inspector.sees',
    does: 'streets.inspector.does',
  },
  [agent],
)

/** Who does it in the demonstration. */
export const fictionalInspector: Fictional = {
  login: 'inspector',
  is: 'Odile Marchand, road inspector: examines occupations of the road',
  ...{ civility: 'mrs', firstName: 'Odile', lastName: 'Marchand' },
  roles: [agent, inspector],
  works: [{ in: 'Travaux', as: 'editor' }],
}
