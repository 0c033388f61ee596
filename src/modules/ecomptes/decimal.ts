/** The cents of an xs:decimal, exactly; null past two decimals or past what a number holds. */
export function centsOf(decimal: string): number | null {
  // Nobody's amount is so long, and what follows would be slow on a million zeros.
  if (decimal.length > 40) return null
  const [, sign, whole, fraction = ''] =
    /^\s*([+-]?)(?=\.?\d)(\d*)(?:\.(\d*?)0*)?\s*$/.exec(decimal) ?? []
  if (whole === undefined || fraction.length > 2) return null
  const cents = Number(`${whole}${fraction.padEnd(2, '0')}`)
  if (!Number.isSafeInteger(cents)) return null
  return sign === '-' && cents > 0 ? -cents : cents
}

/** Cents as an xs:decimal: 179350 is 1793.5, as eComptes writes it. */
export function decimalOfCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  const sign = cents < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -2)}${fraction && `.${fraction}`}`
}

/** A number as an xs:decimal, which knows no exponent; to twenty decimals. */
export const decimalOf = (value: number): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
