import { t } from '#kernel/i18n'
import { choice, remark } from '#commons/records'
import type { Setting } from '#commons/settings'

/** Where the organs of the authority usually meet: proposed for every new meeting. */
export const usualPlace: Setting<string> = {
  name: 'deliberations.usual_place',
  field: remark(200, {
    label: 'deliberations.setting.usual_place',
    help: 'deliberations.setting.usual_place.help',
  }),
  initial: '',
}

const days = ['none', '1', '2', '3', '4', '5', '6', '7'] as const

/** The day of the week on which the college meets without being convoked (jour fixe, CDLD L1123-21): 1 is Monday. */
export const collegeDay: Setting<(typeof days)[number]> = {
  name: 'deliberations.college_day',
  field: choice(days, (day) => t(`deliberations.setting.college_day.${day}`), {
    label: 'deliberations.setting.college_day',
    help: 'deliberations.setting.college_day.help',
  }),
  initial: 'none',
}
