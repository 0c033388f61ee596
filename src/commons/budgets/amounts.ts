/** Cents by year and source; the key is `amountKey`. */
export type Amounts = ReadonlyMap<string, number>

export const amountKey = (year: number, sourceId: string): string => `${year} ${sourceId}`

/** The year and the source of a key. */
export function amountOf(key: string): { year: number; sourceId: string } {
  const [year = '', sourceId = ''] = key.split(' ')
  return { year: Number(year), sourceId }
}

/** Two sets of amounts as one. */
export function added(one: Amounts, other: Amounts): Amounts {
  if (one.size === 0) return other
  if (other.size === 0) return one
  const sum = new Map(one)
  addInto(sum, other)
  return sum
}

function addInto(sum: Map<string, number>, amounts: Amounts): void {
  for (const [key, cents] of amounts) sum.set(key, (sum.get(key) ?? 0) + cents)
}

/** All of these amounts, in cents. */
export const sumOf = (amounts: Amounts): number =>
  [...amounts.values()].reduce((sum, cents) => sum + cents, 0)

/** The same, by the year or by the source of each. */
export function sumsBy(amounts: Amounts, what: 'year' | 'sourceId'): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [key, cents] of amounts) {
    const group = String(amountOf(key)[what])
    sums.set(group, (sums.get(group) ?? 0) + cents)
  }
  return sums
}
