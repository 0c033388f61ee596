import { remark } from '#commons/records'
import type { Setting } from '#commons/settings'

/** What the authority adds to its register. GDPR art. 30 § 1, a, e and g. */
const said = (
  name: string,
  label: Parameters<typeof remark>[1]['label'],
  help: Parameters<typeof remark>[1]['label'],
): Setting<string> => ({
  name: `privacy.${name}`,
  field: remark(1000, { label, help }, 3),
  initial: '',
})

export const controller = said('controller', 'privacy.controller', 'privacy.controller_help')
export const officer = said('officer', 'privacy.officer', 'privacy.officer_help')
export const transfers = said('transfers', 'privacy.transfers', 'privacy.transfers_help')
export const security = said('security', 'privacy.security', 'privacy.security_help')
