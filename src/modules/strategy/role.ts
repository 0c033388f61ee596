import { type Fictional, agent, declareRole } from '#commons/directory'

/** Coordinates the strategic plan (coordination). */
export const coordinator = declareRole('coordinator', {
  called: 'strategy.coordinator',
  sees: 'strategy.coordinator.sees',
  does: 'strategy.coordinator.does',
})

/** Works for the other authority of a plan that municipality and CPAS share, and has an account here for it. */
export const planPartner = declareRole('plan_partner', {
  called: 'strategy.plan_partner',
  sees: 'strategy.plan_partner.sees',
  does: 'strategy.plan_partner.does',
})

/** Who holds that of the coordinator in a fictional authority. */
export const fictionalCoordinator: Fictional = {
  login: 'coordinator',
  is: 'Élise Moreval, coordination: coordinates the strategic plan',
  civility: 'mrs',
  firstName: 'Élise',
  lastName: 'Moreval',
  roles: [agent, coordinator],
  works: [{ in: 'Coordination', as: 'head' }],
}
