import { formatNumber } from '#kernel/i18n'

/** « 1 250 000 € », with cents only where there are some. */
export const euros = (cents: number): string =>
  formatNumber(cents / 100, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })

/** « 65 % » */
export const percent = (value: number): string =>
  formatNumber(value / 100, { style: 'percent', maximumFractionDigits: 2 })
