import type { Reservation } from '#commons/trades'

/** What is not known of the law of some authorities: said before one is opened. */
export const notYet: readonly Reservation[] = [
  {
    kinds: ['police_zone', 'rescue_zone', 'intercommunale', 'rca', 'province', 'association'],
    says: 'convocations.unread_delays',
  },
]
