import { type Fictional, agent, declareRole } from '#commons/directory'

/** Coordinates the strategic plan (coordination). */
export const coordinator = declareRole('coordinator', {
  called: 'strategy.coordinator',
  sees: 'strategy.coordinator.sees',
  does: 'strategy.coordinator.does',
})

/** Who holds it in a fictional authority. */
export const fictionalCoordinator: Fictional = {
  login: 'coordinator',
  is: 'Élise Moreval, coordination: coordinates the strategic plan',
  civility: 'mrs',
  firstName: 'Élise',
  lastName: 'Moreval',
  roles: [agent, coordinator],
  works: [{ in: 'Coordination', as: 'head' }],
}
