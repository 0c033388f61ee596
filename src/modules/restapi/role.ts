import { isProgram, type Policy, role } from '#kernel/access'
import { declareRole } from '#commons/directory'

/** A program that may act in the name of people (`in_name_of`). */
export const standIn = declareRole('stand_in', {
  called: 'restapi.role',
  sees: 'restapi.role_sees',
  does: 'restapi.role_does',
})

const program: Policy = (who) => isProgram(who)

/** It is spoken by programs, with their keys. */
export const permissions = {
  read: program,
  act: program,
  in_name_of: (who) => isProgram(who) && role(standIn)(who),
} satisfies Record<string, Policy>
