import { declareRole } from '#commons/directory'

/** A program that tells meetings of other software: it reads nothing and publishes nothing. */
export const pusher = declareRole('pusher', {
  called: 'incoming.role',
  sees: 'incoming.role.sees',
  does: 'incoming.role.does',
})
