import { yesNo } from '#commons/records'
import { decideOne, type Setting } from '#commons/settings'

/** Whether administrators are shown what is still to do. */
export const shown: Setting<boolean> = {
  name: 'beginning.shown',
  field: yesNo({ label: 'beginning.shown', help: 'beginning.shown_help' }),
  initial: true,
}

/** Puts the card away for all administrators; the settings bring it back. */
export async function putAway(): Promise<void> {
  await decideOne(shown.name, '')
}
