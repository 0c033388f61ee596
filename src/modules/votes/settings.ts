import { whole, yesNo } from '#commons/records'
import type { Setting } from '#commons/settings'

/** Under how many per cent of the votes those in favour are named too in the minutes (E02); 0: never. */
export const namesOfFew: Setting<number> = {
  name: 'sittings.names_of_few',
  field: whole(0, 100, {
    label: 'votes.setting.names_of_few',
    help: 'votes.setting.names_of_few.help',
  }),
  initial: 0,
}

/** Whether minutes say how many voted (E01). */
export const saysVoters: Setting<boolean> = {
  name: 'sittings.says_voters',
  field: yesNo({ label: 'votes.setting.says_voters' }),
  initial: false,
}
