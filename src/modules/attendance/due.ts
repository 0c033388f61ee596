/** What of an attendance a fee is reckoned from. */
export interface ForFee {
  /** They bear a vote there, and sit in no organ whose members have none. */
  entitled: boolean
  presided: boolean
  /** Present at the opening. */
  atOpening: boolean
  /** At how many points of how many they were there. */
  there: number
  points: number
}

/** What an organ pays, in cents; `half_under`: per cent of the points under which half is due, 0 where nothing is halved. */
export interface FeeRule {
  amount: number
  chair_amount: number | null
  half_under: number
}

/**
 * The attendance fee of one member for one sitting, in cents: nothing to whoever was not there at all; of whoever presided, the
 * amount of the chair where it is another; half of it, rounded up to the cent, under the share of points that is configured.
 */
export function feeDue(rule: FeeRule, of: ForFee): number {
  if (!of.entitled || (!of.atOpening && of.there === 0)) return 0
  const whole = of.presided ? (rule.chair_amount ?? rule.amount) : rule.amount
  const isHalf = of.points > 0 && of.there * 100 < rule.half_under * of.points
  return isHalf ? Math.ceil(whole / 2) : whole
}
