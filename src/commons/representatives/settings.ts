import { t } from '#kernel/i18n'
import { choice } from '#commons/records'
import type { Setting } from '#commons/settings'

const levels = ['none', 'low', 'substantial', 'high'] as const
type Level = (typeof levels)[number]

/** How surely it must be known who asks to act for a company (eIDAS). */
export const leastAssured: Setting<Level> = {
  name: 'representatives.least_assured',
  field: choice(levels, (one) => t(`citizens.assurance.${one}`), {
    label: 'representatives.least_assured',
    help: 'representatives.least_assured_help',
  }),
  initial: 'none',
}
