import { today } from '#commons/clock'
import type { Meeting } from '#modules/deliberations'
import { convoke } from '../convoke.ts'

/** Convokes an organ on paper, today, out of the delay of the law. */
export const convokedNow = (meeting: Meeting): Promise<Meeting> =>
  convoke(meeting, {
    ...{ paper: [], bearer: [], allOnPaper: true },
    ...{ sentOn: today(), urgency: 'Pour voir', quote: '' },
  })
