import { type Policy, role, signedIn } from '#kernel/access'
import { administrator, directorGeneral } from '#commons/directory'
import { writesForAService } from '#commons/registers'
import { secretariat } from '#modules/deliberations'

const publishes = role(secretariat, directorGeneral)

export const permissions = {
  read: signedIn,
  write: (...asked) => writesForAService(...asked) || publishes(...asked),
  ...{ edit: signedIn, step: signedIn },
  /** Asks for a stamp again. */
  stamp: publishes,
  /** Says that words which were found in a text may be public. */
  look: publishes,
  /** The lists of types and matters. */
  words: role(administrator, secretariat),
} satisfies Record<string, Policy>
