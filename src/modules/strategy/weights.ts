/** A whole, in hundredths of a per cent: what the weights of the places of an element add up to. */
export const whole = 10_000

/**
 * Splits an amount (in cents) by weights so that the parts add up to it to the cent: what rounding
 * leaves goes to the largest remainders, the first of equals.
 */
export function apportion(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (amount * weight) / total)
  const parts = exact.map(Math.floor)
  const left = amount - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/**
 * The weights of the places that stay when others vanish: rescaled to a whole, in their proportions;
 * all to the first one where none of them weighs anything.
 */
export function rescaled(weights: readonly number[]): number[] {
  if (weights.some((weight) => weight > 0)) return apportion(whole, weights)
  return weights.map((_, index) => (index === 0 ? whole : 0))
}
