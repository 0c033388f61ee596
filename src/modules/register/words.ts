import { t } from '#kernel/i18n'
import type { Finding } from './verify.ts'

/** « Conseil communal, entrée 12 (CC/REG/2026/0012)\u00A0: dit autre chose que ce qui fut écrit » */
export const findingInWords = ({ what, organ, from, to, reference }: Finding): string =>
  t(`register.finding.${what}`, { organ, from, to, count: to - from + 1, reference })
