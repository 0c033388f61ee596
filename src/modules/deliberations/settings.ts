import { remark } from '#commons/records'
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
