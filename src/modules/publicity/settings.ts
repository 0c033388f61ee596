import { whole } from '#commons/records'
import type { Setting } from '#commons/settings'

/** How many days before the last one those who publish are told that projects of a meeting are not public. */
export const daysAhead: Setting<number> = {
  name: 'publicity.days_ahead',
  field: whole(0, 30, {
    label: 'publicity.setting.days_ahead',
    help: 'publicity.setting.days_ahead.help',
  }),
  initial: 3,
}
