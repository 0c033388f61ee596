import { formatFileSize, formatNumber, said, t } from '#kernel/i18n'
import type { QuotaName, Use } from '#kernel/quotas'

/** What each is called. */
export const labelOf = {
  requests: said('quotas.requests'),
  files: said('quotas.files'),
  jobs: said('quotas.jobs'),
  mails: said('quotas.mails'),
  people: said('quotas.people'),
} as const satisfies Record<QuotaName, string>

/** « 12 sur 5 000 » */
export function amountOf({ name, used, most }: Use): string {
  const written = (value: number) =>
    name === 'files' ? formatFileSize(value) : formatNumber(value)
  return most === null
    ? t('quotas.without_end', { used: written(used) })
    : t('quotas.of', { used: written(used), most: written(most) })
}
