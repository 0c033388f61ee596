import { administrator, declareRole } from '#commons/directory'

/** Says who acts for a company, for the authority (gestionnaire des mandats). */
export const mandateKeeper = declareRole('mandate_keeper', {
  called: 'representatives.keeper',
  sees: 'representatives.keeper.sees',
  does: 'representatives.keeper.does',
})

export const keepers = [mandateKeeper, administrator]
