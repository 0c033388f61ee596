import { declareRole } from '#commons/directory'

/** Reads national numbers, where the law lets the authority use them. */
export const identityKeeper = declareRole('identity_keeper', {
  called: 'parties.identity_keeper',
  sees: 'parties.identity_keeper.sees',
  does: 'parties.identity_keeper.does',
})
